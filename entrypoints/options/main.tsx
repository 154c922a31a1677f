import { openOwnPage } from '../own-page/own-page.tsx';
import { Options } from './Options.tsx';
import '../../components/tokens.css';
import '../../components/options/options.css';

const root = document.getElementById('options');
if (root !== null) {
  void openOwnPage(root, (settings, { t }) => {
    document.title = t('options_title');
    return <Options settings={settings} />;
  }).then(() => {
    // The sections are drawn after the browser looked for the one that the address names.
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  });
}
