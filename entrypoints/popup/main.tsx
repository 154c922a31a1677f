import { PopupHead } from '../../components/PopupHead.tsx';
import { PopupMessage } from '../../components/PopupMessage.tsx';
import { openOwnPage } from '../own-page/own-page.tsx';
import { Popup } from './Popup.tsx';
import '../../components/tokens.css';
import '../../components/Badge.css';
import '../../components/Legend.css';
import '../../components/Receipt.css';
import '../../components/Checklist.css';
import '../../components/RequirementChoice.css';
import '../../components/InternalNote.css';
import '../../components/Inventory.css';
import '../../components/buttons.css';
import '../../components/ProviderSearch.css';
import '../../components/dossier/notice.css';
import './popup.css';

/** The frame, at once; the rest as soon as the background answers. */
const frame = () => (
  <>
    <PopupHead title="Ancrage" host="" />
    <PopupMessage kind="loading" />
  </>
);

const root = document.getElementById('popup');
if (root !== null) void openOwnPage(root, (settings) => <Popup settings={settings} />, frame);
