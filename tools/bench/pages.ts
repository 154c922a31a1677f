/** Pages made for measuring: the same on every run. */

const SENTENCES = [
  'Le titulaire assure la maintenance corrective et évolutive de l’application pendant la durée du marché.',
  'Les prestations sont exécutées dans les locaux de l’acheteur, aux heures ouvrées.',
  'The contracting authority reserves the right to negotiate with the three best ranked tenderers.',
  'Der Auftragnehmer stellt sicher, dass alle Daten innerhalb der vereinbarten Fristen geliefert werden.',
  'Le règlement de la consultation précise les critères de jugement des offres et leur pondération.',
];
const NAMED = [
  'L’hébergement actuel est assuré par OVHcloud et la sauvegarde par Scaleway.',
  'The service is hosted on Amazon Web Services or Microsoft Azure.',
];

function sentence(number: number): string {
  const named = number % 40 === 0 ? NAMED[(number / 40) % NAMED.length] : undefined;
  return named ?? SENTENCES[number % SENTENCES.length] ?? '';
}

function page(body: string): string {
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>bench</title><body>${body}`;
}

/** In: how many elements and UTF-16 units of text at least. Out: a long notice, its sentences broken by inline elements. */
export function longNotice(elements: number, length: number): string {
  const parts: string[] = [];
  let units = 0;
  for (let number = 0; number * 3 < elements || units < length; number += 1) {
    const text = `${sentence(number)} ${sentence(number + 1)}`;
    units += text.length;
    const middle = Math.floor(text.length / 2);
    parts.push(`<div><p>${text.slice(0, middle)}<b>${text.slice(middle)}</b></p></div>`);
  }
  return page(parts.join('\n'));
}

/** In: how many rows. Out: a table of three columns, a name in every fiftieth row. */
export function longTable(rows: number): string {
  const cells = Array.from({ length: rows }, (_unused, number) => {
    const holder = number % 50 === 0 ? 'Outscale' : `Société ${number}`;
    return `<tr><td>Lot ${number}</td><td>${sentence(number % 5 === 0 ? 1 : 2)}</td><td>${holder}</td></tr>`;
  });
  return page(`<table><tbody>${cells.join('')}</tbody></table>`);
}

/** In: UTF-16 units. Out: as much text of notices, a name here and there. */
export function noticeText(length: number): string {
  const parts: string[] = [];
  for (let number = 0, units = 0; units < length; number += 1) {
    const part = `${sentence(number)} `;
    parts.push(part);
    units += part.length;
  }
  return parts.join('');
}

/** In: UTF-16 units of text at least. Out: a page that names nobody. */
export function namelessPage(length: number): string {
  const parts: string[] = [];
  for (let number = 0, units = 0; units < length; number += 1) {
    const text = SENTENCES[number % SENTENCES.length] ?? '';
    parts.push(`<p>${text}</p>`);
    units += text.length;
  }
  return page(parts.join('\n'));
}

/** In: names. Out: a page that has one in each of its paragraphs. */
export function pageNaming(names: readonly string[]): string {
  return page(names.map((name) => `<p>Le service est hébergé par ${name}.</p>`).join('\n'));
}
