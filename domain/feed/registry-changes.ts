import * as v from 'valibot';

import { DaySchema } from '../registry/partial-date.ts';
import type { Registry } from '../registry/registry.ts';
import { ASPECTS, describeProvider, type ProviderSheet, type QualificationRow } from '../sheet/provider-sheet.ts';
import type { FactLine } from '../sheet/fact-line.ts';
import type { MessageKey } from '../wording/message-key.ts';
import { date, list, phrase, PhraseSchema, text, type Phrase } from '../wording/phrase.ts';

/** One thing that is not as it was: in words of no language, so that it can be read in any. */
export const ChangeSchema = v.strictObject({
  kind: v.picklist(['added', 'removed', 'changed']),
  /** Id of the provider. */
  provider: v.string(),
  name: v.string(),
  offering: v.exactOptional(v.string()),
  /** Which fact; absent where the provider or the offering itself was added or removed. */
  fact: v.exactOptional(PhraseSchema),
  before: v.array(PhraseSchema),
  after: v.array(PhraseSchema),
});
export type Change = v.InferOutput<typeof ChangeSchema>;

const EditionSchema = v.strictObject({ version: v.number(), date: DaySchema });

/** What the updates changed that the reader has not seen yet, or saw last. */
export const StoredChangesSchema = v.strictObject({
  from: EditionSchema,
  to: EditionSchema,
  changes: v.array(ChangeSchema),
  /** How many more there are. */
  more: v.number(),
  seen: v.boolean(),
});
export type StoredChanges = v.InferOutput<typeof StoredChangesSchema>;

/** Where they are kept. */
export const CHANGES_KEY = 'feed.changes';

/** Nobody reads more, and what is stored has an end. */
const MOST_CHANGES = 400;

/** One statement of a sheet. */
interface Statement {
  offering?: string;
  /** Nothing is known of it. */
  silent?: boolean;
  fact?: Phrase;
  says: Phrase[];
  /** The end of a qualification that runs, to tell a renewal. */
  until?: string;
}

/**
 * What differs between two registries, fact by fact: values and silences, not the dates on which sources were read again.
 * In: two registries. Out: the changes in the order of the providers' names; each with what was and what is.
 */
export function registryChanges(before: Registry, after: Registry): Change[] {
  // Both as of one day, or what ended meanwhile by itself would look like a change of the data.
  const day = after.date;
  const ids = [...new Set([...Object.keys(before.providers), ...Object.keys(after.providers)])];
  return ids
    .flatMap((id): Change[] => {
      const [was, is] = [before.providers[id], after.providers[id]];
      if (is === undefined) return was === undefined ? [] : [whole('removed', id, was.name)];
      if (was === undefined) return [whole('added', id, is.name)];
      return providerChanges(describeProvider(was, day, before), describeProvider(is, day, after));
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function whole(kind: 'added' | 'removed', provider: string, name: string): Change {
  return { kind, provider, name, before: [], after: [] };
}

function providerChanges(was: ProviderSheet, is: ProviderSheet): Change[] {
  const [before, after] = [statementsOf(was), statementsOf(is)];
  const { provider, name } = is.assessment;
  const stillOffered = new Set(is.offerings.map((offering) => offering.name));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): Change[] => {
    const [old, now] = [before.get(key), after.get(key)];
    const { offering, fact } = now ?? old ?? {};
    const about = { provider, name, ...(offering !== undefined && { offering }), ...(fact !== undefined && { fact }) };
    // A new offering is told with what is known of it; one that is gone took its facts with it.
    if (old === undefined && now?.silent === true) return [];
    if (now === undefined && fact !== undefined && offering !== undefined && !stillOffered.has(offering)) return [];
    if (old === undefined) return [{ kind: 'added', ...about, before: [], after: now?.says ?? [] }];
    if (now === undefined) return [{ kind: 'removed', ...about, before: old.says, after: [] }];
    const difference = differenceOf(old, now);
    return difference === null ? [] : [{ kind: 'changed', ...about, ...difference }];
  });
}

function differenceOf(old: Statement, now: Statement): Pick<Change, 'before' | 'after'> | null {
  const [before, after] = [without(old.says, now.says), without(now.says, old.says)];
  if (before.length === 0 && after.length === 0) return null;
  if (old.until !== undefined && now.until !== undefined && old.until < now.until) {
    return {
      before: [phrase('changes_until', date(old.until))],
      after: [phrase('changes_renewed', date(now.until))],
    };
  }
  return { before: before.length === 0 ? old.says : before, after: after.length === 0 ? now.says : after };
}

function without(phrases: readonly Phrase[], others: readonly Phrase[]): Phrase[] {
  const said = new Set(others.map((one) => JSON.stringify(one)));
  return phrases.filter((one) => !said.has(JSON.stringify(one)));
}

/** The statements of a sheet by what they are about; each key stands for the same thing in both sheets. */
function statementsOf(sheet: ProviderSheet): Map<string, Statement> {
  const { assessment } = sheet;
  const statements = new Map<string, Statement>();
  const say = (key: string, statement: Statement) => statements.set(key, statement);
  say('name', { fact: phrase('changes_name'), says: [phrase('plain', text(assessment.name))] });
  say('status', { fact: phrase('changes_status'), says: sayStatus(assessment.status) });
  for (const { label, line } of sheet.identity) say(label, { fact: phrase(label), says: sayLine(line) });
  const law = assessment.axes.find(({ axis }) => axis === 'law');
  say('law', {
    fact: phrase('axis_law'),
    says: [
      ...(sheet.exposures.length === 0 && law !== undefined ? [law.statement] : []),
      ...sheet.exposures.flatMap(({ link, strength }) => [link, strength]),
      ...(law?.standing === 'contested' ? [phrase('changes_contested')] : []),
    ],
  });
  for (const offering of sheet.offerings) {
    const { id, name, lifecycle, places } = offering;
    say(`offering ${id}`, { offering: name, says: [phrase(LIFECYCLES[lifecycle])] });
    for (const aspect of ASPECTS) {
      const line = places[aspect];
      say(`${aspect} ${id}`, {
        offering: name,
        fact: phrase(`sheet_${aspect}`),
        says: sayLine(line),
        silent: line.state !== 'known' && line.state !== 'contested',
      });
    }
  }
  const byScheme = Map.groupBy(sheet.qualifications, (row) => `${row.scheme.id} ${row.offering}`);
  for (const [key, rows] of byScheme) say(`qualification ${key}`, sayQualifications(rows));
  for (const { on, text: what } of assessment.events) {
    say(`event ${on} ${what.fr}`, {
      fact: phrase('changes_event', date(on)),
      says: [phrase('plain', { kind: 'localized', text: what })],
    });
  }
  return statements;
}

const LIFECYCLES = { active: 'changes_offered', announced: 'sheet_announced', closed: 'sheet_closed' } as const;
const STATES: Record<NonNullable<ProviderSheet['assessment']['status']>['state'], MessageKey> = {
  active: 'changes_active',
  closed: 'status_closed',
  merged: 'status_merged',
  renamed: 'status_renamed',
  announced: 'status_announced',
};

function sayStatus(status: ProviderSheet['assessment']['status']): Phrase[] {
  if (status === undefined) return [phrase('silence_unknown')];
  const { state, on, successor } = status;
  return [
    phrase(STATES[state]),
    ...(on === undefined ? [] : [phrase('changes_since', date(on))]),
    ...(successor === undefined ? [] : [phrase('status_successor', text(successor))]),
  ];
}

/** When somebody last searched in vain is no change of what is known. */
function sayLine({ state, phrases }: FactLine): Phrase[] {
  return [
    ...phrases.filter(({ key }) => key !== 'silence_unknown_detail'),
    ...(state === 'contested' ? [phrase('changes_contested')] : []),
  ];
}

function sayQualifications(rows: readonly QualificationRow[]): Statement {
  const says = rows.flatMap(({ line }) => sayLine(line).filter(({ key }) => key !== 'sheet_listOf'));
  const ends = says.flatMap(({ key, values: [end] }) =>
    key === 'sheet_until' && end?.kind === 'date' ? [end.date] : [],
  );
  const [row] = rows;
  const until = ends.sort().at(-1);
  return {
    offering: row?.offering ?? '',
    fact: phrase('plain', list([row?.scheme.name ?? ''])),
    says,
    ...(until !== undefined && { until }),
  };
}

/**
 * Adds what an update changed to what earlier ones did and nobody has seen yet.
 * In: what is stored (null or seen: forgotten), the two registries, and the ids of providers that the second one has and that
 * cannot be read here: they are not gone. Out: what to store; what is as it was before all of them is no change.
 */
export function changesSince(
  stored: StoredChanges | null,
  before: Registry,
  after: Registry,
  unreadable: readonly string[] = [],
): StoredChanges {
  const unseen = stored === null || stored.seen ? null : stored;
  const changes = registryChanges(before, after).filter(
    ({ kind, provider, fact, offering }) =>
      !(kind === 'removed' && fact === undefined && offering === undefined && unreadable.includes(provider)),
  );
  const merged = mergedChanges(unseen?.changes ?? [], changes);
  return {
    from: unseen?.from ?? { version: before.version, date: before.date },
    to: { version: after.version, date: after.date },
    changes: merged.slice(0, MOST_CHANGES),
    more: (unseen?.more ?? 0) + Math.max(0, merged.length - MOST_CHANGES),
    seen: false,
  };
}

function mergedChanges(earlier: readonly Change[], later: readonly Change[]): Change[] {
  const merged = new Map(earlier.map((change) => [aboutOf(change), change]));
  for (const change of later) {
    const first = merged.get(aboutOf(change));
    if (first === undefined) merged.set(aboutOf(change), change);
    else {
      const both = { ...change, before: first.before };
      const cancelled = JSON.stringify(both.before) === JSON.stringify(both.after) || isUndone(first, change);
      if (cancelled) merged.delete(aboutOf(change));
      else merged.set(aboutOf(change), { ...both, kind: first.kind === 'added' ? 'added' : change.kind });
    }
  }
  return [...merged.values()];
}

function aboutOf({ provider, offering = '', fact }: Change): string {
  return JSON.stringify([provider, offering, fact ?? null]);
}

function isUndone(first: Change, then: Change): boolean {
  return (
    (first.kind === 'added' && then.kind === 'removed') ||
    (first.kind === 'removed' && then.kind === 'added' && then.fact === undefined)
  );
}
