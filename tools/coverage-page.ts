import type { AxisStates, Report } from './report-registry.ts';

const AXES = ['location', 'law', 'qualification'] as const;

/**
 * Writes the coverage as a page.
 * In: a report. Out: Markdown, the same for the same registry.
 */
export function coveragePage(report: Report): string {
  const { facts } = report;
  return `# Coverage of the registry

Made by \`npm run registry:report -- --write\`. Registry ${report.version} of ${report.date}, as of that day.

| | |
| --- | ---: |
| providers | ${report.providers} |
| facts known | ${facts.known} |
| facts contested, with the provider's reply | ${facts.contested} |
| facts unknown (searched, not found) | ${facts.unknown} |
| facts not reviewed | ${facts.notReviewed} |
| facts not applicable | ${facts.notApplicable} |
| known facts without a public source | ${report.knownWithoutPublicSource} |
| sources | ${report.sources} |

## Axis by axis

How many providers have at least one fact in that state; the best state counts.

| axis | known | contested | unknown | not reviewed | not applicable |
| --- | ---: | ---: | ---: | ---: | ---: |
${AXES.map((axis) => `| ${axis} | ${Object.values(report.axes[axis]).join(' | ')} |`).join('\n')}

## Who says so

| provenance | facts |
| --- | ---: |
${Object.entries(report.byProvenance)
  .sort(([, a], [, b]) => b - a)
  .map(([provenance, count]) => `| ${provenance} | ${count} |`)
  .join('\n')}

## Age

| facts last checked more than | |
| --- | ---: |
| 6 months ago | ${report.olderThanMonths['6']} |
| 12 months ago | ${report.olderThanMonths['12']} |
| 24 months ago | ${report.olderThanMonths['24']} |

## Qualifications that end within 90 days

${
  report.endingWithin90Days.length === 0
    ? 'None.'
    : `| provider | offering | scheme | until |
| --- | --- | --- | --- |
${report.endingWithin90Days.map((row) => `| ${row.provider} | ${row.offering} | ${row.scheme} | ${row.until} |`).join('\n')}`
}

## The ${report.priority.length} providers that French public buyers meet most

${(report.prioritySettled * 100).toFixed(1)} % of their axes are known, contested with a reply, not applicable, or honestly unknown (searched, with the date of the search).

| provider | location | law | qualification |
| --- | --- | --- | --- |
${report.priority.map(row).join('\n')}
`;
}

function row({ id, location, law, qualification }: AxisStates): string {
  return `| ${id} | ${location} | ${law} | ${qualification} |`;
}
