import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { DossierSchema, type Dossier } from '../../domain/dossier/dossier.ts';
import type { Addition } from '../../domain/protocol/addition.ts';
import type { DossierAnswer } from '../../domain/protocol/dossier-messages.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import type { BrowserUnderTest, TestPage } from '../../tools/browsers/browser-under-test.ts';
import { clickOn } from '../../tools/browsers/click-on.ts';
import { hover } from '../../tools/browsers/hover.ts';
import { sendForText } from '../../tools/browsers/own-page-calls.ts';
import { ownPage, servePages, type PageServer } from '../../tools/browsers/page-server.ts';
import { describeInEachBrowser } from './each-browser.ts';

/** In kilobytes: enough for the extension and for a heavy dossier. */
const ROOM = 6000;

/** Stores noise beside the dossiers until the browser takes no more, to the last kilobyte. Runs in a page of the extension. */
async function fillRoom(): Promise<void> {
  const open = () =>
    new Promise<IDBDatabase>((done, failed) => {
      const asked = indexedDB.open('filler', 1);
      asked.addEventListener('upgradeneeded', () => asked.result.createObjectStore('noise', { autoIncrement: true }));
      asked.addEventListener('success', () => {
        done(asked.result);
      });
      asked.addEventListener('error', failed);
    });
  const put = async (size: number) => {
    const noise = new Uint8Array(size);
    for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(noise.subarray(at, at + 65_536));
    // Once full, Firefox lets the next writer of a connection take away alone: each has its own.
    const database = await open();
    const isPut = await new Promise<boolean>((done) => {
      const transaction = database.transaction('noise', 'readwrite');
      transaction.objectStore('noise').add(noise);
      transaction.addEventListener('complete', () => {
        done(true);
      });
      transaction.addEventListener('abort', () => {
        done(false);
      });
    });
    database.close();
    return isPut;
  };
  for (const size of [1_000_000, 100_000, 10_000, 1000]) {
    while (await put(size));
  }
}

/** Runs in a page of the extension. */
async function freeRoom(): Promise<void> {
  const asked = indexedDB.deleteDatabase('filler');
  await new Promise((done, failed) => {
    asked.addEventListener('success', done);
    asked.addEventListener('error', failed);
  });
}

const FULL = 'Le navigateur n’a plus de place\u00a0: rien n’a été enregistré.';

describeInEachBrowser('a browser without room', (launch, name) => {
  let browser: BrowserUnderTest;
  let server: PageServer;
  let page: TestPage;
  let dossier: TestPage;
  let id: string;
  /** The last state that was kept. */
  let good: Dossier;

  const ask = async <Answer>(type: string, data?: unknown): Promise<Answer> =>
    JSON.parse(await dossier.evaluate(sendForText, { type, data })) as Answer;
  const kept = async (): Promise<Dossier> => {
    const answer = await ask<DossierAnswer>('readDossier', id);
    if (!answer.ok) throw new Error(answer.problem);
    return v.parse(DossierSchema, answer.dossier);
  };
  const says = (on: TestPage, words: string) =>
    on.waitFor((wanted) => document.querySelector('.dossier-notice output')?.textContent?.includes(wanted), words);
  const NOTE = '.entry textarea';
  const leaveNote = () =>
    dossier.evaluate((field) => document.querySelector(field)?.dispatchEvent(new FocusEvent('blur')), NOTE);
  const cardSays = (words: string) =>
    page.waitFor(
      (wanted) =>
        document
          .querySelector('[data-ancrage-card]')
          ?.shadowRoot?.querySelector('output')
          ?.textContent.includes(wanted),
      words,
    );
  const addFromCard = () =>
    page.evaluate(() => {
      const root = document.querySelector('[data-ancrage-card]')?.shadowRoot;
      root?.querySelector<HTMLElement>('[data-action="add"]')?.click();
    });

  beforeAll(async () => {
    server = await servePages();
    server.add('/notice', ownPage('demo-notice.html'));
    browser = await launch({ room: ROOM });
    page = await browser.open(server.url('/notice'));
    await page.waitFor(() => (CSS.highlights.get('ancrage-mention')?.size ?? 0) > 0);
    dossier = await browser.openOwn('dossier.html');
    const named = ['aws', 'scaleway'];
    const all = (await ask<{ provider: string }[]>('listProviders')).map(({ provider }) => provider);
    const others = all.filter((provider) => !named.includes(provider));
    // A heavy dossier: any change of it takes room.
    const added = await ask<Addition>('addToDossier', { providers: others.slice(0, 60) });
    if (!added.ok) throw new Error(added.problem);
    id = added.dossier;
    good = await kept();
    await dossier.evaluate(fillRoom);
    // What room is left within its own file is used up.
    for (const provider of others.slice(60)) {
      if (!(await ask<Addition>('addToDossier', { dossier: id, providers: [provider] })).ok) break;
      good = await kept();
    }
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('says so on the card, and the dossier stays as it was', async () => {
    await page.show();
    await hover(page, 'Amazon Web Services');
    await addFromCard();
    await cardSays(FULL);
    expect(await kept()).toEqual(good);
  });

  it('says so in the popup', async () => {
    const popup = await browser.openPopup(page);
    await clickOn(popup, '[data-action="add-all"]');
    await says(popup, FULL);
    expect(await kept()).toEqual(good);
    await popup.close();
  });

  it('keeps in its field the note that cannot be saved, and still hands the dossier out', async () => {
    // A tab behind draws a long list slowly: its timers are.
    await dossier.show();
    await dossier.evaluate((wanted) => {
      location.href = `/dossier.html?id=${wanted}`;
    }, id);
    await dossier.waitFor(
      (count) => document.querySelectorAll('.entry textarea').length === count,
      good.entries.length,
    );
    const typed = await dossier.evaluate((field) => {
      const area = document.querySelector<HTMLTextAreaElement>(field);
      if (area === null) return '';
      // Drawn at random: a browser that packs what it stores gains nothing.
      const signs = Array.from(crypto.getRandomValues(new Uint16Array(9000)), (sign) => 0x4e00 + (sign % 20_000));
      area.value = String.fromCharCode(...signs);
      area.dispatchEvent(new Event('input', { bubbles: true }));
      return area.value;
    }, NOTE);
    expect(typed).toHaveLength(9000);
    await leaveNote();
    await says(dossier, FULL);
    const shown = () => document.querySelector<HTMLTextAreaElement>('.entry textarea')?.value;
    expect(await dossier.evaluate(shown)).toBe(typed);
    expect(await kept()).toEqual(good);
    await dossier.evaluate(() => {
      document.querySelector<HTMLElement>('[data-format="json"]')?.click();
    });
    await says(dossier, '.json');

    // Room again: the same note is saved from its field, and the card adds.
    await dossier.evaluate(freeRoom);
    await leaveNote();
    await dossier.waitFor(
      (revision) => document.querySelector<HTMLElement>('.dossier')?.dataset['revision'] === String(revision),
      good.revision + 1,
    );
    expect((await kept()).entries.filter(({ note }) => note === typed)).toHaveLength(1);
    await page.show();
    await page.press('Escape');
    await hover(page, 'Scaleway');
    await addFromCard();
    await cardSays('1 fournisseur ajouté');
    expect((await kept()).entries).toHaveLength(good.entries.length + 1);
  });

  // Chrome counts settings apart, and they never come near their limit.
  it.runIf(name === 'firefox')(
    'changes no setting that it cannot store, and the next one as soon as it can',
    async () => {
      const before = await ask<Settings>('readSettings');
      await dossier.evaluate(fillRoom);
      // The longest list that settings hold: more than any slack in the file that keeps them.
      const host = () => [...Array.from({ length: 6 }, () => crypto.randomUUID()), 'example'].join('.');
      const sitesOff = Array.from({ length: 500 }, host);
      expect(await ask('changeSettings', { sitesOff })).toBeNull();
      expect(await ask('changeSettings', { sitesOff })).toBeNull();
      expect(await ask('readSettings')).toEqual(before);
      await dossier.evaluate(freeRoom);
      expect(await ask('changeSettings', { sitesOff: ['example.org'] })).toEqual({
        ...before,
        sitesOff: ['example.org'],
      });
    },
  );
});
