import { ContentScriptContext } from 'wxt/utils/content-script-context';
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
  // In the frames that are of a portal too, and in those that a portal's page writes itself.
  allFrames: true,
  matchAboutBlank: true,
  // No message to the page that we are here.
  noScriptStartedPostMessage: true,
  async main(context) {
    // The browser's own viewer: there is no text to mark, and the popup says so.
    if (document.contentType === 'application/pdf') return;
    takeOver(context);
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

/** The script that runs in this frame, for one that is put there after it. Pages do not see into our world. */
const world = globalThis as { ancrage?: ContentScriptContext };

/**
 * Stops the script that was here before. WXT says so by an event of the document, which a page can send as well: it is kept
 * from everybody.
 */
function takeOver(context: ContentScriptContext): void {
  world.ancrage?.abort('a newer script is here');
  world.ancrage = context;
  const { SCRIPT_STARTED_MESSAGE_TYPE: started } = ContentScriptContext as unknown as Record<string, string>;
  addEventListener(
    started ?? '',
    (event) => {
      event.stopImmediatePropagation();
    },
    { capture: true, signal: context.signal },
  );
}
