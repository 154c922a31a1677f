import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { locateBrowser } from '../../tools/browsers/locate-browser.ts';
import { servePages, type PageServer } from '../../tools/browsers/page-server.ts';
import { buildGallery } from './gallery/build-gallery.ts';
import { comparePictures } from './gallery/compare-pictures.ts';

const GOLDENS = join(import.meta.dirname, 'goldens');
const FOUND = join(import.meta.dirname, '../../screenshots/differences');
/** `npm run screenshots:accept`: what is drawn now is what is expected from now on. */
const ACCEPT = process.env['ANCRAGE_ACCEPT_SCREENSHOTS'] === '1';

/** By how much of 255 a channel may differ, and how many points may differ by more: fewer than half a glyph has. */
const TOLERANCE = 48;
const MOST_DIFFERING = 40;
/** Goldens are kept small: enough to see what moved, vanished or changed its colour. */
const GOLDEN_WIDTH = 300;

const SUBJECTS = { card: 376, 'card-unfolded': 376, popup: 380, sheet: 1000 } as const;
type Subject = keyof typeof SUBJECTS;

const WAYS: Record<string, (width: number) => BrowserContextOptions & { greyscale?: true }> = {
  light: (width) => ({ viewport: { width, height: 700 } }),
  dark: (width) => ({ viewport: { width, height: 700 }, colorScheme: 'dark' }),
  'forced-colors': (width) => ({ viewport: { width, height: 700 }, forcedColors: 'active' }),
  greyscale: (width) => ({ viewport: { width, height: 700 }, greyscale: true }),
  // Twice as large in the same window: half as many CSS pixels. The popup's window grows with it.
  'twice-as-large': (width) => ({
    viewport: { width: width > 400 ? width / 2 : width, height: 700 },
    deviceScaleFactor: 2,
  }),
  narrow: () => ({ viewport: { width: 320, height: 700 } }),
};

describe('what Ancrage draws, from data that never change', () => {
  let server: PageServer;
  let browser: Browser;
  let judge: Page;

  beforeAll(async () => {
    server = await servePages();
    server.add('/gallery', { body: await buildGallery() });
    server.add('/judge', { body: '<!doctype html><title>judge</title>' });
    browser = await chromium.launch({
      executablePath: locateBrowser('ANCRAGE_CHROMIUM', ['chromium', 'chromium-browser']),
      // Letters are smoothed alike whatever the screen.
      args: ['--no-sandbox', '--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb'],
    });
    judge = await browser.newPage();
    await judge.goto(server.url('/judge'));
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  /** A picture of one subject, whole, however long it is. */
  async function photograph(subject: Subject, way: string): Promise<string> {
    const { greyscale, ...options } = WAYS[way]!(SUBJECTS[subject]);
    const context = await browser.newContext({ ...options, locale: 'fr-FR', reducedMotion: 'reduce' });
    const page = await context.newPage();
    if (greyscale === true) {
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setEmulatedVisionDeficiency', { type: 'achromatopsia' });
    }
    await page.goto(server.url(`/gallery?${subject}`));
    const card = page.locator('html > [popover]');
    const surface = subject.startsWith('card') ? card : page.locator('body');
    await surface.locator('h1, h2').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const shot = subject.startsWith('card') ? await card.screenshot() : await page.screenshot({ fullPage: true });
    await context.close();
    return `data:image/png;base64,${shot.toString('base64')}`;
  }

  const all = (Object.keys(SUBJECTS) as Subject[]).flatMap((subject) =>
    Object.keys(WAYS).map((way) => [subject, way] as const),
  );

  it.each(all)('looks as it did: %s, %s', async (subject, way) => {
    const name = `${subject}-${way}`;
    const file = join(GOLDENS, `${name}.png`);
    const golden = ACCEPT || !existsSync(file) ? null : address(readFileSync(file));
    const picture = await photograph(subject, way);
    const { small, differing, diff } = await judge.evaluate(comparePictures, {
      picture,
      golden,
      width: GOLDEN_WIDTH,
      tolerance: TOLERANCE,
    });
    if (ACCEPT) {
      mkdirSync(GOLDENS, { recursive: true });
      writeFileSync(file, bytes(small));
      return;
    }
    if (golden === null || differing > MOST_DIFFERING) {
      mkdirSync(FOUND, { recursive: true });
      for (const [kind, image] of Object.entries({ now: small, whole: picture, differences: diff })) {
        writeFileSync(join(FOUND, `${name}-${kind}.png`), bytes(image));
      }
    }
    const found = golden === null ? 'there is no golden' : `${differing} points differ`;
    if (golden === null || differing > MOST_DIFFERING) {
      expect.fail(
        `${found}: see screenshots/differences/${name}-*.png. If it is meant to look like that, or another version of ` +
          `Chromium draws it so, look at them and run: npm run screenshots:accept`,
      );
    }
  });
});

const address = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`;
const bytes = (dataAddress: string) => Buffer.from(dataAddress.slice(dataAddress.indexOf(',') + 1), 'base64');
