import { ContentScriptContext } from 'wxt/utils/content-script-context';
import { defineContentScript } from 'wxt/utils/define-content-script';

import bundledNameIndex from '../../generated/name-index.json';
import { compileMatcher, type Matcher } from '../../domain/detection/matcher.ts';
import { BUNDLED_EDITION } from '../../domain/registry/edition.ts';
import type { NameIndex } from '../../domain/registry/name-index.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings/settings.ts';
import { Annotator } from './annotator.ts';
import { answerMessages } from './answers.ts';
import { chosenAppearance } from './appearance.ts';
import { onSettingsChanged, readNameIndex, readPageSettings } from './background-calls.ts';
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
    /** Whose names the annotator looks for. */
    let edition = '';
    const start = (matcher: Matcher) => {
      const started = new Annotator(document, matcher, context);
      started.start();
      return started;
    };
    const follow = async () => {
      // A background that does not answer is no reason to leave a page unread.
      const settings = await readPageSettings().catch(() => ({
        ...DEFAULT_SETTINGS,
        edition: edition === '' ? BUNDLED_EDITION : edition,
      }));
      const isAnother = annotator === null || settings.edition !== edition;
      const [appearance, names] = await Promise.all([
        chosenAppearance(settings),
        isAnother && settings.marking !== 'off' ? namesOf(settings.edition) : null,
      ]);
      if (!context.isValid) return;
      if (settings.marking === 'off') {
        annotator?.stop();
        annotator = null;
        return;
      }
      if (names !== null) {
        ({ edition } = names);
        const matcher = compileMatcher(names.index);
        if (annotator === null) annotator = start(matcher);
        else annotator.lookFor(matcher);
      }
      annotator?.follow(settings, appearance);
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

/** The names of an edition; the bundled ones where it has no others, or the background cannot give them. */
async function namesOf(edition: string): Promise<{ edition: string; index: NameIndex }> {
  const received = edition === BUNDLED_EDITION ? null : await readNameIndex().catch(() => null);
  return received === null
    ? { edition: BUNDLED_EDITION, index: bundledNameIndex as unknown as NameIndex }
    : { edition, index: received };
}
