/**
 * Writes a moment with the offset of the clock that shows it, so that a file can say when without guessing where.
 * In: a moment, and the clock's offset from UTC in minutes, positive to the east. Out: `2026-11-24T11:30:00+01:00`.
 */
export function momentWithOffset(moment: Date, offset: number): string {
  const local = new Date(moment.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const two = (number: number) => String(number).padStart(2, '0');
  const minutes = Math.abs(offset);
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
