import fc from 'fast-check';

import { AXES, STANDINGS, type Assessment, type Receipt } from '../../../../domain/assessment/assessment.ts';
import type { Dossier, DossierEntry } from '../../../../domain/dossier/dossier.ts';
import { inOrderAdded } from '../../../../domain/dossier/dossier-patch.ts';
import { STATUS_STATES } from '../../../../domain/registry/provider-history.ts';
import type { Checklist } from '../../../../domain/requirements/checklist.ts';
import { date, phrase, text, type Phrase } from '../../../../domain/wording/phrase.ts';

/** What a page, a document or a hand may put into a text, to break what is written from it. */
export const HOSTILE_TEXTS = [
  '=HYPERLINK("https://evil.example";"x")',
  "=cmd|'/C calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(1+1)',
  '\t=1+1',
  '\r=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '  =1+1',
  'a\tb\nc\r\nd\u2028e\u2029f\u0085g',
  'Avis \u202Efdp.exe\u202C \u2066x\u2069',
  'a\u0000b\u0001c\u0008d\u000Be\u000Cf\u001Bg\u007Fh\u009F',
  'a\uFFFEb\uFFFFc',
  'x]]>y',
  '<![CDATA[x]]>',
  '<!-- x -- y -->',
  '<?xml version="1.0"?>',
  '&lt;b&gt; & &#0; &unknown;',
  '"quoted"; \'quoted\'; semi;colon, comma',
  '| a | b |\n| --- | --- |',
  '[x](https://evil.example) **bold** `code` <img src=x>',
  '\uD83D lone \uDE00',
  '👩🏽‍⚖️ ⚓️ 𝒜ncrage',
  'שלום עולם مرحبا',
  'x'.repeat(5000),
  'mot '.repeat(1200),
  '_x000D_ _x0041_',
  '',
];

/** Any text, and often a hostile one. */
export const anyText = (maxLength: number) =>
  fc
    .oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: 'binary', maxLength: 60 }), fc.lorem({ maxCount: 12 }))
    .map((one) => one.slice(0, maxLength));

/** A name as the registry takes it: trimmed, never empty. */
const anyName = anyText(200).map((name) => name.trim() || 'Nom');
const anyId = fc.stringMatching(/^[a-z0-9]{1,8}(?:-[a-z0-9]{1,8})?$/);
const anyDay = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const anyMoment = fc
  .record({
    day: anyDay,
    time: fc.constantFrom('00:00:00', '11:30:12', '23:59:59'),
    zone: fc.constantFrom('Z', '+01:00', '-09:30'),
  })
  .map(({ day, time, zone }) => `${day}T${time}${zone}`);
const anyLocalized = fc.record({ fr: anyName, en: anyName });
const anyPhrase: fc.Arbitrary<Phrase> = fc.oneof(
  anyText(2000).map((value) => phrase('plain', text(value))),
  anyLocalized.map((value) => phrase('plain', { kind: 'localized', text: value })),
  fc.tuple(anyName, anyDay).map(([name, day]) => phrase('check_searched', text(name), date(day))),
);
const anyReceipt: fc.Arbitrary<Receipt> = fc.record(
  {
    publisher: anyName,
    title: anyName,
    url: fc.webUrl({ validSchemes: ['https'], withQueryParameters: true, withFragments: true }),
    checkedOn: anyDay,
    date: fc.constantFrom('2019', '2019-05', '2019-05-21'),
    quote: anyText(300),
    provenance: fc.constantFrom('official-register' as const, 'press' as const),
    readThrough: fc.webUrl({ validSchemes: ['https'] }),
  },
  { requiredKeys: ['publisher', 'title', 'url', 'checkedOn'] },
);
const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 });

const anyAssessment: fc.Arbitrary<Assessment> = fc
  .record({
    provider: anyId,
    name: anyName,
    legalEntity: fc.option(anyName, { nil: undefined }),
    status: fc.option(fc.record({ state: fc.constantFrom(...STATUS_STATES), receipts: few(anyReceipt) }), {
      nil: undefined,
    }),
    axes: fc.array(
      fc.record({
        standing: fc.constantFrom(...STANDINGS),
        brief: anyPhrase,
        statement: anyPhrase,
        details: few(anyPhrase),
        notes: few(anyPhrase),
        receipts: few(anyReceipt),
      }),
      { minLength: 3, maxLength: 3 },
    ),
    events: few(
      fc.record({
        on: anyDay,
        kind: fc.constant('closure' as const),
        text: anyLocalized,
        receipts: few(anyReceipt),
      }),
    ),
  })
  .map(({ legalEntity, status, axes, ...rest }) => ({
    ...rest,
    ...(legalEntity !== undefined && { legalEntity }),
    ...(status !== undefined && { status }),
    axes: AXES.flatMap((axis, place) => axes.slice(place, place + 1).map((one) => ({ axis, ...one }))),
    members: [],
  }));

const anyChecklist: fc.Arbitrary<Checklist> = fc.record({
  set: fc.constantFrom('set-a', 'set-b'),
  name: anyLocalized,
  applicability: anyPhrase,
  scope: anyLocalized,
  receipts: few(anyReceipt),
  axes: fc.constant([...AXES]),
  rows: fc.uniqueArray(
    fc.record({
      id: anyId,
      text: anyLocalized,
      answer: fc.constantFrom('met' as const, 'not-met' as const, 'unknown' as const),
      facts: few(anyPhrase),
      receipts: few(anyReceipt),
    }),
    { maxLength: 4, selector: ({ id }) => id },
  ),
});

const anyEntry: fc.Arbitrary<DossierEntry> = fc.record(
  {
    id: fc.uuid(),
    provider: anyId,
    offering: fc.record({ id: anyId, name: anyName }),
    addedAt: anyMoment,
    page: fc.record({ title: anyText(2000), url: fc.oneof(fc.webUrl(), anyText(4000)) }),
    registry: fc.record({ version: fc.nat(1000), date: anyDay }),
    assessment: anyAssessment,
    checklist: anyChecklist,
    note: anyText(10_000),
  },
  { requiredKeys: ['id', 'provider', 'addedAt', 'registry', 'assessment', 'note'] },
);

/** Any dossier that a buyer could have, with texts that nobody would hope for. */
export const arbitraryDossier: fc.Arbitrary<Dossier> = fc.record({
  format: fc.constant(1 as const),
  id: fc.uuid(),
  revision: fc.nat(),
  name: anyText(300),
  reference: anyText(300),
  buyer: anyText(300),
  buyerKind: fc.constantFrom('collectivite' as const, 'state' as const, 'operator' as const, 'health' as const),
  requirementSet: fc.constantFrom(null, 'set-a', 'set-b'),
  note: anyText(10_000),
  createdAt: anyMoment,
  changedAt: anyMoment,
  entries: fc.uniqueArray(anyEntry, { maxLength: 4, selector: ({ id }) => id }).map(inOrderAdded),
});
