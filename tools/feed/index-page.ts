import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { RegistryFile } from '../../domain/feed/feed-manifest.ts';
import type { LoggedChange, LoggedEdition } from './change-log.ts';
import { INDEX_WORDS, type IndexWords } from './index-words.ts';
import { markup, Markup } from './markup.ts';
import { PAGES } from './pages.ts';

export interface RegistryCounts {
  providers: number;
  offerings: number;
  qualifications: number;
  known: number;
  unknown: number;
  notReviewed: number;
  sources: number;
}

/** What the page is about. */
export interface Published {
  edition: LoggedEdition;
  /** The edition before it, which it is compared with. */
  since: LoggedEdition | undefined;
  counts: RegistryCounts;
  registry: RegistryFile;
  previous: RegistryFile | null;
}

const STYLE = join(import.meta.dirname, 'index-page.css');
const COUNTS = ['providers', 'offerings', 'qualifications', 'known', 'unknown', 'notReviewed', 'sources'] as const;

/**
 * Writes the page that a person finds where a feed is published.
 * In: what is published. Out: HTML in French and in English, without script, and with nothing that is fetched from elsewhere.
 */
export function indexPage(published: Published): string {
  const [first] = INDEX_WORDS;
  const page = markup`<!doctype html>
<html lang="${first?.language ?? 'fr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${INDEX_WORDS.map(({ title }) => title).join(' · ')}</title>
${INDEX_WORDS.map(
  ({ language, title, changes }) =>
    markup`<link rel="alternate" type="application/atom+xml" hreflang="${language}" href="${PAGES.atom[language]}" title="${title} · ${changes}">`,
)}
<style>
${new Markup(readFileSync(STYLE, 'utf8'))}</style>
</head>
<body>
<main>
${INDEX_WORDS.map((words) => article(published, words))}
</main>
</body>
</html>
`;
  return page.text;
}

function article({ edition, since, counts, registry, previous }: Published, words: IndexWords): Markup {
  const { language } = words;
  const other = language === 'fr' ? 'en' : 'fr';
  const number = new Intl.NumberFormat(language);
  return markup`<article lang="${language}" id="${language}">
<p class="other-language"><a href="#${other}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a></p>
<h1>${words.title}</h1>
<p class="version">${words.version(edition.version, day(edition.date, language))}</p>
<p>${words.lead}</p>
<h2>${words.holds}</h2>
<dl class="counts">
${COUNTS.map((count) => markup`<div><dt>${words.counts[count]}</dt><dd>${number.format(counts[count])}</dd></div>`)}
</dl>
<p class="note">${words.caution}</p>
<h2 id="${language}-changes">${words.changes}</h2>
${changesTable(edition, since, words)}
<h2>${words.files}</h2>
<ul class="files">
${file(registry.file, `${words.registry} (${words.size(registry.size)})`)}
${previous === null ? [] : [file(previous.file, words.previous(words.size(previous.size)))]}
${file(PAGES.schema, words.schema)}
${file('feed.json', words.feed)}
${file('changes.json', words.log)}
${file(PAGES.atom[language], words.atom)}
${file(PAGES.licence, words.licence)}
</ul>
<p class="note">${words.reuse}</p>
</article>`;
}

function changesTable({ changes }: LoggedEdition, since: LoggedEdition | undefined, words: IndexWords): Markup {
  if (changes === null || since === undefined) return markup`<p>${words.notCompared}</p>`;
  const caption = words.since(since.version, day(since.date, words.language));
  if (changes.length === 0) return markup`<p>${caption}. ${words.noChange}</p>`;
  return markup`<table role="table">
<caption>${caption}</caption>
${changesRows(changes, words)}
</table>`;
}

/**
 * In: changes, and the words of one language. Out: the head and the body of their table.
 */
export function changesRows(changes: readonly LoggedChange[], words: IndexWords): Markup {
  const { language, columns, nothing } = words;
  const cell = (column: string, text: string | undefined) =>
    text === undefined
      ? markup`<td role="cell" class="empty">${nothing}</td>`
      : markup`<td role="cell" data-column="${column}${language === 'fr' ? '\u00a0:' : ':'}">${text}</td>`;
  return markup`<thead role="rowgroup"><tr role="row">${Object.values(columns).map((name) => markup`<th role="columnheader" scope="col">${name}</th>`)}</tr></thead>
<tbody role="rowgroup">
${changes.map(
  ({ name, offering, fact, before, after }) =>
    markup`<tr role="row"><th role="rowheader" scope="row">${name}</th>${cell(columns.offering, offering)}${cell(columns.fact, fact[language])}${cell(columns.before, before?.[language])}${cell(columns.after, after?.[language])}</tr>`,
)}
</tbody>`;
}

function file(name: string, what: string): Markup {
  return markup`<li><a href="${name}">${name}</a> <span>${what}</span></li>`;
}

/** In: an ISO day and a language. Out: the day as that language writes it in a sentence: "24 novembre 2026". */
export function day(iso: string, language: IndexWords['language']): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${iso}T00:00:00Z`),
  );
}
