import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { DossierSchema, type Dossier } from '../../domain/dossier/dossier.ts';
import type { Addition } from '../../domain/protocol/addition.ts';
import type { DossierAnswer } from '../../domain/protocol/dossier-messages.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { readProjectRegistry } from '../project-registry.ts';
import type { BrowserUnderTest, TestPage } from '../../tools/browsers/browser-under-test.ts';
import { sendForText } from '../../tools/browsers/own-page-calls.ts';
import { readTestFeed } from '../../tools/browsers/test-feed.ts';
import { DAY, fileOf, HOUR, instant, manifestOf, signed } from '../domain/feed/feed-publisher.ts';
import { file, serveFeed, type LoopbackFeed } from '../domain/feed/loopback-feed.ts';
import { describeInEachBrowser } from './each-browser.ts';

describeInEachBrowser('a dossier and an update of the data', (launch) => {
  let browser: BrowserUnderTest;
  let feed: LoopbackFeed;
  let page: TestPage;
  const ask = async <Answer>(type: string, data?: unknown): Promise<Answer> =>
    JSON.parse(await page.evaluate(sendForText, { type, data })) as Answer;
  const kept = async (id: string): Promise<Dossier> => {
    const answer = await ask<DossierAnswer>('readDossier', id);
    if (!answer.ok) throw new Error(answer.problem);
    return v.parse(DossierSchema, answer.dossier);
  };

  beforeAll(async () => {
    feed = await serveFeed(readTestFeed().port);
    browser = await launch();
    page = await browser.openOwn('dossier.html');
    await page.waitFor(() => document.querySelector('.dossier-list') !== null);
  });
  afterAll(async () => {
    await browser.close();
    await feed.close();
  });

  it('keeps the frozen facts, and shows beside them what is said now', async () => {
    const addition = await ask<Addition>('addToDossier', { providers: ['ovhcloud', 'numergy', 'scaleway'] });
    if (!addition.ok) throw new Error(addition.problem);
    const { dossier: id } = addition;
    const before = await kept(id);
    const shown = await browser.openOwn(`dossier.html?id=${id}`);
    await shown.waitFor(() => document.querySelectorAll('.entry').length === 3);
    const badge = (provider: string) => document.querySelector(`[data-provider="${provider}"] .badge`)?.textContent;
    const frozen = await shown.evaluate(badge, 'ovhcloud');

    const bundled = readProjectRegistry().registry;
    const { numergy: _, ...others } = bundled.providers;
    const { ovhcloud } = others;
    if (ovhcloud === undefined) throw new Error('not in the registry');
    const update: Registry = {
      ...bundled,
      version: bundled.version + 1,
      providers: { ...others, ovhcloud: { ...ovhcloud, offerings: [] } },
    };
    const published = fileOf(update);
    const now = Date.now();
    const manifest = manifestOf(update, published, { issued: instant(now - HOUR), expires: instant(now + 30 * DAY) });
    feed.answer(published.path, file(published.bytes));
    feed.answer('/feed.json', file(signed(manifest, [readTestFeed().key])));
    expect(await ask('checkFeed')).toMatchObject({ registry: { version: update.version }, lastError: null });

    // The open window follows the data by itself; nothing of the dossier changes.
    await shown.show();
    await shown.waitFor(() => document.querySelectorAll('.entry-since').length === 2);
    const since = (provider: string) =>
      document.querySelector(`[data-provider="${provider}"] .entry-since`)?.textContent;
    expect(await shown.evaluate(since, 'ovhcloud')).toContain(`Registre ${update.version} du`);
    expect(await shown.evaluate(since, 'ovhcloud')).toContain('Figé');
    expect(await shown.evaluate(since, 'numergy')).toContain('ne contient plus cette fiche');
    expect(await shown.evaluate(since, 'scaleway')).toBeUndefined();
    expect(await shown.evaluate(badge, 'ovhcloud')).toBe(frozen);
    expect(await kept(id)).toEqual(before);

    // Asked for, the facts in force take their place; taken back, they do not.
    await shown.evaluate(() => {
      document.querySelector<HTMLElement>('[data-provider="ovhcloud"] [aria-label^="Reprendre"]')?.click();
    });
    await shown.waitFor(() => document.querySelectorAll('.entry-since').length === 1);
    const versions = async () =>
      (await kept(id)).entries.map(({ provider, registry }) => `${provider} ${registry.version}`).sort();
    const old = bundled.version;
    expect(await versions()).toEqual([`numergy ${old}`, `ovhcloud ${update.version}`, `scaleway ${old}`]);
    await shown.evaluate(() => {
      document.querySelector<HTMLElement>('.dossier-notice [data-action="undo"]')?.click();
    });
    await shown.waitFor(() => document.querySelectorAll('.entry-since').length === 2);
    expect((await kept(id)).entries).toEqual(before.entries);
    await shown.close();
  });
});
