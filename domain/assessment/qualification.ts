import type { Fact } from '../registry/fact.ts';
import type { Offering, Qualification } from '../registry/offering.ts';
import { addDays } from '../registry/period.ts';
import type { Provider } from '../registry/provider.ts';
import type { Registry } from '../registry/registry.ts';
import { date, list, number, phrase, text, type Phrase } from '../wording/phrase.ts';
import type { AxisAssessment } from './assessment.ts';
import { membersOf, speaksThroughMembers } from './group.ts';
import { offeringsOn } from './offerings.ts';
import { receiptsOf, receiptsOfFact, uniqueReceipts } from './receipts.ts';
import { notesOf } from './notes.ts';
import { hasBegun, runs } from './qualification-period.ts';
import { assessGroup, assessSilence, isSilent } from './silence.ts';

/** The scheme that leads the axis: the one whose criteria look at foreign law and that ANSSI, not a buyer, grants. */
const LEADING_SCHEME = 'secnumcloud';

/** How long before its end a qualification is announced, in days. */
const NOTICE_DAYS = 90;

type Stated = Extract<Fact<Qualification>, { state: 'known' | 'contested' }>;
interface Held {
  offering: Offering;
  fact: Stated;
}

/**
 * Says what a provider's offerings are qualified for. A qualification ends by itself on its date.
 * In: a provider, an ISO day, the registry. Out: the qualification axis, SecNumCloud first, the other schemes after.
 */
export function assessQualification(provider: Provider, day: string, registry: Registry): AxisAssessment {
  if (speaksThroughMembers(provider)) {
    return assessGroup(
      'qualification',
      membersOf(provider, registry).map((member) => member.name),
    );
  }
  const offerings = offeringsOn(provider, day);
  const facts = offerings.flatMap((offering) => offering.qualifications as Fact<Qualification>[]);
  const held = offerings.flatMap((offering) =>
    (offering.qualifications as Fact<Qualification>[]).filter(isStated).map((fact): Held => ({ offering, fact })),
  );
  if (held.length === 0) return assessSilence('qualification', facts.filter(isSilent), registry.sources);

  const leading = held.filter(({ fact }) => fact.value.scheme === LEADING_SCHEME);
  const base = {
    axis: 'qualification' as const,
    notes: held.flatMap(({ offering, fact }) => notesOf(fact, offering.name)),
    receipts: uniqueReceipts([
      ...held.flatMap(({ fact }) => receiptsOfFact(fact, registry.sources)),
      ...schemesExplained(held, registry).flatMap((scheme) => receiptsOf(scheme.sources, registry.sources)),
    ]),
  };
  const otherLines = otherSchemes(held, day, registry);

  const won = leading.filter(({ fact }) => fact.value.state === 'qualified' && hasBegun(fact, day));
  const running = won.filter(({ fact }) => runs(fact, day));
  const contested = leading.some(({ fact }) => fact.state === 'contested');
  const lines = {
    details: otherLines,
    notes: [...won.map((entry) => offeringLine(entry, day)), ...base.notes],
  };
  const qualified = Map.groupBy(running, ({ offering }) => offering.id);
  const [first] = [...qualified.values()].flatMap(lastEnd).sort((a, b) => a.until.localeCompare(b.until));
  const isDue = first !== undefined && first.until <= addDays(day, NOTICE_DAYS);

  if (running.length > 0) {
    const counted = [number(qualified.size), number(offerings.length)] as const;
    const name = running[0]?.offering.name ?? '';
    const single = qualified.size === 1;
    return {
      ...base,
      standing: contested ? 'contested' : isDue ? 'due' : qualified.size === offerings.length ? 'full' : 'half',
      brief: isDue
        ? phrase('qualification_due_brief', date(first.until))
        : single
          ? phrase('qualification_one_brief')
          : phrase('qualification_many_brief', counted[0]),
      statement: !single
        ? phrase('qualification_many', ...counted)
        : isDue
          ? phrase('qualification_due', date(first.until))
          : phrase('qualification_one', text(name)),
      details: [
        ...(single && isDue ? [phrase('plain', text(name))] : []),
        ...(single && offerings.length > 1 ? [phrase('qualification_coverage', ...counted)] : []),
        ...(single && !isDue && first !== undefined ? [phrase('qualification_until', date(first.until))] : []),
        ...(!single && first !== undefined
          ? [phrase('qualification_firstEnd', date(first.until), text(first.name))]
          : []),
        ...otherLines,
      ],
      notes: lines.notes,
    };
  }
  if (won.length > 0) {
    const ended = won
      .flatMap(({ fact }) => fact.value.until ?? [])
      .sort()
      .at(-1);
    return {
      ...base,
      standing: 'due',
      brief: phrase('qualification_recheck_brief'),
      statement:
        ended === undefined ? phrase('qualification_recheck_brief') : phrase('qualification_recheck', date(ended)),
      ...lines,
    };
  }
  const inProgress = leading.find(({ fact }) => fact.value.state === 'in-progress' && hasBegun(fact, day));
  if (inProgress !== undefined) {
    const step = text(inProgress.fact.value.step ?? '');
    return {
      ...base,
      standing: 'empty',
      brief: phrase('qualification_inProgress_brief'),
      statement: phrase('qualification_inProgress', step),
      details: [phrase('qualification_inProgress_detail'), ...otherLines],
    };
  }
  const refused = leading.find(({ fact }) => fact.value.state === 'refused');
  if (refused !== undefined) {
    return {
      ...base,
      standing: 'empty',
      brief: phrase('qualification_refused'),
      statement: phrase('qualification_refused'),
      details: otherLines,
    };
  }
  const absent = leading.find(({ fact }) => fact.value.state === 'absent');
  if (absent !== undefined) {
    const listOf = absent.fact.value.listOf;
    return {
      ...base,
      standing: 'empty',
      brief: phrase('qualification_none_brief'),
      statement: phrase('qualification_none'),
      details: [...(listOf === undefined ? [] : [phrase('qualification_list', date(listOf))]), ...otherLines],
    };
  }
  // Other schemes alone: they are named, and SecNumCloud stays a silence.
  return {
    ...base,
    standing: 'not-reviewed',
    brief: phrase('qualification_notReviewed_brief'),
    statement: phrase('qualification_notReviewed'),
    details: otherLines,
  };
}

/** When an offering's qualification ends, renewals taken in; nothing when one of them has no end. */
function lastEnd(held: readonly Held[]): { name: string; until: string }[] {
  const ends = held.map(({ fact }) => fact.value.until);
  const last = ends
    .flatMap((end) => end ?? [])
    .sort()
    .at(-1);
  return last === undefined || ends.includes(undefined)
    ? []
    : held.slice(0, 1).map(({ offering }) => ({ name: offering.name, until: last }));
}

function isStated(fact: Fact<Qualification>): fact is Stated {
  return !isSilent(fact);
}

function offeringLine({ offering, fact }: Held, day: string): Phrase {
  const { until } = fact.value;
  if (until === undefined) return phrase('plain', text(offering.name));
  return until < day
    ? phrase('qualification_offering_ended', text(offering.name), date(until))
    : phrase('qualification_offering_until', text(offering.name), date(until));
}

/** The schemes whose meaning is part of what is said: the leading one, and those held that look at foreign law too. */
function schemesExplained(held: readonly Held[], registry: Registry): Registry['schemes'][string][] {
  const ids = new Set([LEADING_SCHEME, ...held.map(({ fact }) => fact.value.scheme)]);
  return [...ids].flatMap((id) => registry.schemes[id] ?? []).filter((scheme) => scheme.testsForeignLaw);
}

/**
 * What else is held on the day: schemes that do not look at foreign law in one line that says so, and each of those that
 * do with what its level means.
 */
function otherSchemes(held: readonly Held[], day: string, registry: Registry): Phrase[] {
  const others = held.filter(({ fact }) => fact.value.scheme !== LEADING_SCHEME && runs(fact, day));
  const [testing, plain] = [true, false].map((tests) =>
    others.filter(({ fact }) => (registry.schemes[fact.value.scheme]?.testsForeignLaw ?? false) === tests),
  );
  const names = [
    ...new Set((plain ?? []).map(({ fact }) => registry.schemes[fact.value.scheme]?.name ?? fact.value.scheme)),
  ];
  const levels = new Map(
    (testing ?? []).flatMap(({ fact }) => {
      const scheme = registry.schemes[fact.value.scheme];
      return scheme === undefined ? [] : [[fact.value.level ?? scheme.name, scheme.text] as const];
    }),
  );
  return [
    ...[...levels].map(([level, meaning]) => phrase('note_about', text(level), { kind: 'localized', text: meaning })),
    ...(names.length === 0
      ? []
      : [phrase(names.length === 1 ? 'qualification_others_one' : 'qualification_others', list(names.sort()))]),
  ];
}
