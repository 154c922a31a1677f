import { afterAll, beforeAll, expect, it } from 'vitest';

import type { BrowserUnderTest, TestPage } from '../../tools/browsers/browser-under-test.ts';
import { hover } from '../../tools/browsers/hover.ts';
import { sendToBackground } from '../../tools/browsers/own-page-calls.ts';
import type { PageServer } from '../../tools/browsers/page-server.ts';
import type { SettingsPatch } from '../../domain/settings/settings.ts';
import { openNotice, serveNotice } from './demo-notice.ts';
import { describeInEachBrowser } from './each-browser.ts';

/** What the card says of its axes: their shapes and words, in their order; and which of them are unfolded. */
const readCard = () => {
  const root = document.querySelector('[data-ancrage-card]')?.shadowRoot;
  return {
    axes: [...(root?.querySelectorAll('.axis-button') ?? [])].map((row) => row.innerHTML),
    unfolded: [...(root?.querySelectorAll<HTMLElement>('.axis-row:has([aria-expanded="true"])') ?? [])].map(
      (row) => row.dataset['axis'],
    ),
    answers: [...(root?.querySelectorAll<HTMLElement>('.checklist-row') ?? [])].map((row) => row.dataset['answer']),
    line: root?.querySelector('.checklist-line')?.textContent?.replace(/\s/g, ' ') ?? null,
  };
};

describeInEachBrowser('a requirement set', (launch) => {
  let browser: BrowserUnderTest;
  let server: PageServer;
  let own: TestPage;
  let notice: TestPage;
  const change = (patch: SettingsPatch) => own.evaluate(sendToBackground, { type: 'changeSettings', data: patch });

  beforeAll(async () => {
    server = await serveNotice();
    browser = await launch();
    own = await browser.openOwn('popup.html?tab=0');
    notice = await openNotice(browser, server);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('that is chosen adds its checklist to the card and changes no axis', async () => {
    await hover(notice, 'Amazon Web Services');
    const without = await notice.evaluate(readCard);
    expect(without).toMatchObject({ unfolded: [], answers: [], line: null });
    await notice.press('Escape');

    await change({ requirementSet: 'sren-article-31' });
    await notice.show();
    await hover(notice, 'Amazon Web Services');
    await notice.waitFor(
      () => document.querySelector('[data-ancrage-card]')?.shadowRoot?.querySelector('.checklist-row') !== null,
    );
    const chosen = await notice.evaluate(readCard);
    expect(chosen.axes).toEqual(without.axes);
    expect(chosen).toMatchObject({
      unfolded: ['location', 'qualification'],
      answers: ['not-met', 'unknown', 'unknown'],
      line: 'Pour une collectivité : texte non obligatoire ; bonne pratique.',
    });
    await notice.press('Escape');
  });

  it('that is no more asks nothing', async () => {
    await change({ requirementSet: 'of-another-version' });
    await notice.show();
    await hover(notice, 'OVHcloud');
    expect(await notice.evaluate(readCard)).toMatchObject({ unfolded: [], answers: [] });
  });

  it('can be chosen on the options page, by its name', async () => {
    const options = await browser.openOwn('options.html');
    await options.waitFor(() => document.body.textContent.includes('Archives publiques définitives'));
    await options.close();
  });
});
