import * as v from 'valibot';

import { FeedAddressSchema, FeedKeysSchema } from '../feed/feed-configuration.ts';
import { HostSchema } from '../registry/host.ts';
import { OrganisationSchema, OverlaySchema, type InternalNotes } from './internal-note.ts';
import { DEFAULT_SETTINGS, SETTING_KEYS, SettingsSchema, type SettingKey, type Settings } from './settings.ts';
import type { SettingsPatch } from './settings.ts';

const { marking, certainty, hoverDelay, modifierKey, requirementSet, language, theme, updates, everySite } =
  SettingsSchema.entries;

/** The keys that an organisation may set, each read by itself; `tools/policy-schema.ts` writes the browsers' schema from them. */
export const POLICY_ENTRIES = {
  marking,
  certainty,
  hoverDelay,
  modifierKey,
  requirementSet,
  language,
  theme,
  updates,
  everySite,
  sitesAdded: v.array(HostSchema),
  /** Nothing is annotated there, whatever the reader chooses. */
  sitesBlocked: v.array(HostSchema),
  /** Settings that the reader may not change. */
  locked: v.array(v.picklist(SETTING_KEYS)),
  feedUrl: FeedAddressSchema,
  feedKeys: FeedKeysSchema,
  welcome: v.boolean(),
  /** Who the organisation is, in words for its readers. */
  organisation: OrganisationSchema,
  overlay: OverlaySchema,
} as const;
const PolicySchema = v.partial(v.object(POLICY_ENTRIES));
export type Policy = v.InferOutput<typeof PolicySchema>;
export type PolicyKey = keyof typeof POLICY_ENTRIES;

export const PolicyProblemSchema = v.strictObject({ key: v.string(), reason: v.string() });
export type PolicyProblem = v.InferOutput<typeof PolicyProblemSchema>;

/**
 * Reads what the organisation set, key by key.
 * In: what the browser hands out, of any shape. Out: the keys that can be read, and for each other its name and why not.
 */
export function readPolicy(raw: unknown): { policy: Policy; problems: PolicyProblem[] } {
  if (raw === null || raw === undefined) return { policy: {}, problems: [] };
  if (typeof raw !== 'object' || Array.isArray(raw))
    return { policy: {}, problems: [{ key: '', reason: 'is not an object' }] };
  const read: [string, unknown][] = [];
  const problems: PolicyProblem[] = [];
  for (const [key, value] of Object.entries(raw)) {
    if (!Object.hasOwn(POLICY_ENTRIES, key)) {
      problems.push({ key, reason: 'is not a key that Ancrage knows' });
      continue;
    }
    const result = v.safeParse(POLICY_ENTRIES[key as PolicyKey], value);
    if (result.success) read.push([key, result.output]);
    else {
      const [issue] = result.issues;
      const path = v.getDotPath(issue);
      problems.push({ key: path === null ? key : `${key}.${path}`, reason: issue.message });
    }
  }
  return { policy: Object.fromEntries(read), problems };
}

/** What the policy names and nobody has: a slip of the keyboard, or a provider that is no more. In: the ids there are. */
export function unknownNames({ overlay = {} }: Policy, providers: ReadonlySet<string>): PolicyProblem[] {
  const unknown = Object.keys(overlay).filter((id) => !providers.has(id));
  return unknown.map((id) => ({ key: `overlay.${id}`, reason: 'is not the id of a provider' }));
}

/**
 * The organisation's own notes on some providers.
 * In: the policy, and the ids of the providers. Out: the notes, by provider, and who speaks; null where there is none.
 */
export function internalNotes(
  { overlay = {}, organisation }: Policy,
  providers: readonly string[],
): InternalNotes | null {
  const notes = Object.fromEntries(
    providers.flatMap((id) => {
      const note = Object.hasOwn(overlay, id) ? overlay[id] : undefined;
      return note === undefined ? [] : [[id, note]];
    }),
  );
  if (Object.keys(notes).length === 0) return null;
  return { ...(organisation !== undefined && { organisation }), notes };
}

/** In: the policy. Out: the settings that hold where the reader changed nothing. */
export function baseUnder(policy: Policy): Settings {
  const known = Object.fromEntries(
    SETTING_KEYS.flatMap((key) => (key in policy ? [[key, policy[key as 'marking']]] : [])),
  );
  return { ...DEFAULT_SETTINGS, ...known, sitesAdded: [], sitesOff: [] };
}

/** In: the policy. Out: the settings that the reader may not change. */
export function lockedBy(policy: Policy): SettingKey[] {
  return [...(policy.locked ?? [])];
}

/**
 * The settings that hold.
 * In: the policy and what the reader changed. Out: all settings; sites of both are put together, a locked one is the policy's.
 */
export function settingsUnder(policy: Policy, changed: SettingsPatch): Settings {
  const base = baseUnder(policy);
  const locked = lockedBy(policy);
  const own = Object.fromEntries(Object.entries(changed).filter(([key]) => !locked.includes(key as SettingKey)));
  const settings: Settings = { ...base, ...own };
  return {
    ...settings,
    sitesAdded: together(policy.sitesAdded, settings.sitesAdded),
    sitesOff: together(policy.sitesBlocked, settings.sitesOff),
  };
}

/**
 * What a reader's change leaves to store.
 * In: the policy, what was changed before, and the change asked for. Out: what the reader changed in all, without what the
 * policy says anyway. A change of a locked setting is dropped.
 */
export function changedUnder(policy: Policy, changed: SettingsPatch, patch: SettingsPatch): SettingsPatch {
  const base = baseUnder(policy);
  const locked = lockedBy(policy);
  const own = Object.fromEntries(Object.entries(patch).filter(([key]) => !locked.includes(key as SettingKey)));
  const all: SettingsPatch = { ...changed, ...own };
  if (all.sitesAdded !== undefined) all.sitesAdded = without(all.sitesAdded, policy.sitesAdded);
  if (all.sitesOff !== undefined) all.sitesOff = without(all.sitesOff, policy.sitesBlocked);
  return Object.fromEntries(
    Object.entries(all).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(base[key as SettingKey])),
  );
}

function together(first: readonly string[] = [], second: readonly string[] = []): string[] {
  return [...new Set([...first, ...second])];
}

function without(hosts: readonly string[], dropped: readonly string[] = []): string[] {
  return hosts.filter((host) => !dropped.includes(host));
}
