import fc from 'fast-check';

import { BuyerSchema } from '../../../domain/requirements/buyer.ts';
import { DOSSIER_FORMAT, type Dossier, type DossierEntry } from '../../../domain/dossier/dossier.ts';
import { inOrderAdded } from '../../../domain/dossier/dossier-patch.ts';
import { momentWithOffset } from '../../../domain/dossier/moment.ts';
import { AUBE, BRUME, NIMBE } from '../../components/sample-assessment.ts';
import { CHECKLIST } from './sample-dossier.ts';

const moments = fc
  .tuple(
    fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
    fc.integer({ min: -12, max: 14 }),
  )
  .map(([date, hours]) => momentWithOffset(date, hours * 60));

/** Any text that a keyboard or a page can give: tabs, line breaks, formulas, marks of direction, halves of pairs. */
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('=1+1', '\t"x"\r\n', '\u202Eabc', '</script>', '\uD83D', '_ \u00a0'),
);

export const arbitraryEntry: fc.Arbitrary<DossierEntry> = fc
  .record({
    id: fc.uuid(),
    assessment: fc.constantFrom(NIMBE, AUBE, BRUME),
    offering: fc.option(fc.constant({ id: 'nimbe-disque', name: 'Nimbe Disque' }), { nil: undefined }),
    addedAt: moments,
    page: fc.option(fc.record({ title: texts, url: fc.webUrl() }), { nil: undefined }),
    version: fc.integer({ min: 1, max: 99 }),
    checklist: fc.option(fc.constant(CHECKLIST), { nil: undefined }),
    note: texts,
  })
  .map(({ id, assessment, offering, addedAt, page, version, checklist, note }) => ({
    id,
    provider: assessment.provider,
    ...(offering !== undefined && { offering }),
    addedAt,
    ...(page !== undefined && { page }),
    registry: { version, date: '2026-11-20' },
    assessment,
    ...(checklist !== undefined && { checklist }),
    note,
  }));

/** Any dossier that a buyer could have. */
export const arbitraryDossier: fc.Arbitrary<Dossier> = fc
  .record({
    id: fc.uuid(),
    revision: fc.nat(),
    name: texts,
    reference: texts,
    buyer: texts,
    buyerKind: fc.constantFrom(...BuyerSchema.options),
    requirementSet: fc.constantFrom(null, 'rgpd-chapitre-5'),
    note: texts,
    createdAt: moments,
    changedAt: moments,
    entries: fc.uniqueArray(arbitraryEntry, { maxLength: 6, selector: ({ id }) => id }),
  })
  .map(({ entries, ...cover }) => ({ format: DOSSIER_FORMAT, ...cover, entries: inOrderAdded(entries) }));
