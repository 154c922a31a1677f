import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { writeCitation, type Cited } from '../../../domain/dossier/citation.ts';
import { createWording } from '../../../domain/wording/wording.ts';
import { messagesOf } from '../../messages-of.ts';
import { AUBE, NIMBE } from '../../components/sample-assessment.ts';

const CITED: Cited = {
  assessment: NIMBE,
  axes: ['location', 'law', 'qualification'],
  registry: { version: 42, date: '2026-11-20' },
  page: { title: 'Avis 26-104', url: 'https://marches.example.org/avis?id=104' },
  at: '2026-11-24T11:30:12+01:00',
};
const inFrench = createWording(messagesOf('fr'));
const inEnglish = createWording(messagesOf('en'));
const cite = (changes: Partial<Cited> = {}, wording = inFrench) => writeCitation({ ...CITED, ...changes }, wording);
const titled = (title: string, url = 'https://marches.example.org/avis') => cite({ page: { title, url } });

describe('a citation', () => {
  it('says in French what is cited, on what it rests, from which registry, and where and when it was read', () => {
    expect(cite({ axes: ['qualification'] }).plain).toMatchInlineSnapshot(`
      "Nimbe · Nimbe SAS
      Qualification : SecNumCloud en vigueur jusqu’au 01/12/2026. Par ailleurs : HDS et ISO 27001, qui ne portent pas sur le droit étranger. Nimbe Machines : jusqu’au 01/12/2026.
          • ANSSI, Liste des prestataires qualifiés, https://cyber.example.org/liste.pdf (source du 15/09/2026 · vérifié le 02/10/2026 · registre officiel)
      Ancrage, registre 42 du 20/11/2026, lu le 24/11/2026 11:30 (UTC+01:00).
      Nommé sur la page « Avis 26-104 », https://marches.example.org/avis?id=104
      Être nommé ne dit pas si le fournisseur est proposé, exclu ou titulaire."
    `);
  });

  it('says the same in English', () => {
    expect(cite({ axes: ['law'] }, inEnglish).plain).toMatchInlineSnapshot(`
      "Nimbe · Nimbe SAS
      Law: United States, indirect link. Ultimate parent: Nimbe Group, Inc. (United States). CLOUD Act and FISA 702, through the parent company. CLOUD Act: 18 U.S.C. § 2713. FISA 702: 50 U.S.C. § 1881a.
          • U.S. Code, 18 U.S.C. § 2713, https://laws.example.org/2713 (source of 03/2018 · checked on 04/10/2026)
      Ancrage, registry 42 of 20/11/2026, read on 24/11/2026 11:30 (UTC+01:00).
      Named on the page “Avis 26-104”, https://marches.example.org/avis?id=104
      Being named does not say whether the provider is proposed, excluded or chosen."
    `);
  });

  it('is the same in Markdown and in HTML', () => {
    const { markdown, html } = cite({ axes: ['law'] }, inEnglish);
    expect(markdown).toMatchInlineSnapshot(`
      "**Nimbe · Nimbe SAS**

      - Law: United States, indirect link. Ultimate parent: Nimbe Group, Inc. (United States). CLOUD Act and FISA 702, through the parent company. CLOUD Act: 18 U.S.C. § 2713. FISA 702: 50 U.S.C. § 1881a.
        - U.S. Code, 18 U.S.C. § 2713, <https://laws.example.org/2713> (source of 03/2018 · checked on 04/10/2026)

      Ancrage, registry 42 of 20/11/2026, read on 24/11/2026 11:30 (UTC+01:00).

      Named on the page “Avis 26-104”, <https://marches.example.org/avis?id=104>

      Being named does not say whether the provider is proposed, excluded or chosen."
    `);
    expect(html).toMatchInlineSnapshot(
      `"<p><strong>Nimbe · Nimbe SAS</strong></p><p>Law: United States, indirect link. Ultimate parent: Nimbe Group, Inc. (United States). CLOUD Act and FISA 702, through the parent company. CLOUD Act: 18 U.S.C. § 2713. FISA 702: 50 U.S.C. § 1881a.</p><ul><li>U.S. Code, 18 U.S.C. § 2713, <a href="https://laws.example.org/2713">https://laws.example.org/2713</a> (source of 03/2018 · checked on 04/10/2026)</li></ul><p>Ancrage, registry 42 of 20/11/2026, read on 24/11/2026 11:30 (UTC+01:00).</p><p>Named on the page “Avis 26-104”, <a href="https://marches.example.org/avis?id=104">https://marches.example.org/avis?id=104</a></p><p>Being named does not say whether the provider is proposed, excluded or chosen.</p>"`,
    );
  });

  it('takes the axes that are asked for, in their one order', () => {
    const { plain } = cite({ axes: ['law', 'location'] });
    expect(plain.indexOf('Données\u00a0:')).toBeGreaterThan(0);
    expect(plain.indexOf('Droit\u00a0:')).toBeGreaterThan(plain.indexOf('Données\u00a0:'));
    expect(plain).not.toContain('Qualification\u00a0:');
  });

  it('names the offering where it is about one alone', () => {
    expect(cite({ offering: 'Nimbe Machines' }).plain.split('\n')[0]).toBe('Nimbe · Nimbe SAS · Nimbe Machines');
  });

  it('says of a silence that it rests on nothing', () => {
    const { plain } = cite({ assessment: AUBE, axes: ['law'] });
    expect(plain).toContain('Droit\u00a0: Non examiné.');
    expect(plain).toContain('Aucune source');
  });

  it('names no page where it was read on none', () => {
    const { page: _, ...elsewhere } = CITED;
    const { plain } = writeCitation(elsewhere, inFrench);
    expect(plain).not.toContain('page');
    expect(plain).not.toContain('proposé');
    expect(plain).toContain('lu le 24/11/2026 11:30 (UTC+01:00)');
  });

  it.each(['2026-11-24', 'now', '2026-11-24T11:30:00'])('refuses a moment that says not when: %s', (at) => {
    expect(() => cite({ at })).toThrow(RangeError);
  });
});

describe('the title and the address of a page', () => {
  it.each([
    ['=HYPERLINK("https://evil.example";"x")'],
    ['+1+cmd|calc'],
    ['-2+3'],
    ['@SUM(A1)'],
    ['a\n=1+1'],
    ['a\t=1+1'],
    ['a\r\n- b'],
    ['a\u2028=1'],
  ])('never begin a cell or a line: %j', (title) => {
    for (const line of titled(title).plain.split('\n')) {
      expect(line).not.toMatch(/^\s*[=+\-@]/);
      expect(line).not.toContain('\t');
    }
  });

  it('keep a name that looks like a formula as text', () => {
    const { plain } = cite({ assessment: { ...NIMBE, name: '=1+1', legalEntity: '=1+1' } });
    expect(plain.startsWith("'=1+1")).toBe(true);
  });

  it.each([['<img src=x onerror=alert(1)>'], ['"><script>alert(1)</script>'], ["' onmouseover='x"], ['&lt;b&gt;']])(
    'are never markup: %j',
    (title) => {
      const { html } = titled(title, `https://marches.example.org/?q=${title}`);
      expect(html.replaceAll(/<\/?(?:p|strong|ul|li)>|<a href="https:\/\/[^"<>]*">|<\/a>/g, '')).not.toMatch(/[<>"]/);
    },
  );

  it.each([
    ['[x](https://evil.example)', /(?<!\\)\[x/],
    ['**bold** _it_ `code`', /(?<!\\)[*_`]\w/],
    ['<b>', /(?<!\\)<b/],
  ])('are never Markdown: %j', (title, pattern) => {
    const page = titled(title)
      .markdown.split('\n')
      .find((line) => line.startsWith('Nommé'));
    expect(page).toBeDefined();
    expect(page).not.toMatch(pattern);
  });

  it.each(['javascript:alert(1)', 'data:text/html,<script>', 'not an address', 'about:blank'])(
    'lead nowhere but to the web: %s',
    (url) => {
      const { html, markdown } = titled('Avis', url);
      expect(html).not.toContain(`href="${url.slice(0, 6)}`);
      expect(markdown).not.toContain(`<${url.slice(0, 6)}`);
    },
  );

  it.each(['https://a.example/x) [y](https://b.example', 'https://a.example/"onclick="x', 'https://a.example/a b>c'])(
    'end where they end: %s',
    (url) => {
      const { html, markdown } = titled('Avis', url);
      const href = /href="(https:\/\/a\.example[^"]*)"/.exec(html)?.[1] ?? '';
      expect(href).toMatch(/^[^\s<>"'()[\]`]+$/);
      expect(markdown).toContain(`<${href.replaceAll('&amp;', '&')}>`);
    },
  );

  it('say the same in the three forms, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.webUrl({ withQueryParameters: true }),
        (title, url) => {
          const lines = titled(title, url).plain.split('\n').length;
          expect(lines).toBe(titled('Avis').plain.split('\n').length);
          const { html, markdown } = titled(title, url);
          expect(html.match(/<p>/g)?.length).toBe(titled('Avis').html.match(/<p>/g)?.length);
          expect(markdown.split('\n').length).toBe(titled('Avis').markdown.split('\n').length);
        },
      ),
    );
  });
});
