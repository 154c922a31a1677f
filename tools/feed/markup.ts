/** Text that is markup already. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Markup | readonly Markup[];

/** What XML 1.0 cannot hold at all (section 2.2), and what HTML calls an error. */
// oxlint-disable-next-line no-control-regex
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * A template of HTML or XML: `` markup`<td>${name}</td>` ``.
 * In: parts; texts are written so that nothing in them is read as markup, parts that are markup go in as they are. Out: markup.
 */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(
    strings.map((text, place) => `${place === 0 ? '' : written(parts[place - 1] ?? '')}${text}`).join(''),
  );
}

/** In: any text. Out: the same in HTML or XML, in an element or between double quotes. */
export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(IMPOSSIBLE, '')
    .toWellFormed();
}

function written(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('\n');
  return escapeText(String(part));
}
