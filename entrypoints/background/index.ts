import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';

import { lookUpByHand } from './look-up.ts';
import { followAddedSites } from './added-sites.ts';
import { answerMessages } from './answers.ts';
import { followFeed } from './feed.ts';
import { answerForData } from './data-answers.ts';
import { forwardCommands } from './commands.ts';
import { answerForFrames } from './frame-answers.ts';
import { keepStoragePrivate } from './private-storage.ts';
import { answerForDossiers } from './dossier-answers.ts';
import { openDossiersOnDemand } from './dossier-tab.ts';
import { answerForSettings } from './settings-answers.ts';
import { welcome } from './welcome.ts';

// Listeners stand at the top of `main`, before any await: a worker that wakes up has to find them at once.
export default defineBackground({
  type: 'module',
  main() {
    keepStoragePrivate();
    answerMessages();
    answerForSettings();
    answerForFrames();
    answerForData();
    followFeed();
    answerForDossiers();
    followAddedSites();
    lookUpByHand();
    welcome();
    forwardCommands();
    openDossiersOnDemand();
    void browser.action.setBadgeBackgroundColor({ color: '#2b5a87' });
  },
});
