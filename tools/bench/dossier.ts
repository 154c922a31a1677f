import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

import { DOSSIER_FORMAT, type Dossier } from '../../domain/dossier/dossier.ts';
import { exportDossier, EXPORT_FORMATS } from '../../domain/dossier/export/formats.ts';
import { freezeFacts } from '../../domain/dossier/freeze.ts';
import { unpackRegistry } from '../../domain/registry/packing.ts';
import type { BundledRequirements } from '../../domain/requirements/requirement-set.ts';
import { createWording } from '../../domain/wording/wording.ts';
import { EXTENSIONS } from '../browsers/build-extensions.ts';
import { launchChromium } from '../browsers/chromium.ts';
import { sendToBackground } from '../browsers/own-page-calls.ts';
import { ROOT } from '../data-folder.ts';
import { atMost, type Row } from './row.ts';

const ENTRIES = 500;
const ROUNDS = 5;
const AT = '2026-11-24T11:30:00+01:00';

/** Measures a dossier of 500 entries: opening it in the built extension, and writing each of its files. Out: a row for each. */
export async function benchDossier(): Promise<Row[]> {
  const dossier = longDossier();
  const rows = [
    atMost(`dossier of ${ENTRIES} entries: from its address to its list`, await opening(dossier), 'ms', 200),
  ];
  for (const format of EXPORT_FORMATS) {
    rows.push(atMost(`the same: export to ${format}`, await exporting(dossier, format), 'ms', 2000));
  }
  return rows;
}

/** In milliseconds, the median: the page is there and drawn, its first entries and its count with it. */
async function opening(dossier: Dossier): Promise<number> {
  const browser = await launchChromium({ extension: EXTENSIONS.chromium });
  try {
    const page = await browser.openOwn('dossier.html');
    await page.evaluate(sendToBackground, { type: 'keepDossier', data: dossier });
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const opened = await browser.openOwn(`dossier.html?id=${dossier.id}`);
      // Since the navigation began, by the page's own clock.
      const drawn = await opened.waitFor((name) => performance.getEntriesByName(name)[0]?.startTime, 'dossier-drawn');
      times.push(drawn ?? Infinity);
      // The next one begins when this one is at rest.
      await opened.waitFor((name) => performance.getEntriesByName(name)[0]?.startTime, 'dossier-compared');
      await opened.close();
    }
    return median(times);
  } finally {
    await browser.close();
  }
}

async function exporting(dossier: Dossier, format: (typeof EXPORT_FORMATS)[number]): Promise<number> {
  const messages = JSON.parse(readFileSync(join(ROOT, 'public/_locales/fr/messages.json'), 'utf8')) as Record<
    string,
    { message: string }
  >;
  const wording = createWording((key, values) =>
    (messages[key]?.message ?? '').replaceAll(
      /\$([1-9])/g,
      (_, position: string) => values[Number(position) - 1] ?? '',
    ),
  );
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = performance.now();
    await exportDossier(dossier, format, { wording, at: AT });
    times.push(performance.now() - begun);
  }
  return median(times);
}

/** Every provider of the registry, again and again, each held against a requirement set. */
function longDossier(): Dossier {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, 'generated', file), 'utf8'));
  const registry = unpackRegistry(read('registry.json') as Parameters<typeof unpackRegistry>[0]);
  const requirements = read('requirements.json') as BundledRequirements;
  const asked = { requirementSet: requirements.sets[0]?.id ?? null, buyerKind: 'collectivite' } as const;
  const ids = Object.keys(registry.providers);
  return {
    format: DOSSIER_FORMAT,
    id: crypto.randomUUID(),
    revision: 0,
    name: 'Banc',
    reference: '',
    buyer: '',
    ...asked,
    note: '',
    createdAt: AT,
    changedAt: AT,
    entries: Array.from({ length: ENTRIES }, (_, place) => {
      const facts = freezeFacts(
        { provider: ids[place % ids.length] ?? '' },
        { registry, requirements, day: registry.date },
        asked,
      );
      if (facts === null) throw new Error('a provider of the registry is not in it');
      return { id: crypto.randomUUID(), addedAt: AT, note: '', ...facts };
    }),
  };
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
