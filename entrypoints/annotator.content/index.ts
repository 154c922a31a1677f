import { ContentScriptContext } from 'wxt/utils/content-script-context';
import { defineContentScript } from 'wxt/utils/define-content-script';

import bundledNames from '../../generated/name-list.json';
import { BUNDLED_EDITION } from '../../domain/registry/edition.ts';
import { DEFAULT_PAGE_CHOICES } from '../../domain/settings/page-settings.ts';
import { Annotator } from './annotator.ts';
import { answerMessages } from './answers.ts';
import { chosenAppearance } from './appearance.ts';
import { onSettingsChanged, readNames, readPageSettings } from './background-calls.ts';
import { SoughtNames } from './sought-names.ts';
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
    const start = (names: SoughtNames) => {
      const started = new Annotator(document, names, context);
      started.start();
      return started;
    };
    /** Answers may overtake each other: only the one to the last question counts. */
    let asked = 0;
    const follow = async () => {
      const question = (asked += 1);
      // A background that does not answer is no reason to leave a page unread.
      const settings = await readPageSettings().catch(() => ({
        ...DEFAULT_PAGE_CHOICES,
        edition: edition === '' ? BUNDLED_EDITION : edition,
      }));
      const isAnother = annotator === null || settings.edition !== edition;
      const [appearance, names] = await Promise.all([
        chosenAppearance(settings),
        isAnother && settings.marking !== 'off' ? namesOf(settings.edition) : null,
      ]);
      if (!context.isValid || question !== asked) return;
      if (settings.marking === 'off') {
        annotator?.stop();
        annotator = null;
        return;
      }
      if (names !== null) {
        ({ edition } = names);
        if (annotator === null) annotator = start(names);
        else annotator.lookFor(names);
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
async function namesOf(edition: string): Promise<SoughtNames> {
  const received = edition === BUNDLED_EDITION ? null : await readNames().catch(() => null);
  return received === null ? new SoughtNames(bundledNames, BUNDLED_EDITION) : new SoughtNames(received, edition);
}
