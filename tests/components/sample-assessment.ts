import type { Assessment, AxisAssessment, Receipt } from '../../domain/assessment/assessment.ts';
import { countries, date, list, phrase, text } from '../../domain/wording/phrase.ts';

/** From an official list, read through a copy, with a quotation: a receipt that lacks nothing. */
export const REGISTER_RECEIPT: Receipt = {
  publisher: 'ANSSI',
  title: 'Liste des prestataires qualifiés',
  url: 'https://cyber.example.org/liste.pdf',
  readThrough: 'https://copies.example.org/liste',
  date: '2026-09-15',
  checkedOn: '2026-10-02',
  quote: 'Nimbe Machines, jusqu’au 30/11/2028',
  provenance: 'official-register',
};

/** What the provider says of itself, on a page that bears no date. */
export const PROVIDER_RECEIPT: Receipt = {
  publisher: 'Nimbe',
  title: 'Where your data is',
  url: 'https://nimbe.example.org/regions',
  checkedOn: '2026-10-03',
  provenance: 'provider-statement',
};

/** The text of a law, which nobody has to state. */
export const LAW_RECEIPT: Receipt = {
  publisher: 'U.S. Code',
  title: '18 U.S.C. § 2713',
  url: 'https://laws.example.org/2713',
  date: '2018-03',
  checkedOn: '2026-10-04',
};

export const LOCATION: AxisAssessment = {
  axis: 'location',
  standing: 'full',
  brief: phrase('location_eu'),
  statement: phrase('location_choiceAmong', countries(['FR', 'DE'])),
  details: [],
  notes: [phrase('location_backups', countries(['FR']))],
  receipts: [PROVIDER_RECEIPT, REGISTER_RECEIPT],
};

/** The same, where some offerings alone are known. */
export const PARTLY_LOCATED: AxisAssessment = {
  ...LOCATION,
  standing: 'half',
  details: [phrase('location_partial'), phrase('location_coverage', text('2'), text('3'))],
};

export const LAW: AxisAssessment = {
  axis: 'law',
  standing: 'half',
  brief: phrase('law_indirect_brief', countries(['US'])),
  statement: phrase('law_indirect', countries(['US'])),
  details: [
    phrase('law_parent', text('Nimbe Group, Inc.'), countries(['US'])),
    phrase('law_basis_ultimateParent', list(['CLOUD Act', 'FISA 702'])),
  ],
  notes: [
    phrase('note_about', text('CLOUD Act'), text('18 U.S.C. § 2713')),
    phrase('note_about', text('FISA 702'), text('50 U.S.C. § 1881a')),
  ],
  receipts: [LAW_RECEIPT],
};

export const QUALIFICATION: AxisAssessment = {
  axis: 'qualification',
  standing: 'due',
  brief: phrase('qualification_due_brief', date('2026-12-01')),
  statement: phrase('qualification_due', date('2026-12-01')),
  details: [phrase('qualification_others', list(['HDS', 'ISO 27001']))],
  notes: [phrase('qualification_offering_until', text('Nimbe Machines'), date('2026-12-01'))],
  receipts: [REGISTER_RECEIPT],
};

/** An axis about which nothing was looked for. */
export const silenceOn = (axis: AxisAssessment['axis']): AxisAssessment => ({
  axis,
  standing: 'not-reviewed',
  brief: phrase('silence_notReviewed_brief'),
  statement: phrase('silence_notReviewed'),
  details: [],
  notes: [],
  receipts: [],
});

/** An axis on which something was looked for and not found. */
export const UNKNOWN: AxisAssessment = {
  axis: 'location',
  standing: 'unknown',
  brief: phrase('silence_unknown_brief'),
  statement: phrase('silence_unknown'),
  details: [phrase('silence_unknown_detail', date('2026-10-01'))],
  notes: [],
  receipts: [PROVIDER_RECEIPT],
};

/** An axis on which there is nothing to look for. */
export const NOT_APPLICABLE: AxisAssessment = {
  axis: 'qualification',
  standing: 'not-applicable',
  brief: phrase('silence_notApplicable_brief'),
  statement: phrase('silence_notApplicable'),
  details: [
    phrase('plain', { kind: 'localized', text: { fr: 'Logiciel, sans hébergement.', en: 'Software, no hosting.' } }),
  ],
  notes: [],
  receipts: [],
};

/** The axis of a group, whose answer hangs on the offering. */
export const BY_OFFERING: AxisAssessment = {
  axis: 'location',
  standing: 'not-applicable',
  brief: phrase('group_brief'),
  statement: phrase('group_statement'),
  details: [phrase('group_members', list(['Nimbe Mail', 'Nimbe Santé']))],
  notes: [],
  receipts: [],
};

/** An axis about which the provider has answered. */
export const CONTESTED: AxisAssessment = {
  axis: 'law',
  standing: 'contested',
  brief: phrase('law_contested_brief', countries(['US'])),
  statement: phrase('law_contested', countries(['US'])),
  details: [phrase('law_parent', text('Nimbe Group, Inc.'), countries(['US']))],
  notes: [
    phrase('contested_reply', {
      kind: 'localized',
      text: { fr: 'Nimbe opère seul.', en: 'Nimbe operates alone.' },
    }),
  ],
  receipts: [PROVIDER_RECEIPT],
};

/** The silences of an axis, each once. */
export const SILENCES: AxisAssessment[] = [CONTESTED, QUALIFICATION, UNKNOWN, silenceOn('law'), NOT_APPLICABLE];

/** A provider that is still what it was, with everything that an assessment can hold. */
export const NIMBE: Assessment = {
  provider: 'nimbe',
  name: 'Nimbe',
  legalEntity: 'Nimbe SAS',
  status: { state: 'active', on: '2015-01-01', receipts: [PROVIDER_RECEIPT] },
  axes: [LOCATION, LAW, QUALIFICATION],
  events: [
    {
      on: '2024-05-31',
      kind: 'data-move',
      text: { fr: 'Ouverture d’une région à Francfort.', en: 'A region opens in Frankfurt.' },
      receipts: [PROVIDER_RECEIPT],
    },
    {
      on: '2019',
      kind: 'ownership',
      text: { fr: 'Rachat par Nimbe Group, Inc.', en: 'Bought by Nimbe Group, Inc.' },
      receipts: [REGISTER_RECEIPT, LAW_RECEIPT],
    },
  ],
  members: [
    { provider: 'nimbe-mail', name: 'Nimbe Mail' },
    { provider: 'nimbe-sante', name: 'Nimbe Santé' },
  ],
};

/** A provider of which only the name is on record. */
export const AUBE: Assessment = {
  provider: 'aube',
  name: 'Aube',
  axes: [silenceOn('location'), silenceOn('law'), silenceOn('qualification')],
  events: [],
  members: [],
};

type Status = NonNullable<Assessment['status']>;

/** In: what became of a provider, and, where they are known, when and into what. Out: its status, sourced. */
export const statusOf = (state: Status['state'], known: Pick<Status, 'on' | 'successor'> = {}): Status => ({
  state,
  ...known,
  receipts: [REGISTER_RECEIPT],
});

/** The sample provider after something became of it. */
export const nimbeOnceIt = (state: Status['state'], known: Pick<Status, 'on' | 'successor'> = {}): Assessment => ({
  ...NIMBE,
  status: statusOf(state, known),
});

/** A provider whose axes hold three silences of three kinds. */
export const BRUME: Assessment = {
  provider: 'brume',
  name: 'Brume',
  axes: [UNKNOWN, CONTESTED, NOT_APPLICABLE],
  events: [],
  members: [],
};

/** The registry's edition, as the card and the popup name it. */
export const REGISTRY = { version: 42, date: '2026-11-20' };
