import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';

import { lookUpByHand } from './look-up.ts';
import { followAddedSites } from './added-sites.ts';
import { answerMessages } from './answers.ts';
import { forwardCommands } from './commands.ts';
import { answerForDossiers } from './dossier-answers.ts';
import { openDossiersOnDemand } from './dossier-tab.ts';
import { answerForSettings } from './settings-answers.ts';
import { welcome } from './welcome.ts';

// Listeners stand at the top of `main`, before any await: a worker that wakes up has to find them at once.
export default defineBackground({
  type: 'module',
  main() {
    answerMessages();
    answerForSettings();
    answerForDossiers();
    followAddedSites();
    lookUpByHand();
    welcome();
    forwardCommands();
    openDossiersOnDemand();
    void browser.action.setBadgeBackgroundColor({ color: '#2b5a87' });
  },
});
