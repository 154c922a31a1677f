import type { Exposure } from '../registry/exposure.ts';
import type { Fact } from '../registry/fact.ts';
import type { Qualification } from '../registry/offering.ts';
import type { Provider } from '../registry/provider.ts';
import type { Registry } from '../registry/registry.ts';
import { countries, date, list, number, phrase, text, type Phrase } from '../wording/phrase.ts';
import type { MessageKey } from '../wording/message-key.ts';
import type { AxisAssessment } from './assessment.ts';
import { receiptsOf, receiptsOfFact, uniqueReceipts } from './receipts.ts';
import { notesOf } from './notes.ts';
import { offeringsOn } from './offerings.ts';
import { runs } from './qualification-period.ts';
import { assessSilence, isSilent } from './silence.ts';

/** Strongest link first: the binding fact leads. */
const STRENGTH_ORDER = ['direct', 'indirect', 'contested'] as const;

export const BASIS_KEYS: Record<Exposure['basis'], MessageKey> = {
  'head-office': 'law_basis_headOffice',
  'ultimate-parent': 'law_basis_ultimateParent',
  'controlling-fund': 'law_basis_controllingFund',
  subsidiary: 'law_basis_subsidiary',
  'technology-licensor': 'law_basis_technologyLicensor',
  subprocessor: 'law_basis_subprocessor',
};

/**
 * Says which law from outside the EU can reach a provider, by which link and how strongly.
 * In: a provider, an ISO day, the registry. Out: the law axis. "None found" is a search and a date, never an immunity.
 */
export function assessLaw(provider: Provider, day: string, registry: Registry): AxisAssessment {
  const fact = provider.exposures;
  const ownership = [provider.ultimateParent, provider.headOffice, provider.technologyLicensor];
  const ownershipReceipts = ownership.flatMap((owner) => receiptsOfFact(owner, registry.sources));
  if (isSilent(fact)) {
    const silence = assessSilence('law', [fact], registry.sources);
    return {
      ...silence,
      details: [...parentLines(provider), ...silence.details],
      receipts: uniqueReceipts([...silence.receipts, ...ownershipReceipts]),
    };
  }

  const exposures = fact.value.filter((exposure) => isInForce(exposure, day, registry));
  const receipts = (laws: string[]) =>
    uniqueReceipts([
      ...receiptsOfFact(fact, registry.sources),
      ...ownershipReceipts,
      ...laws.flatMap((law) => receiptsOf(registry.laws[law]?.sources ?? [], registry.sources)),
    ]);

  const [lapsed] = fact.value;
  if (exposures.length === 0 && lapsed !== undefined) {
    // The link stands; only what reached through it is not in force that day.
    const places = countries([...new Set(fact.value.map(({ country }) => country))]);
    return {
      axis: 'law',
      standing: 'due',
      brief: phrase('law_lapsed_brief'),
      statement: phrase('law_lapsed', places),
      details: parentLines(provider),
      notes: [...notesOf(fact), ...notesOf(provider.ultimateParent)],
      receipts: receipts([]),
    };
  }
  if (exposures.length === 0) {
    const contested = fact.state === 'contested';
    const checkedOn =
      fact.sources
        .map((citation) => citation.checkedOn)
        .sort()
        .at(-1) ?? day;
    return {
      axis: 'law',
      standing: contested ? 'contested' : 'full',
      brief: phrase('law_none_brief'),
      statement: phrase('law_none'),
      details: [...parentLines(provider), ...testedLines(provider, day), phrase('law_none_detail', date(checkedOn))],
      notes: [...notesOf(fact), ...notesOf(provider.ultimateParent)],
      receipts: receipts([]),
    };
  }

  const strongest = STRENGTH_ORDER.find((strength) => exposures.some((exposure) => exposure.strength === strength));
  const strength = fact.state === 'contested' ? 'contested' : (strongest ?? 'contested');
  const binding = exposures.filter((exposure) => fact.state === 'contested' || exposure.strength === strongest);
  const places = countries([...new Set(binding.map((exposure) => exposure.country))]);
  const laws = [...new Set(exposures.flatMap((exposure) => exposure.law ?? []))];
  return {
    axis: 'law',
    standing: strength === 'direct' ? 'empty' : strength === 'contested' ? 'contested' : 'half',
    brief: strength === 'direct' ? phrase('plain', places) : phrase(`law_${strength}_brief`, places),
    statement: phrase(`law_${strength}`, places),
    details: [...parentLines(provider), ...lawLines(exposures, registry), ...testedLines(provider, day)],
    notes: [...laws.flatMap((law) => noteLine(law, registry)), ...notesOf(fact), ...notesOf(provider.ultimateParent)],
    receipts: receipts(laws),
  };
}

function isInForce(exposure: Exposure, day: string, registry: Registry): boolean {
  const law = exposure.law === undefined ? undefined : registry.laws[exposure.law];
  if (law === undefined) return true;
  return (law.from === undefined || law.from <= day) && (law.until === undefined || day <= law.until);
}

function parentLines(provider: Provider): Phrase[] {
  const lines: Phrase[] = [];
  if (provider.ultimateParent.state === 'known' || provider.ultimateParent.state === 'contested') {
    const { name, country } = provider.ultimateParent.value;
    lines.push(phrase('law_parent', text(name), countries([country])));
  }
  if (provider.technologyLicensor.state === 'known' || provider.technologyLicensor.state === 'contested') {
    const { name, country } = provider.technologyLicensor.value;
    lines.push(phrase('law_licensor', text(name), countries([country])));
  }
  return lines;
}

/**
 * The one word on protection from foreign law that is not ours: a qualification that tests it, on its offering alone.
 * Version 3.2 is the first with such requirements, so a qualification whose version is not on record is not quoted.
 */
function testedLines(provider: Provider, day: string): Phrase[] {
  const names = offeringsOn(provider, day)
    .filter(({ qualifications }) =>
      (qualifications as Fact<Qualification>[]).some(
        (fact) => runs(fact, day) && fact.value.scheme === 'secnumcloud' && fact.value.level === '3.2',
      ),
    )
    .map(({ name }) => name);
  const [name, ...others] = names;
  if (name === undefined) return [];
  return [others.length === 0 ? phrase('law_tested', text(name)) : phrase('law_tested_many', number(names.length))];
}

/** One line for each kind of link: "CLOUD Act et FISA 702, par la société mère". */
function lawLines(exposures: Exposure[], registry: Registry): Phrase[] {
  const named = Map.groupBy(
    exposures.filter((exposure) => exposure.law !== undefined),
    (exposure) => exposure.basis,
  );
  return [
    ...[...named].map(([basis, group]) =>
      phrase(BASIS_KEYS[basis], list([...new Set(group.map(({ law = '' }) => registry.laws[law]?.name ?? law))])),
    ),
    ...exposures.filter((exposure) => exposure.law === undefined).map(unnamedLawLine),
  ];
}

/** The link is known, the country's laws are not reviewed. */
function unnamedLawLine(exposure: Exposure): Phrase {
  return phrase('law_unnamed', countries([exposure.country]));
}

function noteLine(law: string, registry: Registry): Phrase[] {
  const note = registry.laws[law]?.note;
  const name = registry.laws[law]?.name ?? law;
  return note === undefined ? [] : [phrase('note_about', text(name), { kind: 'localized', text: note })];
}
