import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Browser as ExtensionApi } from 'webextension-polyfill';

import { DOSSIER_FORMAT, DossierSchema, type Dossier } from '../../domain/dossier/dossier.ts';
import type { DossierAnswer, DossierList } from '../../domain/protocol/dossier-messages.ts';
import { clickOn } from '../../tools/browsers/click-on.ts';
import { sendForText } from '../../tools/browsers/own-page-calls.ts';
import type { BrowserUnderTest, TestPage } from '../../tools/browsers/browser-under-test.ts';
import { hover } from '../../tools/browsers/hover.ts';
import type { PageServer } from '../../tools/browsers/page-server.ts';
import { cardIsClosed } from '../../tools/browsers/probes.ts';
import { waitFor } from '../../tools/browsers/wait-for.ts';
import { violationsOn } from './axe.ts';
import { openNotice, serveNotice } from './demo-notice.ts';
import { describeInEachBrowser } from './each-browser.ts';

declare const chrome: ExtensionApi;

const press = (selector: string) => {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`no ${selector}`);
  element.click();
};

/** Has the page keep what it hands to the reader as a file. Runs in a page. */
function catchFiles(): void {
  const make = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (content) => {
    (globalThis as { caught?: Blob | MediaSource }).caught = content;
    return make(content);
  };
}

/** The file last handed out: its media type, its length, its first two signs, and its text. Runs in a page. */
async function caughtFile(): Promise<{ type: string; size: number; begins: string; text: string } | null> {
  const { caught } = globalThis as { caught?: Blob };
  if (caught === undefined) return null;
  const text = await caught.text();
  return { type: caught.type, size: caught.size, begins: text.slice(0, 2), text };
}

const notice = () => document.querySelector('.dossier-notice output')?.textContent ?? '';
const names = () => [...document.querySelectorAll('.entry h3')].map((heading) => heading.textContent.trim());

describeInEachBrowser('the dossier', (launch) => {
  let browser: BrowserUnderTest;
  let server: PageServer;
  let page: TestPage;
  let dossier: TestPage;

  const ask = async <Answer>(type: string, data?: unknown): Promise<Answer> =>
    JSON.parse(await dossier.evaluate(sendForText, { type, data })) as Answer;
  const reload = async () => {
    await dossier.evaluate(() => {
      document.documentElement.dataset['old'] = '';
      location.reload();
    });
    await dossier.waitFor(() => document.documentElement.dataset['old'] === undefined);
    await dossier.waitFor(() => document.querySelector('.entry') !== null);
  };
  const kept = async (id: string): Promise<Dossier> => {
    const answer = await ask<DossierAnswer>('readDossier', id);
    if (!answer.ok) throw new Error(answer.problem);
    return v.parse(DossierSchema, answer.dossier);
  };
  const waitForNote = (id: string, note: string): Promise<Dossier> =>
    waitFor(async () => {
      const found = await kept(id);
      return found.entries.some((entry) => entry.note === note) ? found : null;
    }, note).then((found) => found ?? kept(id));
  const clicked: string[] = [];
  /** A hand's click, in the middle of what it is on. */
  const click = async (on: TestPage, selector: string) => {
    clicked.push(selector);
    await clickOn(on, selector);
  };
  /** Types without the focus, which only the window in front has: two windows are typed in at once. */
  const type = async (on: TestPage, selector: string, text: string) => {
    await on.waitFor((wanted) => document.querySelector(wanted) !== null, selector);
    await on.evaluate(
      ({ wanted, typed }) => {
        const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(wanted);
        if (field !== null) field.value = typed;
        field?.dispatchEvent(new Event('input', { bubbles: true }));
      },
      { wanted: selector, typed: text },
    );
  };
  const leave = (on: TestPage, selector: string) =>
    on.evaluate((wanted) => document.querySelector(wanted)?.dispatchEvent(new FocusEvent('blur')), selector);
  const choose = (on: TestPage, text: string) =>
    on.evaluate((content) => {
      const input = document.querySelector<HTMLInputElement>('input[type="file"]');
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], 'dossier.json', { type: 'application/json' }));
      if (input !== null) input.files = transfer.files;
      input?.dispatchEvent(new Event('change', { bubbles: true }));
    }, text);
  /** Asked of the page itself: what the driver knows of its address may be where it began. */
  const idOf = async (on: TestPage) => (await on.evaluate(() => new URLSearchParams(location.search).get('id'))) ?? '';
  const goToList = async () => {
    await dossier.evaluate(() => {
      location.href = '/dossier.html';
    });
    await dossier.waitFor(() => document.querySelector('[data-dossier]') !== null);
  };

  beforeAll(async () => {
    server = await serveNotice();
    browser = await launch();
    page = await openNotice(browser, server);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('goes from a notice to a finished report in at most eight clicks', async () => {
    clicked.push('the toolbar button');
    const popup = await browser.openPopup(page);
    await click(popup, '[data-action="add-all"]');
    await popup.waitFor(
      (wanted) => document.querySelector('.dossier-notice output')?.textContent?.includes(wanted),
      '16',
    );
    await click(popup, '.dossier-notice a');
    // The driver loses a tab that changes process while it opens: it is looked for, and opened once more to go on in.
    const address = await popup.waitFor(async () => {
      const tabs = await chrome.tabs.query({});
      return tabs.find(({ url }) => url?.includes('/dossier.html?id='))?.url;
    });
    dossier = await browser.openOwn(`dossier.html${new URL(address ?? '').search}`);
    await dossier.waitFor(() => document.querySelectorAll('.entry').length === 16);
    await dossier.evaluate(catchFiles);
    await dossier.show();
    await click(dossier, '.export-menu > summary');
    await click(dossier, '[data-format="odt"]');
    const file = await dossier.waitFor(caughtFile);
    expect(file?.begins).toBe('PK');
    expect(file?.type).toBe('application/vnd.oasis.opendocument.text');
    expect(file?.size).toBeGreaterThan(5000);
    expect(clicked.length).toBeLessThanOrEqual(8);
    await dossier.waitFor(() => document.querySelector('.dossier-notice output')?.textContent?.includes('.odt'));
    await popup.close();
  });

  it('has the facts of each name, where and when it was read, and in alphabetical order', async () => {
    const id = await idOf(dossier);
    const { entries, name } = await kept(id);
    expect(name).toMatch(/^Dossier du \d\d\/\d\d\/\d{4}$/);
    expect(new Set(entries.map(({ page: seen }) => seen?.url))).toEqual(new Set([server.url('/notice')]));
    expect(new Set(entries.map(({ page: seen }) => seen?.title))).toEqual(
      new Set(['Avis d’appel public à la concurrence (exemple fictif)']),
    );
    for (const { assessment } of entries) expect(assessment.axes).toHaveLength(3);
    const listed = await dossier.evaluate(names);
    expect(listed).toEqual(listed.toSorted((a, b) => a.localeCompare(b, 'fr')));
  });

  it('takes a name from the card once, says to which dossier, and takes it back', async () => {
    await page.show();
    await hover(page, 'Scaleway');
    const inCard = (action: string) => {
      const root = document.querySelector('[data-ancrage-card]')?.shadowRoot;
      root?.querySelector<HTMLElement>(`[data-action="${action}"]`)?.click();
    };
    const said = () => document.querySelector('[data-ancrage-card]')?.shadowRoot?.querySelector('output')?.textContent;
    await page.evaluate(inCard, 'add');
    await page.waitFor(
      (words) =>
        document.querySelector('[data-ancrage-card]')?.shadowRoot?.querySelector('output')?.textContent.includes(words),
      'y était déjà',
    );
    const id = await idOf(dossier);
    const scaleway = (await kept(id)).entries.find(({ provider }) => provider === 'scaleway');
    await dossier.show();
    await dossier.evaluate(press, '[data-provider="scaleway"] [aria-label^="Retirer"]');
    await dossier.waitFor(() => document.querySelectorAll('.entry').length === 15);
    // The keyboard goes on from the entry beside it.
    await dossier.waitFor(() => document.activeElement?.closest('.entry') != null);
    await page.show();
    await hover(page, 'Scaleway');
    await page.evaluate(inCard, 'add');
    await page.waitFor(
      (words) =>
        document.querySelector('[data-ancrage-card]')?.shadowRoot?.querySelector('output')?.textContent.includes(words),
      '1 fournisseur ajouté',
    );
    expect(await page.evaluate(said)).toContain('Dossier du');
    // The window that shows it follows by itself.
    await dossier.waitFor(() => document.querySelectorAll('.entry').length === 16);
    await page.evaluate(inCard, 'undo');
    await dossier.waitFor(() => document.querySelectorAll('.entry').length === 15);
    await dossier.show();
    await dossier.evaluate(press, '[data-action="undo-last"]');
    await dossier.waitFor(() => document.querySelectorAll('.entry').length === 16);
    expect((await kept(id)).entries.find(({ provider }) => provider === 'scaleway')).toEqual(scaleway);
    await page.show();
    await page.press('Escape');
    await page.waitFor(cardIsClosed);
    await dossier.show();
  });

  it('keeps what is written, through a reload', async () => {
    const id = await idOf(dossier);
    await dossier.evaluate(press, '.dossier-consultation > summary');
    await type(dossier, '.dossier-cover input', 'Hébergement du site');
    await leave(dossier, '.dossier-cover input');
    await dossier.waitFor(() => document.querySelector('h1')?.textContent === 'Hébergement du site');
    await type(dossier, '[data-provider="numergy"] textarea', '=1+1\n\tà vérifier');
    await leave(dossier, '[data-provider="numergy"] textarea');
    const { revision } = await waitForNote(id, '=1+1\n\tà vérifier');
    await reload();
    await dossier.waitFor(() => document.querySelectorAll('.entry').length === 16);
    expect(await dossier.evaluate(() => document.querySelector('h1')?.textContent)).toBe('Hébergement du site');
    expect(
      await dossier.evaluate(
        () => document.querySelector<HTMLTextAreaElement>('[data-provider="numergy"] textarea')?.value,
      ),
    ).toBe('=1+1\n\tà vérifier');
    expect((await kept(id)).revision).toBe(revision);
  });

  it('holds its entries against a requirement set, and takes that back', async () => {
    const id = await idOf(dossier);
    await dossier.evaluate(() => {
      const details = document.querySelector<HTMLDetailsElement>('.dossier-consultation');
      if (details !== null) details.open = true;
      const [, select] = document.querySelectorAll<HTMLSelectElement>('.dossier-cover select');
      if (select === undefined) return;
      select.value = 'secnumcloud-19-6';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await dossier.waitFor(() => document.querySelector('.dossier-notice output')?.textContent === 'Enregistré.');
    const checked = await kept(id);
    expect(checked.entries.every(({ checklist }) => checklist?.rows.length === 8)).toBe(true);
    await dossier.evaluate(press, '.dossier-notice [data-action="undo"]');
    await dossier.waitFor(() => document.querySelector('.dossier-notice output')?.textContent === 'Annulé.');
    expect((await kept(id)).entries.every(({ checklist }) => checklist === undefined)).toBe(true);
  });

  it('lays two to six side by side: the same rows for all', async () => {
    for (const provider of ['aws', 'scaleway', 'numergy']) {
      await dossier.evaluate(press, `[data-provider="${provider}"] .entry-choose input`);
    }
    await click(dossier, '[data-action="beside"]');
    const table = await dossier.waitFor(() => {
      const rows = [...document.querySelectorAll('.side-table tr')];
      return rows.length === 0 ? null : rows.map((row) => row.children.length);
    });
    expect(new Set(table)).toEqual(new Set([4]));
    expect((await violationsOn(dossier)).violations).toEqual([]);
    await click(dossier, '[data-action="back"]');
    await dossier.waitFor(() => document.querySelectorAll('.entry').length === 16);
    await dossier.evaluate(press, '.dossier-beside .text-button');
  });

  it('goes to paper whole: every fact and every source, and no button', async () => {
    const before = await dossier.evaluate(() => {
      dispatchEvent(new Event('beforeprint'));
      // At once: the browser does not wait.
      const folded = [...document.querySelectorAll('.checklist details, .card-status')];
      return {
        rows: document.querySelectorAll('.entry .axis-row').length,
        receipts: document.querySelectorAll('.entry .receipt a').length,
        folded: folded.filter((details) => !details.hasAttribute('open')).length,
        fields: document.querySelectorAll('.entry textarea').length,
      };
    });
    expect(before).toMatchObject({ rows: 48, folded: 0, fields: 0 });
    expect(before.receipts).toBeGreaterThan(48);
    const after = await dossier.evaluate(() => {
      dispatchEvent(new Event('afterprint'));
      return document.querySelectorAll('.entry .axis-row').length;
    });
    expect(after).toBe(0);
  });

  it('tells two windows of each other: what both changed is kept twice, and the reader chooses', async () => {
    const id = await idOf(dossier);
    const other = await browser.openOwn(`dossier.html?id=${id}`);
    await other.waitFor(() => document.querySelectorAll('.entry').length === 16);
    const note = '[data-provider="aws"] textarea';
    await type(other, note, 'de l’autre');
    await type(dossier, note, 'de celle-ci');
    await leave(other, note);
    await dossier.waitFor(
      (revision) => {
        const shown = document.querySelector<HTMLElement>('.dossier')?.dataset['revision'];
        return shown !== undefined && Number(shown) >= revision;
      },
      (await waitForNote(id, 'de l’autre')).revision,
    );
    // Typed here, and not lost by what came in.
    expect(await dossier.evaluate((wanted) => document.querySelector<HTMLTextAreaElement>(wanted)?.value, note)).toBe(
      'de celle-ci',
    );
    await leave(dossier, note);
    await dossier.waitFor(() => document.querySelector('.dossier-conflict') !== null);
    const versions = await dossier.evaluate(() =>
      [...document.querySelectorAll('.dossier-conflict dd')].map((version) => version.textContent),
    );
    expect(versions).toEqual(['de celle-ci', 'de l’autre']);
    await dossier.evaluate(press, '.dossier-conflict [data-action="copy"]');
    await dossier.waitFor((first) => !location.search.includes(first) && document.querySelector('.entry') !== null, id);
    const copy = await kept(await idOf(dossier));
    const noteIn = ({ entries }: Dossier) => entries.find(({ provider }) => provider === 'aws')?.note;
    expect(copy.name).toBe('Hébergement du site (copie)');
    expect([noteIn(copy), noteIn(await kept(id))]).toEqual(['de celle-ci', 'de l’autre']);
    await other.close();
  });

  it('is written to a file and read back identical; any other file is refused, and why is said', async () => {
    const before = await kept(await idOf(dossier));
    await dossier.evaluate(catchFiles);
    await dossier.evaluate(press, '[data-format="json"]');
    const file = await dossier.waitFor(caughtFile);
    const text = file?.text ?? '';
    await goToList();
    const count = () => document.querySelectorAll('[data-dossier]').length;
    const two = await dossier.evaluate(count);
    const refused: [string, string][] = [
      [text.slice(0, 5000), 'la fin manque'],
      ['', 'vide'],
      ['bonjour', 'n’est pas du JSON'],
      ['{"kind":"ancrage-settings"}', 'n’est pas un dossier d’Ancrage'],
      [text.replace(`"format": ${DOSSIER_FORMAT}`, `"format": ${DOSSIER_FORMAT + 1}`), 'plus récente'],
      [text.replace('"standing": "full"', '"standing": "green"'), 'axes.'],
    ];
    for (const [content, reason] of refused) {
      await choose(dossier, content);
      await dossier.waitFor(
        (words) => document.querySelector('.dossier-notice output')?.textContent?.includes(words),
        reason,
      );
    }
    await dossier.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('input[type="file"]');
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(50_000_000)], 'dossier.json'));
      if (input !== null) input.files = transfer.files;
      input?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await dossier.waitFor(() => document.querySelector('.dossier-notice output')?.textContent?.includes('trop grand'));
    expect(await dossier.evaluate(count)).toBe(two);

    await dossier.evaluate(press, `[data-dossier="${before.id}"] [aria-label^="Supprimer"]`);
    await dossier.waitFor((id) => document.querySelector(`[data-dossier="${id}"]`) === null, before.id);
    await choose(dossier, text);
    await dossier.waitFor(() => document.querySelectorAll('.entry').length === 16);
    expect(await kept(before.id)).toEqual(before);
  });

  it('shows what the registry in force says otherwise, and keeps the frozen facts until they are taken again', async () => {
    const old = await kept(await idOf(dossier));
    const frozen: Dossier = {
      ...old,
      id: crypto.randomUUID(),
      name: 'Ancien',
      entries: old.entries.flatMap((entry) => {
        const { axes } = entry.assessment;
        const changed = { ...entry, registry: { version: 0, date: '2026-01-05' } };
        if (entry.provider === 'aws') {
          const [location, ...others] = axes;
          if (location === undefined) return [];
          const statement = { key: 'plain' as const, values: [{ kind: 'text' as const, text: 'Ce qui était dit' }] };
          return [{ ...changed, assessment: { ...entry.assessment, axes: [{ ...location, statement }, ...others] } }];
        }
        return entry.provider === 'numergy' ? [{ ...changed, provider: 'disparu' }] : [];
      }),
    };
    await ask('keepDossier', frozen);
    const opened = await browser.openOwn(`dossier.html?id=${frozen.id}`);
    await opened.waitFor(() => document.querySelectorAll('.entry-since').length === 2);
    const since = (provider: string) =>
      opened.evaluate(
        (wanted) => document.querySelector(`[data-provider="${wanted}"] .entry-since`)?.textContent,
        provider,
      );
    expect(await since('aws')).toMatch(/Données.*Figé.*Ce qui était dit.*Registre 1 du.*Région au choix/);
    expect(await since('disparu')).toContain('ne contient plus cette fiche');
    expect(await kept(frozen.id)).toMatchObject({ entries: frozen.entries });
    await opened.evaluate(press, '[data-provider="aws"] [aria-label^="Reprendre"]');
    await opened.waitFor(() => document.querySelectorAll('.entry-since').length === 1);
    const again = await kept(frozen.id);
    expect(again.entries.find(({ provider }) => provider === 'aws')?.registry.version).toBe(1);
    expect(again.entries.find(({ provider }) => provider === 'disparu')?.registry.version).toBe(0);
    await opened.close();
  });

  it('is used by the keyboard alone, from the list to the report', async () => {
    await goToList();
    await dossier.evaluate(catchFiles);
    await dossier.show();
    const focused = () => {
      const { activeElement: element } = document;
      const action = element?.closest<HTMLElement>('[data-action], [data-format]')?.dataset;
      return (
        action?.['action'] ??
        action?.['format'] ??
        `${element?.localName}${element?.className ? `.${element.className}` : ''}`
      );
    };
    const tabTo = async (wanted: string) => {
      for (let step = 0; step < 40; step += 1) {
        await dossier.press('Tab');
        if ((await dossier.evaluate(focused)) === wanted) return;
      }
      throw new Error(`Tab does not reach ${wanted}`);
    };
    await tabTo('create');
    await dossier.press('Enter');
    await dossier.waitFor(() => document.querySelector('.dossier[data-revision="0"]') !== null);
    for (let step = 0; step < 40; step += 1) {
      await dossier.press('Tab');
      if (await dossier.evaluate(() => document.activeElement?.matches('.provider-search input'))) break;
    }
    for (const key of 'scaleway') await dossier.press(key);
    // The list follows what is typed, sign by sign: what has the focus in it would go with the last.
    await dossier.waitFor(() => {
      const found = [...document.querySelectorAll('.provider-search li a')];
      return found.length > 0 && found.every((link) => link.textContent.startsWith('Scaleway'));
    });
    await dossier.press('Tab');
    await dossier.press('Tab');
    await dossier.press('Enter');
    await dossier.waitFor(() => document.querySelectorAll('.entry').length === 1);
    // From the top: past its end, Firefox goes on in its own bars.
    await reload();
    await dossier.evaluate(catchFiles);
    for (let step = 0; step < 40; step += 1) {
      await dossier.press('Tab');
      if (await dossier.evaluate(() => document.activeElement?.matches('.export-menu > summary'))) break;
    }
    await dossier.press('Enter');
    await dossier.waitFor(() => document.querySelector<HTMLDetailsElement>('.export-menu')?.open);
    await dossier.press('Escape');
    await dossier.waitFor(() => document.querySelector<HTMLDetailsElement>('.export-menu')?.open === false);
    expect(await dossier.evaluate(() => document.activeElement?.matches('.export-menu > summary'))).toBe(true);
    await dossier.press('Enter');
    await dossier.press('Tab');
    expect(await dossier.evaluate(focused)).toBe('odt');
    await dossier.press('Enter');
    expect((await dossier.waitFor(caughtFile))?.begins).toBe('PK');
  });

  it('is accessible: an open dossier, and the list', async () => {
    expect((await violationsOn(dossier)).violations).toEqual([]);
    await goToList();
    expect((await violationsOn(dossier)).violations).toEqual([]);
  });

  it('opens beside a page on the dossier that takes what is added', async () => {
    const { active } = (await ask<DossierList>('listDossiers')) as Extract<DossierList, { ok: true }>;
    const beside = await browser.openOwn('dossier.html?active');
    await beside.setViewport(320, 700);
    const revision = await beside.waitFor(() => document.querySelector<HTMLElement>('.dossier')?.dataset['revision']);
    expect(revision).toBe(String((await kept(active ?? '')).revision));
    const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await beside.evaluate(overflow)).toBe(0);
    expect(await beside.evaluate(notice)).toBe('');
    await beside.close();
  });
});
