import { join } from 'node:path';

import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';

import { DEFAULT_SETTINGS } from '../../domain/settings/settings.ts';
import type { BrowserUnderTest, TestPage } from '../../tools/browsers/browser-under-test.ts';
import { clickOn } from '../../tools/browsers/click-on.ts';
import { hover } from '../../tools/browsers/hover.ts';
import { sendToBackground } from '../../tools/browsers/own-page-calls.ts';
import { servePages, type PageServer } from '../../tools/browsers/page-server.ts';
import { cardIsClosed, markedTexts, openCard } from '../../tools/browsers/probes.ts';
import { waitFor } from '../../tools/browsers/wait-for.ts';
import { Notice } from '../pages/react-notice.ts';
import { describeInEachBrowser } from './each-browser.ts';
import { keep } from './keep.ts';

const page_ = (body: string) =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>avis</title></head><body>${body}</body></html>`;

const SCROLL = `<div id="list"></div><div id="end" style="height:40px"></div><script>
  const names = ['OVHcloud', 'Scaleway', 'Outscale', 'Hetzner', 'Ikoula', 'NumSpot'];
  let loaded = 0;
  const end = document.getElementById('end');
  const observer = new IntersectionObserver((entries) => {
    if (!entries.at(-1).isIntersecting || loaded === names.length) return;
    const article = document.createElement('article');
    article.style.height = '900px';
    article.textContent = 'Le titulaire est ' + names[loaded] + '.';
    loaded += 1;
    document.getElementById('list').append(article);
    // Said again where the end is still in sight.
    observer.unobserve(end);
    observer.observe(end);
  });
  observer.observe(end);
</script>`;

const VIEWS = `<nav><a href="/avis/2" id="go">Avis 2</a></nav><main><h1>Avis 1</h1><p>Titulaire : OVHcloud.</p></main><script>
  const views = { '/avis/1': ['Avis 1', 'OVHcloud'], '/avis/2': ['Avis 2', 'Scaleway'], '/avis/3': ['Avis 3', null] };
  const draw = () => {
    const [title, name] = views[location.pathname] ?? views['/avis/1'];
    const heading = document.createElement('h1');
    heading.textContent = title;
    const text = document.createElement('p');
    text.textContent = name === null ? 'Sans suite.' : 'Titulaire : ' + name + '.';
    document.querySelector('main').replaceChildren(heading, text);
  };
  window.visit = (path) => { history.pushState(null, '', path); draw(); };
  addEventListener('popstate', draw);
</script>`;

const EDITOR = `<p>Le titulaire est OVHcloud.</p>
<div id="editor" contenteditable="true"><p>Notre hébergeur est Scaleway, à</p></div><textarea>Hetzner</textarea>`;

const ROWS = 50_000;
/** A long table; it counts what is marked, and the frames drawn from the first mark to the last. */
const TABLE = `<table><tbody>${Array.from(
  { length: ROWS },
  (_unused, number) =>
    `<tr><td>Lot ${number}</td><td>Maintenance</td><td>${number % 10 === 0 ? 'OVHcloud' : 'sans suite'}</td></tr>`,
).join('')}</tbody></table><script>
  window.drawn = { sizes: [], meanwhile: 0 };
  const look = () => {
    const size = CSS.highlights.get('ancrage-mention')?.size ?? 0;
    if (size !== window.drawn.sizes.at(-1)) window.drawn.sizes.push(size);
    if (size > 0) window.drawn.meanwhile += 1;
    if (size < ${ROWS / 10}) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
</script>`;

const DOUBT = `<p>Le réseau du siège est fourni par Orange.</p>`;
const SETTLED = `<p>Son hébergement est confié à Orange depuis 2021.</p><p>${'La suite ne dit rien de plus. '.repeat(20)}</p><p>Le siège appelle Orange.</p>`;
const FOLDED = `<style>.folded { display: none }</style><p>Le lot 1 revient à OVHcloud.</p>
<button onclick="document.getElementById('more').className = ''">Suite</button><p id="more" class="folded">Le lot 2 revient à Scaleway.</p>`;
const MODAL = `<dialog id="dialog"><p>Le titulaire est Scaleway.</p><button>Fermer</button></dialog><p>Le lot 1 revient à OVHcloud.</p>`;

describeInEachBrowser('a page that changes', (launch, name) => {
  let browser: BrowserUnderTest;
  let server: PageServer;
  let own: TestPage;
  const open = async (path: string) => keep(await browser.open(server.url(path)));
  const namedAre = (page: TestPage, names: string[]) =>
    waitFor(
      async () => JSON.stringify((await page.evaluate(markedTexts)).toSorted()) === JSON.stringify(names.toSorted()),
      `the marks to be ${names.join()}`,
    ).catch(async (error: unknown) => {
      throw new Error(`${String(error)}; they are ${(await page.evaluate(markedTexts)).join()}`);
    });
  const inventory = async (page: TestPage) => {
    const popup = await browser.openPopup(page);
    const rows = await popup.waitFor(() => {
      const found = [...document.querySelectorAll('.inventory-row')].map(
        (row) =>
          `${row.querySelector('h2')?.textContent ?? ''}: ${row.querySelector('.inventory-count')?.textContent ?? ''}`,
      );
      if (found.length > 0) return found;
      return document.querySelector('[data-kind="none"]') === null ? null : ['nobody'];
    });
    await popup.close();
    await page.show();
    return rows;
  };
  const change = (data: object) => own.evaluate(sendToBackground, { type: 'changeSettings', data });

  beforeAll(async () => {
    server = await servePages();
    server.add('/scroll', { body: page_(SCROLL) });
    for (const path of ['/avis/1', '/avis/2', '/avis/3']) server.add(path, { body: page_(VIEWS) });
    server.add('/editor', { body: page_(EDITOR) });
    server.add('/table', { body: page_(TABLE) });
    server.add('/doubt', { body: page_(DOUBT) });
    server.add('/settled', { body: page_(SETTLED) });
    server.add('/folded', { body: page_(FOLDED) });
    server.add('/modal', { body: page_(MODAL) });
    const script = await reactClient();
    const markup = renderToString(createElement(Notice));
    server.add('/react', {
      body: page_(`<div id="root">${markup}</div><script>${script.replaceAll('</script', '<\\/script')}</script>`),
    });
    browser = await launch();
    own = await browser.openOwn('popup.html?tab=0');
  }, 120_000);
  afterEach(async () => {
    await change(DEFAULT_SETTINGS);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('by scrolling without end: what is appended is marked and listed', async () => {
    const page = await open('/scroll');
    const names = ['OVHcloud', 'Scaleway', 'Outscale', 'Hetzner', 'Ikoula', 'NumSpot'];
    await waitFor(async () => {
      await page.evaluate(() => {
        scrollTo(0, document.body.scrollHeight);
      });
      return (await page.evaluate(markedTexts)).length === names.length;
    }, 'all articles');
    await namedAre(page, names);
    expect(await inventory(page)).toEqual(
      names.toSorted((a, b) => a.localeCompare(b)).map((name) => `${name}: 1 mention`),
    );
  });

  it('from view to view without a load: the list is that of the view', async () => {
    const page = await open('/avis/1');
    await namedAre(page, ['OVHcloud']);
    const visit = (path: string) => {
      (window as unknown as { visit: (path: string) => void }).visit(path);
    };
    await hover(page, 'OVHcloud');
    await page.evaluate(visit, '/avis/2');
    await namedAre(page, ['Scaleway']);
    await page.waitFor(cardIsClosed);
    expect(await inventory(page)).toEqual(['Scaleway: 1 mention']);
    await page.evaluate(visit, '/avis/3');
    expect(await inventory(page)).toEqual(['nobody']);
    await page.back();
    await namedAre(page, ['Scaleway']);
    await waitFor(async () => (await browser.toolbar(page)).text === '1', 'the toolbar to count again');
  });

  it('as React draws it: taken over without a word, and followed from drawing to drawing', async () => {
    const page = await open('/react');
    await namedAre(page, ['OVHcloud', 'Scaleway', 'Outscale']);
    await page.evaluate(() => {
      globalThis.takeOver?.();
    });
    await page.waitFor(() => 'drawLots' in window);
    const draw = (lots: string[]) => {
      globalThis.drawLots?.(lots);
    };
    await page.evaluate(draw, ['Scaleway', 'Hetzner', 'OVHcloud']);
    await namedAre(page, ['Scaleway', 'Hetzner', 'OVHcloud', 'Scaleway']);
    expect((await hover(page, 'Hetzner')).card.name).toContain('Hetzner');
    for (let round = 0; round < 6; round += 1)
      await page.evaluate(draw, round % 2 === 0 ? ['Ikoula'] : ['NumSpot', 'Outscale']);
    await page.evaluate(draw, ['Ikoula', 'OVHcloud']);
    await page.waitFor(() => document.querySelector('h2')?.textContent === 'Attribution, version 8');
    await namedAre(page, ['Ikoula', 'OVHcloud']);
    expect(await inventory(page)).toEqual(['Ikoula: 1 mention', 'OVHcloud: 1 mention']);
    expect(await page.evaluate(() => globalThis.complaints)).toEqual([]);
    expect(page.console().filter((message) => /warning|error|match/i.test(message))).toEqual([]);
  });

  it('under the reader’s own hands: nothing is marked there, the caret stays, what was typed is whole', async () => {
    const page = await open('/editor');
    await namedAre(page, ['OVHcloud']);
    await page.evaluate(() => {
      const text = document.querySelector('#editor p')?.firstChild;
      document.getElementById('editor')?.focus();
      if (text != null) getSelection()?.setPosition(text, text.textContent?.length ?? 0);
    });
    for (const key of ' OVHcloud Paris') await page.press(key);
    // A browser types some blanks as no-break spaces.
    await page.waitFor(() => document.getElementById('editor')?.textContent?.endsWith('Paris') === true);
    const seen = await page.evaluate(() => ({
      text: document.getElementById('editor')?.textContent?.replaceAll('\u00a0', ' '),
      caret: getSelection()?.anchorOffset,
      whole: getSelection()?.anchorNode?.textContent?.length,
      focused: document.activeElement?.id,
    }));
    expect(seen).toEqual({
      text: 'Notre hébergeur est Scaleway, à OVHcloud Paris',
      caret: seen.whole,
      whole: 'Notre hébergeur est Scaleway, à OVHcloud Paris'.length,
      focused: 'editor',
    });
    expect(await inventory(page)).toEqual(['OVHcloud: 1 mention']);
    await namedAre(page, ['OVHcloud']);
    // What is no longer edited is a text as any other, and the other way round.
    await page.evaluate(() => document.getElementById('editor')?.removeAttribute('contenteditable'));
    await namedAre(page, ['OVHcloud', 'OVHcloud', 'Scaleway']);
    await page.evaluate(() => document.getElementById('editor')?.setAttribute('contenteditable', ''));
    await namedAre(page, ['OVHcloud']);
  });

  it('while a table of 50,000 rows is read: it is drawn meanwhile, and its first names are marked before its last', async () => {
    const page = await open('/table');
    const whole = () => {
      const { drawn: seen } = window as unknown as { drawn: { sizes: number[]; meanwhile: number } };
      return seen.sizes.at(-1) === 5000 ? seen : null;
    };
    // Firefox takes a dozen seconds for its rows alone.
    const drawn = await waitFor(() => page.evaluate(whole), 'the whole table to be read', 100_000);
    const [, first] = drawn?.sizes ?? [];
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(ROWS / 10);
    // Frames between the first mark and the last: the reading leaves the page its turn again and again.
    expect(drawn?.meanwhile).toBeGreaterThan(3);
    await page.evaluate(() => {
      const row = document.createElement('tr');
      row.innerHTML = '<td>Lot</td><td>Hébergement</td><td>Scaleway</td>';
      document.querySelector('tbody')?.append(row);
    });
    await page.waitFor(() => CSS.highlights.get('ancrage-mention')?.size === 5001);
  });

  it('by a translation: each text is another node, in wrappers of the translator', async () => {
    const page = await open('/avis/1');
    await namedAre(page, ['OVHcloud']);
    await page.evaluate(() => {
      document.documentElement.lang = 'en';
      const walker = document.createTreeWalker(document.querySelector('main') as Node, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) texts.push(text as Text);
      for (const text of texts) {
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.textContent =
          text.data.replace('Titulaire :', 'The contract goes to').replace('OVHcloud', 'OVH') + ' today';
        outer.append(inner);
        text.replaceWith(outer);
      }
    });
    await namedAre(page, ['OVH']);
    expect(await inventory(page)).toEqual(['OVHcloud: 1 mention']);
  });

  it('by unfolding: what was hidden is not listed until it can be seen', async () => {
    const page = await open('/folded');
    await page.waitFor(() => CSS.highlights.get('ancrage-mention')?.size === 2);
    expect(await inventory(page)).toEqual(['OVHcloud: 1 mention']);
    await waitFor(async () => (await browser.toolbar(page)).text === '1', 'the toolbar to count what is seen');
    await page.show();
    await clickOn(page, 'button');
    await waitFor(async () => (await browser.toolbar(page)).text === '2', 'the toolbar to count what was unfolded');
    expect(await inventory(page)).toEqual(['OVHcloud: 1 mention', 'Scaleway: 1 mention']);
  });

  it('more than can be told apart: the page is read again, once', async () => {
    const page = await open('/avis/1');
    await namedAre(page, ['OVHcloud']);
    await page.evaluate(() => {
      for (let number = 0; number < 3000; number += 1) {
        const row = document.createElement('p');
        row.textContent = number % 100 === 0 ? 'Le titulaire est Hetzner.' : 'Sans suite.';
        document.querySelector('main')?.append(row);
      }
    });
    await page.waitFor(() => CSS.highlights.get('ancrage-mention')?.size === 31);
    expect(await inventory(page)).toEqual(['Hetzner: 30 mentions', 'OVHcloud: 1 mention']);
  });

  // The driver keeps every tab of Chromium in front.
  it.skipIf(name === 'chromium')('behind another tab: nothing is read until it comes to the front', async () => {
    const page = await open('/avis/1');
    await namedAre(page, ['OVHcloud']);
    const other = await open('/avis/2');
    await other.show();
    await page.waitFor(() => document.hidden);
    const add = (name: string) => {
      document.querySelector('main')?.append(` Sous-traitant : ${name}.`);
    };
    await page.evaluate(add, 'Hetzner');
    // The page in front changes later, and is read sooner.
    await other.evaluate(add, 'Ikoula');
    await namedAre(other, ['OVHcloud', 'Ikoula']);
    expect(await page.evaluate(markedTexts)).toEqual(['OVHcloud']);
    await page.show();
    await namedAre(page, ['OVHcloud', 'Hetzner']);
  });

  it('by a setting: names that are only possible are marked apart, said so, counted so, and no more when that is taken back', async () => {
    const page = await open('/doubt');
    expect(await inventory(page)).toEqual(['nobody']);
    await change({ certainty: 'possible' });
    await page.waitFor(() => CSS.highlights.get('ancrage-possible')?.size === 1);
    expect(await page.evaluate(markedTexts)).toEqual([]);
    const style = await page.evaluate(() => {
      const { textDecorationStyle, backgroundColor } = getComputedStyle(
        document.querySelector('p') as Element,
        '::highlight(ancrage-possible)',
      );
      return [textDecorationStyle, backgroundColor];
    });
    expect(style).toEqual(['dotted', 'rgba(0, 0, 0, 0)']);
    expect(await inventory(page)).toEqual(['Orange: 1 mention, possible seulement']);
    await waitFor(async () => (await browser.toolbar(page)).text === '1', 'the toolbar to count it');
    await page.show();
    await browser.command('next-mention');
    expect((await page.waitFor(openCard))?.text).toContain('Mention possible\u00a0: rien de proche ne la confirme.');
    await change({ certainty: 'sure' });
    await page.waitFor(() => CSS.highlights.get('ancrage-possible')?.size === 0);
    await page.waitFor(cardIsClosed);
    expect(await inventory(page)).toEqual(['nobody']);
    await page.evaluate(() => document.querySelector('p')?.append(' Il assure aussi l’hébergement.'));
    await namedAre(page, ['Orange']);
  });

  it('says what confirmed an ambiguous name, here or elsewhere on the page', async () => {
    const page = await open('/settled');
    await namedAre(page, ['Orange', 'Orange']);
    await browser.command('next-mention');
    expect((await page.waitFor(openCard))?.text).toContain('Reconnu grâce à\u00a0: hébergement');
    await browser.command('next-mention');
    await page.waitFor(() =>
      document
        .querySelector('[data-ancrage-card]')
        ?.shadowRoot?.textContent?.includes('Reconnu ailleurs sur la page grâce à\u00a0: hébergement'),
    );
    // What confirmed it goes, and so does the name that nothing else confirms.
    await page.evaluate(() => document.querySelector('p')?.remove());
    await namedAre(page, []);
  });

  it('by a dialog that blocks the rest: a name in it has its card, seen above it', async () => {
    const page = await open('/modal');
    await namedAre(page, ['OVHcloud', 'Scaleway']);
    await hover(page, 'OVHcloud');
    await page.evaluate(() => {
      document.querySelector('dialog')?.showModal();
    });
    await page.movePointer(1, 1);
    await page.movePointer(2, 2);
    await page.waitFor(cardIsClosed);
    const { card } = await hover(page, 'Scaleway');
    expect(card.name).toBe('Scaleway');
    await page.press('Escape');
    await page.waitFor(cardIsClosed);
  });

  it('and says what WXT says when a newer script starts: the page cannot stop us so', async () => {
    const page = await open('/avis/1');
    await namedAre(page, ['OVHcloud']);
    const id = await own.evaluate(() => location.host);
    await page.evaluate((host) => {
      for (const name of [host, 'ancrage@ancrage.eu']) {
        const detail = { contentScriptName: 'annotator', messageId: 'x' };
        document.dispatchEvent(new CustomEvent(`${name}:annotator:wxt:content-script-started`, { detail }));
      }
      document.querySelector('main')?.append(' Sous-traitant : Hetzner.');
    }, id);
    await namedAre(page, ['OVHcloud', 'Hetzner']);
  });
});

/** The page's own script, with React as its developers run it, so that it says what it finds wrong. */
async function reactClient(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(import.meta.dirname, '../pages/react-client.ts'),
        formats: ['iife'],
        name: 'reactClient',
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (output === undefined || !('output' in output)) throw new Error('nothing was bundled');
  return output.output[0].code;
}
