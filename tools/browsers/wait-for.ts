/** Long enough for a machine that does much else at the same time, in milliseconds: only what fails waits that long. */
const PATIENCE = 30_000;

/**
 * Polls until `probe` gives something truthy; a navigation in between is not a failure.
 * In: the probe, and what is waited for, in words. Out: what the probe gave. Throws after `limit` milliseconds.
 */
export async function waitFor<Result>(probe: () => Promise<Result>, what: string, limit = PATIENCE): Promise<Result> {
  const end = Date.now() + limit;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const result = await probe();
      if (result) return result;
      last = result;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited ${limit} ms for ${what}; last: ${String(last)}`);
}

/**
 * Polls until `probe` gives the same truthy thing twice in a row: what comes late moves what is there.
 * In, out and throws as `waitFor`.
 */
export function waitToSettle<Result>(probe: () => Promise<Result>, what: string): Promise<Result> {
  let last = '';
  return waitFor(async () => {
    const now = await probe();
    const stays = JSON.stringify(now) === last;
    last = JSON.stringify(now) ?? '';
    return stays ? now : (null as Result);
  }, `${what} to settle`);
}
