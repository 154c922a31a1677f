import { openOwnPage } from '../own-page/own-page.tsx';
import { Popup } from './Popup.tsx';
import '../../components/tokens.css';
import '../../components/Inventory.css';
import './popup.css';

const root = document.getElementById('popup');
if (root !== null) void openOwnPage(root, () => <Popup />);
