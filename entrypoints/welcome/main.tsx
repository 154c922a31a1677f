import { Welcome } from '../../components/Welcome.tsx';
import { openOwnPage } from '../own-page/own-page.tsx';
import '../../components/tokens.css';
import '../../components/buttons.css';
import './welcome.css';

const root = document.getElementById('welcome');
if (root !== null) {
  void openOwnPage(root, (_settings, { t }) => {
    document.title = t('welcome_title');
    const browser = import.meta.env.BROWSER === 'firefox' ? 'firefox' : 'chrome';
    return <Welcome demoAddress="/demo.html" optionsAddress="/options.html" browser={browser} />;
  });
}
