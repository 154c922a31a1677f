/** Why a feed cannot be made, signed, read or served, with the remedy, in one sentence for the person at the terminal. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
}

/** In: anything thrown. Out: its message alone. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
