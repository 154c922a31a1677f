import { describe, expect, it } from 'vitest';

import { atomFeed } from '../../tools/feed/atom-feed.ts';
import type { ChangeLog, LoggedChange, LoggedEdition } from '../../tools/feed/change-log.ts';
import { indexPage, type Published } from '../../tools/feed/index-page.ts';
import { INDEX_WORDS } from '../../tools/feed/index-words.ts';
import { textOf, verdictsIn, violationsIn } from './reading.ts';

const both = (text: string) => ({ fr: text, en: text });
const CHANGES: LoggedChange[] = [
  {
    provider: 'nimbe',
    name: 'Nimbe',
    offering: 'Nimbe Machines',
    fact: both('SecNumCloud'),
    before: { fr: 'Jusqu’au 01/12/2026', en: 'Until 01/12/2026' },
    after: { fr: 'Jusqu’au 01/12/2029', en: 'Until 01/12/2029' },
  },
  { provider: 'zed', name: 'Zed', fact: { fr: 'Fiche', en: 'Record' }, after: { fr: 'Ajoutée', en: 'Added' } },
];
const edition = (version: number, changes: LoggedEdition['changes']): LoggedEdition => ({
  version,
  date: `2026-1${version}-23`,
  built: `2026-1${version}-23T17:00:00Z`,
  providers: 156,
  changes,
});
const FILE = { file: `registry-${'a'.repeat(64)}.json`, size: 1_274_686, sha256: 'a'.repeat(64) };
const published = (changes: LoggedEdition['changes'] = CHANGES): Published => ({
  edition: edition(2, changes),
  since: changes === null ? undefined : edition(1, null),
  counts: {
    providers: 156,
    offerings: 200,
    qualifications: 104,
    known: 827,
    unknown: 136,
    notReviewed: 1053,
    sources: 597,
  },
  registry: FILE,
  previous: null,
});
const hostile = `</td><script>alert(1)</script><img src=x onerror="alert(1)">&amp;'"\u0000\u0007\ud800`;
const HOSTILE: LoggedChange[] = [
  { provider: 'p', name: hostile, offering: hostile, fact: both(hostile), before: both(hostile), after: both(hostile) },
];

/** Puts the page in the document, without its sheet. */
function show(page: Published): Document {
  document.documentElement.lang = 'fr';
  const read = new DOMParser().parseFromString(indexPage(page), 'text/html');
  document.head.replaceChildren(...read.head.querySelectorAll('title'));
  document.body.replaceChildren(...read.body.childNodes);
  return document;
}
const rows = (language: string) =>
  [...document.querySelectorAll(`#${language} tbody tr`)].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );

describe('the page of a published feed', () => {
  it.each<[string, LoggedEdition['changes']]>([
    ['with changes', CHANGES],
    ['without', []],
    ['the first', null],
    ['with hostile names', HOSTILE],
  ])('leaves axe nothing to say: %s', async (_, changes) => {
    const { body } = show(published(changes));
    expect(await violationsIn(body)).toEqual([]);
    expect(changes === HOSTILE ? [] : verdictsIn(body)).toEqual([]);
  });

  it('tells the changes as a table, in both languages', () => {
    show(published());
    expect(rows('fr')).toEqual([
      ['Nimbe', 'Nimbe Machines', 'SecNumCloud', 'Jusqu’au 01/12/2026', 'Jusqu’au 01/12/2029'],
      ['Zed', '—', 'Fiche', '—', 'Ajoutée'],
    ]);
    expect(rows('en')[0]).toEqual(['Nimbe', 'Nimbe Machines', 'SecNumCloud', 'Until 01/12/2026', 'Until 01/12/2029']);
    expect(document.querySelector('#en')?.getAttribute('lang')).toBe('en');
    for (const [language, version, since] of [
      ['fr', 'Version 2 du 23 décembre 2026', 'Depuis la version 1 du 23 novembre 2026'],
      ['en', 'Version 2 of 23 December 2026', 'Since version 1 of 23 November 2026'],
    ]) {
      expect(document.querySelector(`#${language} .version`)?.textContent).toBe(version);
      expect(document.querySelector(`#${language} caption`)?.textContent).toBe(since);
    }
  });

  it('counts what the registry holds', () => {
    show(published());
    const counts = (language: string) =>
      [...document.querySelectorAll(`#${language} dl div`)].map((one) =>
        [...one.children].map((part) => part.textContent),
      );
    expect(counts('fr')).toContainEqual(['faits non examinés', '1\u202f053']);
    expect(counts('en')).toContainEqual(['facts not reviewed', '1,053']);
    expect(counts('fr')).toHaveLength(7);
  });

  it('says that nothing changed, and that there is nothing to compare with', () => {
    show(published([]));
    expect(textOf(document.body)).toContain('Aucun fait n’a changé');
    expect(document.querySelector('table')).toBe(null);
    show(published(null));
    expect(textOf(document.body)).toContain('Il n’y a pas de version précédente');
  });

  it('runs nothing and fetches nothing, whatever stands in the data', () => {
    const page = indexPage(published(HOSTILE));
    const read = new DOMParser().parseFromString(page, 'text/html');
    expect(read.querySelectorAll('script, img, iframe, link[rel="stylesheet"]')).toHaveLength(0);
    expect(read.querySelectorAll('#fr tbody td')).toHaveLength(4);
    expect(read.querySelector('#fr tbody th')?.textContent).toContain('</td><script>alert(1)</script>');
    expect(
      [...read.querySelectorAll('[href]')].map((link) => link.getAttribute('href')).filter((to) => /:/.test(to ?? '')),
    ).toEqual([]);
    expect(page.isWellFormed()).toBe(true);
  });

  it('keeps no-break spaces where French has them', () => {
    show(published());
    const text = document.querySelector('#fr')?.textContent ?? '';
    expect(text.match(/ [:;!?»]|« /g)).toBe(null);
  });
});

describe('the changes as Atom', () => {
  const log = (changes: LoggedEdition['changes']): ChangeLog => ({
    id: 'urn:uuid:177a72e3-5a5c-469b-97b1-dec0328bbf38',
    editions: [edition(2, changes), edition(1, null)],
  });
  const feeds = (changes: LoggedEdition['changes'], address?: string) =>
    INDEX_WORDS.map((words) =>
      new DOMParser().parseFromString(atomFeed(log(changes), words, address), 'application/xml'),
    );
  const texts = (parent: Element | Document, name: string) =>
    [...parent.children].flatMap((child) => (child.localName === name ? [child.textContent] : []));

  it.each<[string, LoggedEdition['changes']]>([
    ['with changes', CHANGES],
    ['without', []],
    ['with hostile names', HOSTILE],
  ])('are well-formed and have what RFC 4287 asks for: %s', (_, changes) => {
    const ids = feeds(changes, 'https://data.example.org/ancrage/').flatMap((document) => {
      const feed = document.documentElement;
      expect(document.querySelector('parsererror')).toBe(null);
      expect([feed.localName, feed.namespaceURI]).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
      // Section 4.1.1: exactly one of each, an author for all entries; 4.2.7.2: where it is itself.
      for (const name of ['id', 'title', 'updated', 'author']) expect(texts(feed, name)).toHaveLength(1);
      const self = [...feed.children].filter((child) => child.getAttribute('rel') === 'self');
      expect(self.map((link) => link.getAttribute('href'))).toEqual([
        expect.stringMatching(/^https:.*\.(?:fr|en)\.atom$/),
      ]);
      const entries = [...feed.children].filter(({ localName }) => localName === 'entry');
      expect(entries).toHaveLength(2);
      for (const entry of entries) {
        for (const name of ['id', 'title', 'updated', 'summary', 'content']) expect(texts(entry, name)).toHaveLength(1);
        expect(texts(entry, 'updated')[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      }
      expect(texts(feed, 'updated')).toEqual(texts(entries[0]!, 'updated'));
      return [...texts(feed, 'id'), ...entries.flatMap((entry) => texts(entry, 'id'))];
    });
    // Section 4.2.6: no two things have one id, and each is an absolute IRI.
    expect(new Set(ids).size).toBe(6);
    expect(ids.every((id) => /^urn:uuid:[0-9a-f-]{36}#(?:fr|en)(?:-\d+)?$/.test(id ?? ''))).toBe(true);
  });

  it('say what changed', () => {
    const [french, english] = feeds(CHANGES);
    expect(french?.documentElement.textContent).toContain('2 faits ont changé.');
    expect(english?.documentElement.textContent).toContain('Until 01/12/2029');
  });
});
