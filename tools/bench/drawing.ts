import type { Row } from './row.ts';

/** In: the rows of one run. Out: docs/performance.md, a table of figures beside their bars. */
export function performancePage(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ name, value, unit, bar, met }) => `| ${name} | ${figure(value)} ${unit} | ${bar} | ${met ? 'met' : 'not met'} |`,
  );
  return [
    '# Performance',
    '',
    'Drawn by `npm run bench -- --write`, all in one run, in real Chromium and Node. Medians; figures depend on the machine, ratios less so.',
    '',
    '![Each figure against its bar](performance.svg)',
    '',
    '| what | measured | bar |  |',
    '| --- | ---: | ---: | --- |',
    ...lines,
    '',
  ].join('\n');
}

const ROW_HEIGHT = 34;
const WIDTH = 760;
/** Where the bar of the issue stands, in the drawing's units. */
const BAR_AT = 480;

/** In: the rows of one run. Out: docs/performance.svg, how far each figure is from its bar, on a scale of powers of ten. */
export function performanceDrawing(rows: readonly Row[]): string {
  const height = rows.length * ROW_HEIGHT + 20;
  const drawn = rows.map((row, place) => drawRow(row, 10 + place * ROW_HEIGHT));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    ...drawn,
    `<path d="M${BAR_AT} 6V${height - 6}" stroke="#333" stroke-dasharray="3 3"/>`,
    '</svg>',
    '',
  ].join('\n');
}

/** A stroke that ends left of the bar's line keeps to it, whichever way the bar counts. */
function drawRow({ name, value, unit, bar, met }: Row, top: number): string {
  const limit = Number(bar.replace(/^\D+/, ''));
  // Where nothing at all is allowed, there is no ratio.
  const excess = value === limit ? 1 : bar.startsWith('≤') ? value / limit : limit / value;
  const length = BAR_AT + Math.max(-BAR_AT + 20, Math.min(1.2, Math.log10(excess)) * 200);
  const label = `${name}: ${figure(value)} ${unit} (${bar})`;
  return [
    `<text x="10" y="${top + 12}" fill="#222">${label.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`,
    `<rect x="10" y="${top + 17}" width="${Math.round(length - 10)}" height="7" rx="2" fill="${met ? '#2b6cb0' : '#b7791f'}"/>`,
  ].join('');
}

function figure(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}
