import { openOwnPage } from '../own-page/own-page.tsx';
import { foresee } from './dossier-desk.ts';
import { DossierPage } from './DossierPage.tsx';
import '../../components/tokens.css';
import '../../components/buttons.css';
import '../../components/Badge.css';
import '../../components/AxisRow.css';
import '../../components/Legend.css';
import '../../components/Receipt.css';
import '../../components/Checklist.css';
import '../../components/ProviderSearch.css';
import '../../components/dossier/dossier.css';
import '../../components/dossier/notice.css';
import '../../components/dossier/entry.css';
import '../../components/dossier/side-table.css';
import '../../components/dossier/print.css';

const id = new URLSearchParams(location.search).get('id');
if (id !== null) foresee(id);

const root = document.getElementById('dossier');
if (root !== null) void openOwnPage(root, () => <DossierPage />);
