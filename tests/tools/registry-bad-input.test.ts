import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { DATA, ROOT } from '../../tools/data-folder.ts';

type Json = Record<string, unknown>;

describe('bad data', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ancrage-data-'));
    cpSync(DATA, folder, { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const write = (file: string, text: string) => {
    writeFileSync(join(folder, file), text);
  };
  const change = (file: string, edit: (data: Json) => void) => {
    const data = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Json;
    edit(data);
    write(file, `${JSON.stringify(data, null, 2)}\n`);
  };
  const run = (tool: string, ...options: string[]) => {
    const { status, stderr } = spawnSync(process.execPath, [`tools/${tool}.ts`, '--data', folder, ...options], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    return { status, stderr };
  };
  const gandi = (data: Json) =>
    data as { headOffice: Json; aliases: Json[]; offerings: Json[]; events: Json[]; name: string };

  it.each<[what: string, spoil: () => void, says: RegExp]>([
    ['a malformed file', () => write('providers/gandi.json', '{ "id": '), /gandi\.json: is not JSON/],
    [
      'an unknown country',
      () =>
        change(
          'providers/gandi.json',
          (data) =>
            (gandi(data).headOffice = {
              state: 'known',
              value: { country: 'QX' },
              provenance: 'press',
              sources: [{ source: 'eu-countries', checkedOn: '2026-11-23' }],
            }),
        ),
      /providers\/gandi\.json: headOffice\.value\.country: is no country/,
    ],
    [
      'the address of a script as a source',
      () =>
        change('sources.json', (data) => {
          const [source] = Object.values(data) as Json[];
          if (source !== undefined) source['url'] = 'https://example.org/about.js';
        }),
      /sources\.json: [\w-]+\.url: is the address of a script/,
    ],
    [
      'an unknown scheme',
      () =>
        change('providers/outscale.json', (data) => {
          const offering = gandi(data).offerings[0] as { qualifications: { value: Json }[] };
          for (const { value } of offering.qualifications.slice(0, 1)) value['scheme'] = 'gold-star';
        }),
      /providers\/outscale\.json: offerings\.0\.qualifications\.0\.value\.scheme: "gold-star" is not in schemes\.json/,
    ],
    [
      'a duplicate name',
      () =>
        change('providers/gandi.json', (data) =>
          gandi(data).aliases.push({ text: 'ikoula', kind: 'brand', case: 'any' }),
        ),
      /"ikoula" is claimed by/i,
    ],
    [
      'a date that is not one',
      () =>
        change('providers/gandi.json', (data) =>
          gandi(data).events.push({
            on: '2026-02-30',
            kind: 'other',
            text: { fr: 'x', en: 'x' },
            provenance: 'press',
            sources: [{ source: 'eu-countries', checkedOn: '2026-11-23' }],
          }),
        ),
      /events\.\d+\.on: is not a date/,
    ],
    [
      'a name of one letter',
      () =>
        change('providers/gandi.json', (data) => gandi(data).aliases.push({ text: 'G', kind: 'brand', case: 'exact' })),
      /aliases\.\d+\.text: is one letter/,
    ],
    [
      'a file under another name',
      () => change('providers/gandi.json', (data) => (data['id'] = 'gandy')),
      /providers\/gandi\.json: id: is "gandy"/,
    ],
    [
      'a source that is not https',
      () => change('sources.json', (data) => ((data['eu-countries'] as Json)['url'] = 'http://europa.eu')),
      /sources\.json: eu-countries\.url: is not an https address/,
    ],
    [
      'a source that nobody cites',
      () =>
        change(
          'sources.json',
          (data) => (data['aaa-unused'] = { publisher: 'P', title: 'T', url: 'https://example.org/unused' }),
        ),
      /sources\.json: aaa-unused: is cited by no fact/,
    ],
    [
      'a receipt through a web proxy',
      () =>
        change(
          'sources.json',
          (data) => ((data['eu-countries'] as Json)['readThrough'] = 'https://europa.eu.rproxy.example.org/countries'),
        ),
      /sources\.json: eu-countries\.readThrough: leads through a web proxy/,
    ],
    [
      'a word that judges',
      () =>
        change('laws.json', (data) => ((data['us-cloud-act'] as { text: Json }).text['fr'] = 'Une loi dangereuse.')),
      /laws\.json: us-cloud-act\.text\.fr: "dangereuse" judges/,
    ],
    [
      'a date ahead',
      () => change('sources.json', (data) => ((data['eu-countries'] as Json)['date'] = '2199')),
      /sources\.json: eu-countries\.date: 2199 lies in the future/,
    ],
    [
      'a search on a day ahead',
      () =>
        change('providers/gandi.json', (data) => (data['headOffice'] = { state: 'unknown', searchedOn: '2199-01-01' })),
      /providers\/gandi\.json: headOffice\.searchedOn: 2199-01-01 lies in the future/,
    ],
    [
      'a law looked up on a day ahead',
      () =>
        change('laws.json', (data) => {
          const law = data['us-cloud-act'] as { sources: Json[] };
          for (const citation of law.sources) citation['checkedOn'] = '2199-01-01';
        }),
      /laws\.json: sources\.us-code-18-2713\.checkedOn: 2199-01-01 lies in the future/,
    ],
    [
      'an adequacy decision without its date',
      () =>
        change('countries.json', (data) => {
          for (const decision of data['adequacy'] as Json[]) delete decision['from'];
        }),
      /countries\.json: adequacy\.0\.from: is missing for AD/,
    ],
    [
      'a place that the press alone calls the only one',
      () =>
        change('providers/bleu.json', (data) => {
          const offering = gandi(data).offerings[0] as { location: { storage: { value: Json } } };
          offering.location.storage.value['complete'] = true;
        }),
      /providers\/bleu\.json: offerings\.0\.location\.storage\.value\.complete: rests on the press/,
    ],
    [
      'an English date that reads two ways',
      () =>
        change(
          'laws.json',
          (data) => ((data['us-fisa-702'] as { note: Json }).note['en'] = 'The statute lapsed on 12/06/2026.'),
        ),
      /laws\.json: us-fisa-702\.note\.en: has the date "12\/06\/2026"/,
    ],
    [
      'a straight apostrophe',
      () =>
        change('laws.json', (data) => ((data['us-cloud-act'] as { text: Json }).text['en'] = "The provider's data.")),
      /laws\.json: us-cloud-act\.text\.en: has a straight apostrophe/,
    ],
    ['an edition that is no JSON', () => write('edition.json', '{'), /edition\.json: is not JSON/],
    ['a missing file', () => rmSync(join(folder, 'laws.json')), /laws\.json: cannot be read: ENOENT/],
    [
      'another format',
      () =>
        write(
          'providers/gandi.json',
          readFileSync(join(folder, 'providers/gandi.json'), 'utf8').replaceAll('  ', '\t'),
        ),
      /gandi\.json: is not in the canonical format/,
    ],
  ])('is named with file and field, and fails: %s', (_what, spoil, says) => {
    spoil();
    const { status, stderr } = run('registry-check');
    expect(stderr).toMatch(says);
    expect(status).toBe(1);
  });

  it.each([
    ['registry-report', []],
    ['registry-draw', ['--count', '1']],
  ])('are told in a sentence by %s too', (tool, options) => {
    write('providers/gandi.json', '{ "id": ');
    const { status, stderr } = run(tool, ...options);
    expect(stderr).toMatch(/gandi\.json: is not JSON/);
    expect(stderr).not.toContain('    at ');
    expect(status).toBe(1);
  });

  it.each([
    ['--count', 'abc'],
    ['--seed', '-1'],
  ])('is not drawn from by %s %s', (option, value) => {
    const { status, stderr } = run('registry-draw', `${option}=${value}`);
    expect(stderr).toContain(`${option} ${value}: is not a whole number`);
    expect(status).toBe(1);
  });

  it('accepts a provider without offerings', () => {
    change('providers/gandi.json', (data) => (data['offerings'] = []));
    const { stderr } = run('registry-check');
    // Only its sources are now cited by nobody.
    expect(stderr).not.toContain('providers/gandi.json');
  });

  it('builds nothing from them, and leaves what was built', () => {
    const out = join(folder, 'out');
    expect(run('registry-build', '--out', out).status).toBe(0);
    const before = readFileSync(join(out, 'registry.json'), 'utf8');
    change('providers/gandi.json', (data) => delete data['aliases']);
    const { status, stderr } = run('registry-build', '--out', out);
    expect(status).toBe(1);
    expect(stderr).toMatch(/providers\/gandi\.json: aliases.*nothing was written/s);
    expect(readFileSync(join(out, 'registry.json'), 'utf8')).toBe(before);
    expect(readdirSync(out).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('are refused whole when 10,000 providers go over the budget', () => {
    const sample = readFileSync(join(folder, 'providers/gandi.json'), 'utf8');
    for (let number = 0; number < 10_000; number += 1) {
      const data = JSON.parse(sample) as Json;
      data['id'] = `copy-${number}`;
      data['aliases'] = [{ text: `Copie ${number}`, kind: 'brand', case: 'any' }];
      write(`providers/copy-${number}.json`, `${JSON.stringify(data, null, 2)}\n`);
    }
    const out = join(folder, 'out');
    const { status, stderr } = run('registry-build', '--out', out);
    expect(status).toBe(1);
    expect(stderr).toMatch(/registry\.json: \d+ bytes.*over its budget/);
    expect(existsSync(join(out, 'registry.json'))).toBe(false);
  }, 120_000);
});
