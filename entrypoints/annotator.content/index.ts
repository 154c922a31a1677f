import { defineContentScript } from 'wxt/utils/define-content-script';

import bundledNameIndex from '../../generated/name-index.json';
import portals from '../../data/portals.json';
import { compileMatcher } from '../../domain/detection/matcher.ts';
import type { NameIndex } from '../../domain/registry/name-index.ts';
import { matchPatternsOf } from '../../domain/registry/portals.ts';
import { Annotator } from './annotator.ts';
import { answerMessages } from './answers.ts';
import './highlights.css';

export default defineContentScript({
  matches: matchPatternsOf(portals, import.meta.env.MODE),
  runAt: 'document_idle',
  // No message to the page that we are here.
  noScriptStartedPostMessage: true,
  main(context) {
    // The browser's own viewer: there is no text to mark, and the popup says so.
    if (document.contentType === 'application/pdf') return;
    const annotator = new Annotator(document, compileMatcher(bundledNameIndex as unknown as NameIndex), context);
    const stopAnswering = answerMessages(annotator);
    context.onInvalidated(() => {
      stopAnswering();
      annotator.stop();
    });
    annotator.start();
  },
});
