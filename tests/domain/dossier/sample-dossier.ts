import { DOSSIER_FORMAT, type Dossier, type DossierEntry } from '../../../domain/dossier/dossier.ts';
import type { Checklist } from '../../../domain/requirements/checklist.ts';
import { phrase } from '../../../domain/wording/phrase.ts';
import { AUBE, NIMBE, PROVIDER_RECEIPT, REGISTRY } from '../../components/sample-assessment.ts';

export const CHECKLIST: Checklist = {
  set: 'rgpd-chapitre-5',
  name: { fr: 'RGPD, chapitre V', en: 'GDPR, chapter V' },
  applicability: phrase('check_notOnRecord'),
  scope: { fr: 'Tout traitement.', en: 'Any processing.' },
  receipts: [PROVIDER_RECEIPT],
  axes: ['location'],
  rows: [
    {
      id: 'in-eea',
      text: { fr: 'Dans l’EEE', en: 'In the EEA' },
      answer: 'met',
      facts: [],
      receipts: [PROVIDER_RECEIPT],
    },
    {
      id: 'support',
      text: { fr: 'Support dans l’EEE', en: 'Support in the EEA' },
      answer: 'unknown',
      facts: [],
      receipts: [],
    },
  ],
};

export const NIMBE_ENTRY: DossierEntry = {
  id: '11111111-1111-4111-8111-111111111111',
  provider: 'nimbe',
  addedAt: '2026-11-24T11:30:00+01:00',
  page: { title: 'Avis de marché', url: 'https://marches.example.org/avis/7' },
  registry: REGISTRY,
  assessment: NIMBE,
  checklist: CHECKLIST,
  note: 'À vérifier',
};

export const AUBE_ENTRY: DossierEntry = {
  id: '22222222-2222-4222-8222-222222222222',
  provider: 'aube',
  addedAt: '2026-11-24T11:31:00+01:00',
  registry: REGISTRY,
  assessment: AUBE,
  note: '',
};

export const DOSSIER: Dossier = {
  format: DOSSIER_FORMAT,
  id: '33333333-3333-4333-8333-333333333333',
  revision: 4,
  name: 'Hébergement',
  reference: '2026-17',
  buyer: 'Commune d’Exemple',
  buyerKind: 'collectivite',
  requirementSet: 'rgpd-chapitre-5',
  note: '',
  createdAt: '2026-11-24T11:00:00+01:00',
  changedAt: '2026-11-24T11:31:00+01:00',
  entries: [NIMBE_ENTRY, AUBE_ENTRY],
};
