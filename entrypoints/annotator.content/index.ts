import { defineContentScript } from 'wxt/utils/define-content-script';

import bundledNameIndex from '../../generated/name-index.json';
import { compileMatcher } from '../../domain/detection/matcher.ts';
import type { NameIndex } from '../../domain/registry/name-index.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings/settings.ts';
import { Annotator } from './annotator.ts';
import { answerMessages } from './answers.ts';
import { chosenAppearance } from './appearance.ts';
import { onSettingsChanged, readPageSettings } from './background-calls.ts';
import './highlights.css';

export default defineContentScript({
  // The build puts every portal in their place (wxt.config.ts): their names and sources are no weight for a page.
  matches: ['*://*.ted.europa.eu/*'],
  runAt: 'document_idle',
  // No message to the page that we are here.
  noScriptStartedPostMessage: true,
  async main(context) {
    // The browser's own viewer: there is no text to mark, and the popup says so.
    if (document.contentType === 'application/pdf') return;
    let annotator: Annotator | null = null;
    const start = () => {
      const started = new Annotator(document, compileMatcher(bundledNameIndex as unknown as NameIndex), context);
      started.start();
      return started;
    };
    const follow = async () => {
      // A background that does not answer is no reason to leave a page unread.
      const settings = await readPageSettings().catch(() => DEFAULT_SETTINGS);
      const appearance = await chosenAppearance(settings);
      if (!context.isValid) return;
      if (settings.marking === 'off') {
        annotator?.stop();
        annotator = null;
      } else {
        annotator ??= start();
        annotator.follow(settings, appearance);
      }
    };
    const stopFollowing = onSettingsChanged(() => void follow());
    const stopAnswering = answerMessages(() => annotator);
    context.onInvalidated(() => {
      stopFollowing();
      stopAnswering();
      annotator?.stop();
    });
    await follow();
  },
});
