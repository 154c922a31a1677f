import { defineContentScript } from 'wxt/utils/define-content-script';

import nameIndex from '../../generated/name-index.json';
import portals from '../../data/portals.json';
import { compileMatcher } from '../../domain/detection/matcher.ts';
import { matchPatternsOf } from '../../domain/registry/portals.ts';
import { Annotator } from './annotator.ts';
import { answerMessages } from './answers.ts';
import './highlights.css';

export default defineContentScript({
  matches: matchPatternsOf(portals, import.meta.env.MODE),
  runAt: 'document_idle',
  // The page must not be told that we are here.
  noScriptStartedPostMessage: true,
  main(context) {
    const annotator = new Annotator(document, compileMatcher(nameIndex), context);
    const stopAnswering = answerMessages(annotator);
    context.onInvalidated(() => {
      stopAnswering();
      annotator.stop();
    });
    annotator.start();
  },
});
