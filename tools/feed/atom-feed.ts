import type { ChangeLog, LoggedChange, LoggedEdition } from './change-log.ts';
import { changesRows, day } from './index-page.ts';
import type { IndexWords } from './index-words.ts';
import { markup, type Markup } from './markup.ts';
import { PAGES } from './pages.ts';

const XHTML = 'http://www.w3.org/1999/xhtml';

/**
 * Writes the changes as an Atom feed (RFC 4287), an edition an entry.
 * In: the log, the words of one language, and the address of the folder (with its last slash) where it is known. Out: XML.
 * Ids hang on nothing but the log, so that a feed that moves to another host is not all new to its readers.
 */
export function atomFeed({ id, editions }: ChangeLog, words: IndexWords, address: string | undefined): string {
  const { language } = words;
  const [newest] = editions;
  const self = PAGES.atom[language];
  const link = (rel: string, type: string, name: string) =>
    markup`<link rel="${rel}" type="${type}" hreflang="${language}" href="${address ?? ''}${name}"/>`;
  const feed = markup`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<title>${words.title}</title>
<subtitle>${words.changes}</subtitle>
<id>${id}#${language}</id>
<updated>${newest?.built ?? ''}</updated>
<author><name>Ancrage</name></author>
<rights>${words.reuse}</rights>
${address === undefined ? [] : [link('self', 'application/atom+xml', self)]}
${link('alternate', 'text/html', PAGES.index)}
${editions.map((edition, place) => entry(id, edition, editions[place + 1], words, address))}
</feed>
`;
  return feed.text;
}

function entry(
  id: string,
  { version, date, built, changes }: LoggedEdition,
  since: LoggedEdition | undefined,
  words: IndexWords,
  address: string | undefined,
): Markup {
  const { language } = words;
  return markup`<entry>
<title>${words.entry(version, day(date, language))}</title>
<id>${id}#${language}-${version}</id>
<updated>${built}</updated>
<link rel="alternate" type="text/html" hreflang="${language}" href="${address ?? ''}${PAGES.index}#${language}-changes"/>
<summary>${changes === null ? words.notCompared : words.entrySummary(changes.length)}</summary>
<content type="xhtml"><div xmlns="${XHTML}">${content(changes, since, words)}</div></content>
</entry>`;
}

function content(changes: LoggedChange[] | null, since: LoggedEdition | undefined, words: IndexWords): Markup {
  if (changes === null) return markup`<p>${words.notCompared}</p>`;
  const what =
    since === undefined ? [] : [markup`<p>${words.since(since.version, day(since.date, words.language))}</p>`];
  if (changes.length === 0) return markup`${what}<p>${words.noChange}</p>`;
  return markup`${what}<table>${changesRows(changes, words)}</table>`;
}
