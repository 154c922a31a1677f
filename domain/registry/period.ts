/**
 * The first day that a date of reduced precision can mean.
 * In: `2013`, `2013-09` or `2013-09-21`. Out: an ISO day, `2013-01-01`.
 */
export function startOf(partialDate: string): string {
  return `${partialDate}-01-01`.slice(0, 10);
}

/**
 * The last day that a date of reduced precision can mean.
 * In: `2013`, `2013-09` or `2013-09-21`. Out: an ISO day, `2013-12-31`.
 */
export function endOf(partialDate: string): string {
  if (partialDate.length === 10) return partialDate;
  const [year = 0, month = 12] = partialDate.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/**
 * Adds days to a day.
 * In: an ISO day and a whole number of days, negative to go back. Out: an ISO day.
 */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
