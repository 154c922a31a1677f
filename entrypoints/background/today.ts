/** Today; the day of the edition where the clock is behind it, which it then must be wrong. */
export function dayIn({ date }: { date: string }): string {
  const today = new Date().toISOString().slice(0, 10);
  return today < date ? date : today;
}
