import * as v from 'valibot';

import type { Evidence } from './evidence.ts';
import type { Alias } from './alias.ts';
import type { Registry } from './registry.ts';
import { withoutImplied, wordKey } from './word-list.ts';

/** Stands between the items of a list: a list of two thousand words is half its size without quotes. No name holds it. */
const SEPARATOR = '|';

const PackedListSchema = v.string();

/** A provider's names: those that mean one thing only, in any case or exactly as written; and the ambiguous ones. */
const ProviderNamesSchema = v.strictObject({
  any: v.exactOptional(PackedListSchema),
  exact: v.exactOptional(PackedListSchema),
  ambiguousAny: v.exactOptional(PackedListSchema),
  ambiguous: v.exactOptional(PackedListSchema),
});

/** The names to look for, and no fact: what ships to every page, so it is packed. */
export const NameListSchema = v.strictObject({
  registryVersion: v.number(),
  names: v.record(v.string(), ProviderNamesSchema),
  falseFriends: v.array(v.string()),
});
export type NameList = v.InferOutput<typeof NameListSchema>;

/** What tells ambiguous names apart: two thirds of the index, and needed only where one of them is met. */
export const NameEvidenceSchema = v.strictObject({
  evidence: v.strictObject({
    cloudTerms: PackedListSchema,
    companyBefore: PackedListSchema,
    companyAfter: PackedListSchema,
    companyBetween: PackedListSchema,
    elsewhereBefore: PackedListSchema,
    elsewhereAfter: PackedListSchema,
    otherLanguages: PackedListSchema,
  }),
  contexts: v.array(
    v.strictObject({
      /** Absent where it is a confirmation, as most are. */
      needs: v.exactOptional(v.picklist(['own-confirmation', 'no-exclusion', 'confirmation-in-french'])),
      confirm: PackedListSchema,
      exclude: PackedListSchema,
    }),
  ),
  /** Of each ambiguous name, in the order of the names, the place of its context. */
  places: v.array(v.number()),
});
export type NameEvidence = v.InferOutput<typeof NameEvidenceSchema>;

export type NameIndex = NameList & NameEvidence;

/** Where there is none: no ambiguous name can be told apart, and none counts. */
export const NO_EVIDENCE: NameEvidence = {
  evidence: {
    cloudTerms: '',
    companyBefore: '',
    companyAfter: '',
    companyBetween: '',
    elsewhereBefore: '',
    elsewhereAfter: '',
    otherLanguages: '',
  },
  contexts: [],
  places: [],
};

/** In: a name index. Out: its names alone. */
export function namesAlone({ registryVersion, names, falseFriends }: NameList): NameList {
  return { registryVersion, names, falseFriends };
}

/** In: a name index. Out: what tells its ambiguous names apart. */
export function evidenceAlone({ evidence, contexts, places }: NameEvidence): NameEvidence {
  return { evidence, contexts, places };
}

/** What an ambiguous name goes by. */
export interface NameContext {
  needs: 'confirmation' | 'own-confirmation' | 'no-exclusion' | 'confirmation-in-french';
  confirm: readonly string[];
  exclude: readonly string[];
}

/** Stands for the context of every ambiguous name as long as the evidence is not there. */
export const PENDING_CONTEXT: NameContext = { needs: 'confirmation', confirm: [], exclude: [] };

/** A name as the matcher uses it. `context` is absent on a name that means one thing only. */
export interface IndexedName {
  text: string;
  provider: string;
  anyCase: boolean;
  context?: NameContext;
}

/**
 * Draws the names to look for from a registry.
 * In: a registry. Out: its name index, sorted so that equal registries give equal bytes.
 */
export function buildNameIndex(registry: Registry): NameIndex {
  const contexts: NameIndex['contexts'] = [];
  const plainNames = new Set(
    Object.values(registry.providers).flatMap(({ aliases }) =>
      aliases.filter((alias) => alias.ambiguous === undefined && alias.case === 'any').map(({ text }) => wordKey(text)),
    ),
  );
  const places: number[] = [];
  const known = new Map<string, number>();
  const note = (text: string, { needs, confirm, exclude }: NonNullable<Alias['ambiguous']>): void => {
    const general = needs === 'own-confirmation' ? [] : registry.evidence.cloudTerms;
    const elsewhere = registry.evidence.elsewhereBefore.flatMap((word) =>
      ['', 'de ', 'du ', "d'", 'd’'].map((particle) => wordKey(`${word} ${particle}${text}`)),
    );
    const context = {
      ...(needs !== 'confirmation' && { needs }),
      // A provider named without doubt speaks for the name in any case.
      confirm: pack(
        withoutImplied(
          confirm.filter((word) => needs === 'own-confirmation' || !plainNames.has(wordKey(word))),
          general,
        ),
      ),
      exclude: pack(
        withoutImplied(
          exclude.filter((word) => !elsewhere.includes(wordKey(word))),
          [],
        ),
      ),
    };
    const key = JSON.stringify(context);
    const place = known.get(key) ?? contexts.push(context) - 1;
    known.set(key, place);
    places.push(place);
  };
  const names = Object.keys(registry.providers)
    .sort()
    .map((id) => [id, packNames(registry.providers[id]?.aliases ?? [], note)] as const);
  return {
    registryVersion: registry.version,
    evidence: packEvidence(registry.evidence),
    contexts,
    places,
    names: Object.fromEntries(names),
    falseFriends: registry.falseFriends.map((friend) => friend.text).sort(compare),
  };
}

function packEvidence(evidence: Evidence): NameIndex['evidence'] {
  return {
    cloudTerms: pack(withoutImplied(evidence.cloudTerms, [])),
    companyBefore: pack(evidence.companyBefore),
    companyAfter: pack(evidence.companyAfter),
    companyBetween: pack(evidence.companyBetween),
    elsewhereBefore: pack(evidence.elsewhereBefore),
    elsewhereAfter: pack(evidence.elsewhereAfter),
    otherLanguages: pack(evidence.otherLanguages),
  };
}

/** In: a name index. Out: what speaks for or against any ambiguous name. */
export function indexedEvidence({ evidence }: NameEvidence): Evidence {
  return Object.fromEntries(Object.entries(evidence).map(([kind, words]) => [kind, unpack(words)])) as Record<
    keyof typeof evidence,
    string[]
  >;
}

function packNames(
  all: readonly Alias[],
  note: (text: string, ambiguity: NonNullable<Alias['ambiguous']>) => void,
): NameIndex['names'][string] {
  const aliases = all
    .filter((alias) => !isImpliedLegalName(alias, all) && !isImpliedSpelling(alias, all))
    .sort((a, b) => compare(a.text, b.text));
  const textsOf = (policy: Alias['case'], isAmbiguous: boolean) => {
    const chosen = aliases.filter((alias) => (alias.ambiguous !== undefined) === isAmbiguous && alias.case === policy);
    for (const { text, ambiguous } of chosen) if (ambiguous !== undefined) note(text, ambiguous);
    return pack(chosen.map(({ text }) => text));
  };
  const lists = {
    any: textsOf('any', false),
    exact: textsOf('exact', false),
    ambiguousAny: textsOf('any', true),
    ambiguous: textsOf('exact', true),
  };
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== ''));
}

/** "Capgemini SE" is found by "Capgemini" already. */
function isImpliedLegalName(alias: Alias, all: readonly Alias[]): boolean {
  return (
    alias.kind === 'legal' &&
    all.some(
      (other) =>
        other !== alias &&
        other.ambiguous === undefined &&
        other.case === 'any' &&
        alias.text.startsWith(`${other.text} `),
    )
  );
}

/** "Clever-Cloud" is found by "Clever Cloud" already. */
function isImpliedSpelling(alias: Alias, all: readonly Alias[]): boolean {
  return (
    alias.ambiguous === undefined &&
    all.some(
      (other) =>
        other !== alias &&
        other.ambiguous === undefined &&
        (other.case === 'any' || alias.case === 'exact') &&
        alias.text === other.text.replaceAll(' ', '-'),
    )
  );
}

/**
 * In: a name index, or its names alone. Out: its names, each with its provider and its context, which is pending where the
 * evidence is not there.
 */
export function indexedNames(index: NameList & Partial<NameEvidence>): IndexedName[] {
  const contexts = index.contexts?.map(({ needs = 'confirmation' as const, confirm, exclude }): NameContext => ({
    needs,
    confirm: unpack(confirm),
    exclude: unpack(exclude),
  }));
  let ambiguousNames = 0;
  const contextOfNext = (): NameContext | undefined => {
    const place = index.places?.[ambiguousNames];
    ambiguousNames += 1;
    return contexts === undefined ? PENDING_CONTEXT : contexts[place ?? -1];
  };
  const ambiguous = (list: string, provider: string, anyCase: boolean) =>
    unpack(list).flatMap((text): IndexedName[] => {
      const context = contextOfNext();
      return context === undefined ? [] : [{ text, provider, anyCase, context }];
    });
  return Object.entries(index.names).flatMap(([provider, lists]) => [
    ...unpack(lists.any ?? '').map((text): IndexedName => ({ text, provider, anyCase: true })),
    ...unpack(lists.exact ?? '').map((text): IndexedName => ({ text, provider, anyCase: false })),
    ...ambiguous(lists.ambiguousAny ?? '', provider, true),
    ...ambiguous(lists.ambiguous ?? '', provider, false),
  ]);
}

function pack(items: readonly string[]): string {
  return items.join(SEPARATOR);
}

function unpack(list: string): string[] {
  return list === '' ? [] : list.split(SEPARATOR);
}

/** By code unit: the same order on every machine, whatever its locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
