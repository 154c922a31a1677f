import { browser } from 'wxt/browser';

import { readPolicy, type Policy, type PolicyProblem } from '../../domain/settings/policy.ts';

/** Where the policy last seen is kept. */
export const SEEN_KEY = 'policy.seen';
/** How long the browser is given to hand the policy out, in milliseconds. */
const PATIENCE = 30;

interface ReadPolicy {
  policy: Policy;
  problems: PolicyProblem[];
}

/**
 * What the organisation set; nothing where it set nothing.
 * Chrome hands policies out only once it has loaded them all, seconds after it started: until then the one last seen
 * holds, and no page waits. A policy that turns out to be another is told by the change of what was seen.
 */
export async function policyInForce(): Promise<ReadPolicy> {
  const managed = managedPolicy();
  const late = new Promise<'late'>((resolve) => {
    setTimeout(resolve, PATIENCE, 'late');
  });
  const first = await Promise.race([managed, late]);
  return first === 'late' ? readPolicy(await lastSeen()) : first;
}

/** The policy itself, however long the browser takes. */
export async function managedPolicy(): Promise<ReadPolicy> {
  // Firefox rejects where no policy names us, Chrome answers with nothing.
  const raw: unknown = await browser.storage.managed.get().catch(() => ({}));
  if (JSON.stringify(raw) !== JSON.stringify(await lastSeen())) await browser.storage.local.set({ [SEEN_KEY]: raw });
  return readPolicy(raw);
}

async function lastSeen(): Promise<unknown> {
  return (await browser.storage.local.get(SEEN_KEY))[SEEN_KEY] ?? {};
}
