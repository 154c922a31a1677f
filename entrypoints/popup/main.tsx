import { render } from 'preact';
import { browser } from 'wxt/browser';

import { WordingProvider } from '../../components/wording-context.ts';
import { createWording } from '../../domain/wording/wording.ts';
import { Popup } from './Popup.tsx';
import '../../components/tokens.css';
import '../../components/Inventory.css';
import './popup.css';

const wording = createWording((key, substitutions) => browser.i18n.getMessage(key, substitutions));
const root = document.getElementById('popup');
document.documentElement.lang = wording.language;
if (root !== null) {
  render(
    <WordingProvider value={wording}>
      <Popup />
    </WordingProvider>,
    root,
  );
}
