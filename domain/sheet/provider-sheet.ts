import { assess } from '../assessment/assess.ts';
import { receiptsOf, receiptsOfFact } from '../assessment/receipts.ts';
import { isSilent } from '../assessment/silence.ts';
import { BASIS_KEYS } from '../assessment/law.ts';
import { openLine } from '../assessment/location.ts';
import { AXES, type Assessment, type AxisAssessment } from '../assessment/assessment.ts';
import type { Exposure } from '../registry/exposure.ts';
import type { Fact, Provenance } from '../registry/fact.ts';
import type { Location, Offering, Qualification } from '../registry/offering.ts';
import type { Provider } from '../registry/provider.ts';
import type { Registry } from '../registry/registry.ts';
import type { LocalizedText } from '../registry/text.ts';
import { countries, date, phrase, text, type Phrase } from '../wording/phrase.ts';
import { dataPlaces, type DataPlace } from './data-places.ts';
import { factLine, type FactLine } from './fact-line.ts';
import { identityOf, type IdentityLine } from './identity.ts';
import { ReceiptLedger, type NumberedReceipt } from './receipt-ledger.ts';
import { timelineOf, type TimelineEntry } from './timeline.ts';

export const ASPECTS = ['storage', 'backups', 'support', 'keys'] as const;

export interface ExposureRow {
  /** The law and the link through which it reaches the provider. */
  link: Phrase;
  /** The country and how strong the link is. */
  strength: Phrase;
  /** Absent where the country's laws have not been reviewed. */
  law?: { text: LocalizedText; note?: LocalizedText };
  provenance: Provenance;
  receipts: number[];
}

export interface QualificationRow {
  scheme: { id: string; name: string; authority: string; testsForeignLaw: boolean };
  offering: string;
  line: FactLine;
}

export interface OfferingRow {
  id: string;
  name: string;
  categories: Offering['categories'];
  lifecycle: Offering['lifecycle'];
  from?: string;
  until?: string;
  places: Record<(typeof ASPECTS)[number], FactLine>;
}

/** Everything the registry holds on one provider, each fact with the numbers of its receipts. */
export interface ProviderSheet {
  assessment: Assessment;
  /** The numbers of each axis's receipts, in the order of the axes. */
  axisReceipts: Record<AxisAssessment['axis'], number[]>;
  kind: Provider['kind'];
  statusReceipts: number[];
  identity: IdentityLine[];
  /** Empty where none was found, and where the law axis is a silence. */
  exposures: ExposureRow[];
  qualifications: QualificationRow[];
  offerings: OfferingRow[];
  places: DataPlace[];
  timeline: TimelineEntry[];
  /** The other records of its group, or the group's record itself. */
  related: Assessment[];
  /** The names under which pages are searched for it, alphabetically. */
  aliases: string[];
  receipts: NumberedReceipt[];
}

/**
 * Lays out everything the registry holds on a provider.
 * In: a provider, an ISO day, the registry (or an extract that holds the provider's group). Out: its sheet.
 */
export function describeProvider(provider: Provider, day: string, registry: Registry): ProviderSheet {
  const ledger = new ReceiptLedger();
  const assessment = assess(provider, day, registry);
  const identity = identityOf(provider, registry, ledger);
  const statusReceipts = ledger.number(assessment.status?.receipts ?? []);
  const axisReceipts = Object.fromEntries(
    AXES.map((axis, place) => [axis, ledger.number(assessment.axes[place]?.receipts ?? [])]),
  ) as ProviderSheet['axisReceipts'];
  const group = provider.group === undefined ? undefined : registry.providers[provider.group];
  const related = [...assessment.members.map((member) => registry.providers[member.provider]), group];
  return {
    assessment,
    axisReceipts,
    kind: provider.kind,
    statusReceipts,
    identity,
    exposures: exposuresOf(provider, registry, ledger),
    qualifications: qualificationsOf(provider, day, registry, ledger),
    offerings: provider.offerings.map((offering) => offeringRow(offering, registry, ledger)),
    places: dataPlaces(provider, day, registry),
    timeline: timelineOf(provider, assessment.events, registry, ledger),
    related: related.flatMap((one) => (one === undefined || one.id === provider.id ? [] : assess(one, day, registry))),
    aliases: [...new Set(provider.aliases.map((alias) => alias.text))].sort((a, b) => a.localeCompare(b, 'fr')),
    receipts: ledger.entries(),
  };
}

function exposuresOf(provider: Provider, registry: Registry, ledger: ReceiptLedger): ExposureRow[] {
  const fact = provider.exposures as Fact<Exposure[]>;
  if (isSilent(fact)) return [];
  return fact.value.map(({ law: id, country, basis, strength }): ExposureRow => {
    const law = id === undefined ? undefined : registry.laws[id];
    return {
      link: phrase(BASIS_KEYS[basis], law === undefined ? countries([country]) : text(law.name)),
      strength: phrase(`law_${strength}`, countries([country])),
      ...(law !== undefined && { law: { text: law.text, ...(law.note !== undefined && { note: law.note }) } }),
      provenance: fact.provenance,
      receipts: ledger.number([
        ...receiptsOfFact(fact, registry.sources),
        ...receiptsOf(law?.sources ?? [], registry.sources),
      ]),
    };
  });
}

function qualificationsOf(
  provider: Provider,
  day: string,
  registry: Registry,
  ledger: ReceiptLedger,
): QualificationRow[] {
  return provider.offerings.flatMap((offering) =>
    offering.qualifications.flatMap((fact): QualificationRow[] => {
      if (fact.state !== 'known' && fact.state !== 'contested') return [];
      const { scheme: id } = fact.value;
      const scheme = registry.schemes[id];
      return [
        {
          scheme: {
            id,
            name: scheme?.name ?? id,
            authority: scheme?.authority ?? '',
            testsForeignLaw: scheme?.testsForeignLaw ?? false,
          },
          offering: offering.name,
          line: factLine(
            fact as Fact<Qualification>,
            (value) => sayQualification(value, day),
            registry.sources,
            ledger,
          ),
        },
      ];
    }),
  );
}

/** What a scheme says of an offering on a day: its state first, then level, dates, scope and decision. */
function sayQualification(qualification: Qualification, day: string): Phrase[] {
  const { state, level, from, until, step, listOf, scope, decision } = qualification;
  return [
    sayState(state, until, step, day),
    ...(level === undefined ? [] : [phrase('sheet_level', text(level))]),
    ...(from === undefined ? [] : [phrase('sheet_from', date(from))]),
    ...(until === undefined || until < day ? [] : [phrase('sheet_until', date(until))]),
    ...(listOf === undefined ? [] : [phrase('sheet_listOf', date(listOf))]),
    ...(scope === undefined ? [] : [phrase('sheet_scope', { kind: 'localized', text: scope })]),
    ...(decision === undefined ? [] : [phrase('sheet_decision', text(decision))]),
  ];
}

function sayState(
  state: Qualification['state'],
  until: string | undefined,
  step: string | undefined,
  day: string,
): Phrase {
  switch (state) {
    case 'qualified':
      return until !== undefined && until < day ? phrase('sheet_ended', date(until)) : phrase('sheet_qualified');
    case 'in-progress':
      return step === undefined ? phrase('sheet_inProgress') : phrase('sheet_inProgressStep', text(step));
    case 'refused':
      return phrase('sheet_refused');
    case 'absent':
      return phrase('sheet_absent');
  }
}

function offeringRow(offering: Offering, registry: Registry, ledger: ReceiptLedger): OfferingRow {
  const { id, name, categories, lifecycle, from, until, location } = offering;
  return {
    id,
    name,
    categories,
    lifecycle,
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    places: Object.fromEntries(
      ASPECTS.map((aspect) => [
        aspect,
        factLine(location[aspect] as Fact<Location>, sayPlace, registry.sources, ledger),
      ]),
    ) as OfferingRow['places'],
  };
}

function sayPlace({ mode, countries: codes, complete }: Location): Phrase[] {
  return [
    mode === 'customer-chooses' ? phrase('location_choiceAmong', countries(codes)) : phrase('plain', countries(codes)),
    ...(complete ? [] : [openLine(mode)]),
  ];
}
