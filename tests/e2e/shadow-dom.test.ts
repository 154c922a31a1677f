import { afterAll, beforeAll, expect, it } from 'vitest';

import type { BrowserUnderTest, TestPage } from '../../tools/browsers/browser-under-test.ts';
import { hover } from '../../tools/browsers/hover.ts';
import { servePages, type PageServer } from '../../tools/browsers/page-server.ts';
import { markedTexts, placeOf } from '../../tools/browsers/probes.ts';
import { waitFor } from '../../tools/browsers/wait-for.ts';
import { describeInEachBrowser } from './each-browser.ts';

const PAGE = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>avis</title>
<p>Le titulaire du lot 1 est OVHcloud.</p>
<lot-card id="outer"><p slot="note">Le lot 3 revient à Ikoula.</p></lot-card>
<div id="later"></div>
<p>Le titulaire du lot 5 est Hetzner.</p>
<script>
  const outer = document.getElementById('outer').attachShadow({ mode: 'open' });
  outer.innerHTML = '<style>p { color: #222 }</style><p>Le titulaire du lot 2 est Scaleway.</p><slot name="note"></slot><div id="inner"></div>';
  const own = new CSSStyleSheet();
  own.replaceSync('p { margin: 12px }');
  outer.adoptedStyleSheets = [own];
  outer.getElementById('inner').attachShadow({ mode: 'open' }).innerHTML = '<p>Le lot 4 revient à Outscale.</p>';
</script>`;

/** How a mark looks to a text, by the rules that reach it. */
function look(name: string): { line: string; wash: string } | null {
  for (const range of CSS.highlights.get('ancrage-mention') ?? []) {
    const { parentElement, textContent } = range.startContainer;
    if (parentElement === null || textContent?.includes(name) !== true) continue;
    const style = getComputedStyle(parentElement, '::highlight(ancrage-mention)');
    return { line: style.textDecorationLine, wash: style.backgroundColor };
  }
  return null;
}

describeInEachBrowser('a page with shadow roots', (launch) => {
  let browser: BrowserUnderTest;
  let server: PageServer;
  let page: TestPage;

  beforeAll(async () => {
    server = await servePages();
    server.add('/shadow', { body: PAGE });
    browser = await launch();
    page = await browser.open(server.url('/shadow'));
    await page.waitFor(() => (CSS.highlights.get('ancrage-mention')?.size ?? 0) >= 5);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  const namedAre = (names: string[]) =>
    waitFor(
      async () => JSON.stringify((await page.evaluate(markedTexts)).toSorted()) === JSON.stringify(names.toSorted()),
      `the marks to be ${names.join()}`,
    );

  it('has the names in them marked, as all others look', async () => {
    await namedAre(['OVHcloud', 'Scaleway', 'Ikoula', 'Outscale', 'Hetzner']);
    const plain = await page.evaluate(look, 'OVHcloud');
    expect(plain?.line).toBe('underline');
    for (const name of ['Scaleway', 'Outscale', 'Ikoula']) expect(await page.evaluate(look, name)).toEqual(plain);
  });

  it('keeps their trees as they were', async () => {
    const inside = await page.evaluate(() => {
      const root = document.getElementById('outer')?.shadowRoot;
      return [...(root?.children ?? [])].map((element) => element.localName);
    });
    expect(inside).toEqual(['style', 'p', 'slot', 'div']);
  });

  it('shows the card of a name in them, also in one within another', async () => {
    expect((await hover(page, 'Scaleway')).card.name).toBe('Scaleway');
    expect((await hover(page, 'Outscale')).card.text).toContain('SecNumCloud');
  });

  it('is gone through in the order of the page', async () => {
    const names: string[] = [];
    await page.press('Escape');
    await page.goto(server.url('/shadow'));
    await namedAre(['OVHcloud', 'Scaleway', 'Ikoula', 'Outscale', 'Hetzner']);
    for (let step = 0; step < 5; step += 1) {
      await browser.command('next-mention');
      names.push(
        (await page.waitFor((before) => {
          const name = document
            .querySelector('html > [data-ancrage-card]:popover-open')
            ?.shadowRoot?.querySelector('h2')?.textContent;
          return name === before ? undefined : name;
        }, names.at(-1))) as string,
      );
    }
    // What is slotted is in the page, and comes after what its host holds in the shadow.
    expect(names).toEqual(
      ['OVHcloud', 'Scaleway', 'Outscale', 'Ikoula', 'Hetzner'].map((name) => name.replace('3DS ', '')),
    );
  });

  it('is followed when they change, come late and go', async () => {
    await page.evaluate(() => {
      document.getElementById('outer')?.shadowRoot?.querySelector('p')?.append(' Sous-traitant : Infomaniak.');
    });
    await namedAre(['OVHcloud', 'Scaleway', 'Infomaniak', 'Ikoula', 'Outscale', 'Hetzner']);
    // Nothing tells of a root attached to an element that was there before.
    await page.evaluate(() => {
      const root = document.getElementById('later')?.attachShadow({ mode: 'open' });
      root?.append(Object.assign(document.createElement('p'), { textContent: 'Le lot 6 revient à NumSpot.' }));
    });
    await namedAre(['OVHcloud', 'Scaleway', 'Infomaniak', 'Ikoula', 'Outscale', 'NumSpot', 'Hetzner']);
    await page.evaluate(() => document.getElementById('outer')?.remove());
    await namedAre(['OVHcloud', 'NumSpot', 'Hetzner']);
  });

  it('is listed with what they hold', async () => {
    const popup = await browser.openPopup(page);
    const names = await popup.waitFor(() => {
      const rows = [...document.querySelectorAll('.inventory-row h2')].map((row) => row.textContent);
      return rows.length > 0 ? rows : null;
    });
    expect(names).toEqual(['Hetzner', 'NumSpot', 'OVHcloud']);
    await popup
      .evaluate(() => document.querySelector<HTMLElement>('[data-provider="numspot"] button')?.click())
      .catch(() => undefined);
    await page.waitFor(
      () =>
        document.querySelector('[data-ancrage-card]:popover-open')?.shadowRoot?.querySelector('h2')?.textContent ===
        'NumSpot',
    );
    expect(await page.evaluate(placeOf, 'NumSpot')).not.toBeNull();
  });
});
