/** Files whose top-level keys are ids: sorted, so that two people adding one each do not collide. */
const SORTED = new Set(['sources.json', 'laws.json', 'schemes.json']);

/**
 * The one way in which a file of `data/` is written.
 * In: its name below `data/` and its value. Out: JSON, two spaces, a line break at the end; records sorted by id.
 */
export function formatJson(file: string, value: unknown): string {
  const record = SORTED.has(file) && value !== null && typeof value === 'object';
  const ordered = record ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
  return `${JSON.stringify(ordered, null, 2)}\n`;
}
