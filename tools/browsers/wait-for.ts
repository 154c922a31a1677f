/** Polls until `probe` gives something truthy; a navigation in between is not a failure. Throws after `limit` milliseconds. */
export async function waitFor<Result>(probe: () => Promise<Result>, what: string, limit = 15_000): Promise<Result> {
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
