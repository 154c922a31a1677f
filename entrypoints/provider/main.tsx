import { openOwnPage } from '../own-page/own-page.tsx';
import { ProviderPage } from './ProviderPage.tsx';
import '../../components/tokens.css';
import '../../components/buttons.css';
import '../../components/Badge.css';
import '../../components/Legend.css';
import '../../components/Receipt.css';
import '../../components/Checklist.css';
import '../../components/RequirementChoice.css';
import '../../components/InternalNote.css';
import '../../components/ProviderSheet.css';
import '../../components/SheetTables.css';
import '../../components/LocationMap.css';
import '../../components/Timeline.css';
import './provider.css';

const root = document.getElementById('provider');
if (root !== null) void openOwnPage(root, (settings) => <ProviderPage settings={settings} />);
