import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ROOT } from '../../tools/data-folder.ts';
import type { Evaluation } from '../../tools/evaluation/evaluate.ts';

interface Row {
  text: string;
  mentions?: { text: string; provider: string; role?: string }[];
  ignore?: string[];
}

let folder = '';
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'ancrage-evaluate-'))));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const spanOf = (passage: string, text: string) => ({
  start: passage.indexOf(text),
  end: passage.indexOf(text) + text.length,
  text,
});

const lines = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n');

/** Writes a corpus of these rows. Out: the arguments that name its files. */
function corpusOf(rows: Row[]): string[] {
  const files = {
    passages: lines(rows.map(({ text }, place) => ({ id: `p${place}`, lang: 'fr', genre: 'notice', text }))),
    gold: lines(
      rows.map(({ text, mentions = [] }, place) => ({
        id: `p${place}`,
        mentions: mentions.map((mention) => ({ ...spanOf(text, mention.text), ...mention })),
      })),
    ),
    traps: lines(
      rows.map(({ text, ignore = [] }, place) => ({
        id: `p${place}`,
        traps: [],
        ignore: ignore.map((span) => spanOf(text, span)),
      })),
    ),
    families: JSON.stringify({ providers: { 't-systems': { family: 'telekom' }, 'some-slug': { family: 'telekom' } } }),
  };
  return Object.entries(files).flatMap(([name, content]) => {
    const file = join(folder, `${name}.jsonl`);
    writeFileSync(file, content);
    return [`--${name}`, file];
  });
}

const TOOL = join(ROOT, 'tools/evaluate.ts');

const evaluated = (...rows: Row[]) =>
  JSON.parse(execFileSync(process.execPath, [TOOL, ...corpusOf(rows), '--json'], { encoding: 'utf8' })) as Evaluation;

describe('the measure of detection', () => {
  it('counts a name found, one missed and one found wrongly, each with its text', () => {
    const { overall, errors, byProvider, byLanguage, byGenre } = evaluated(
      { text: 'Hébergement chez OVHcloud.', mentions: [{ text: 'OVHcloud', provider: 'ovhcloud' }] },
      { text: 'Un nom inconnu : Ovehache.', mentions: [{ text: 'Ovehache', provider: 'ovhcloud' }] },
      { text: 'Ici Scaleway n’est pas marqué.' },
    );
    expect(overall).toMatchObject({ tp: 1, fp: 1, fn: 1, precision: 0.5, recall: 0.5, f1: 0.5 });
    expect(errors).toEqual([
      { id: 'p1', kind: 'fn', text: 'Ovehache', context: 'Un nom inconnu : [Ovehache].' },
      { id: 'p2', kind: 'fp', text: 'Scaleway', context: 'Ici [Scaleway] n’est pas marqué.' },
    ]);
    expect(byProvider['ovhcloud']).toMatchObject({ tp: 1, fn: 1 });
    expect(byLanguage).toHaveProperty('fr');
    expect(byGenre).toHaveProperty('notice');
  });

  it.each([
    [
      'a name with a role, found',
      { text: 'Scaleway recrute.', mentions: [{ text: 'Scaleway', provider: 'scaleway', role: 'corporate' }] },
    ],
    [
      'a name with a role, missed',
      { text: 'Une ligne Xyz.', mentions: [{ text: 'Xyz', provider: 'orange', role: 'non-cloud' }] },
    ],
    ['a span to ignore', { text: 'Voir Scaleway.', ignore: ['Scaleway'] }],
  ])('counts on neither side %s', (_what, row) => {
    expect(evaluated(row).overall).toMatchObject({ tp: 0, fp: 0, fn: 0 });
  });

  it('counts apart the companies that the registry does not hold', () => {
    const { overall, outOfScope } = evaluated({
      text: 'Courriels envoyés par Zqx.',
      mentions: [{ text: 'Zqx', provider: 'zqx-mail' }],
    });
    expect([overall.fn, outOfScope]).toEqual([0, 1]);
  });

  it.each([
    ['the same provider under a name of its own', 'T-Systems', 't-systems'],
    ['a slug of the same family', 'T-Systems', 'some-slug'],
    ['another provider of the group', 'Microsoft Azure', 'microsoft'],
    ['a slug that begins with the provider', 'Inetum', 'inetum-gfi'],
  ])('takes for right %s', (_what, text, provider) => {
    expect(evaluated({ text: `Chez ${text}.`, mentions: [{ text, provider }] }).overall.fp).toBe(0);
  });

  it('scores beside it a plain list of the same names', () => {
    const { baseline } = evaluated({ text: 'Mairie d’Orange.' });
    expect(baseline.overall).toMatchObject({ fp: 1 });
    expect(baseline.ambiguous).toMatchObject({ fp: 1 });
  });
});

describe('what cannot be measured', () => {
  const refused = (...args: string[]) => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [TOOL, ...args], { encoding: 'utf8' });
    return { status, stdout, stderr };
  };
  const withFile = (option: string, content: string) => {
    const args = corpusOf([{ text: 'OVHcloud' }]);
    writeFileSync(args[args.indexOf(`--${option}`) + 1] ?? '', content);
    return refused(...args);
  };

  it.each([
    ['passages', '{', 'passages, line 1: not JSON'],
    ['passages', '{"id":"p0"}', 'passages, line 1: text: '],
    ['gold', '\n{"id":"p0","mentions":[{"start":"1"}]}', 'gold, line 2: mentions.0.start: '],
    ['gold', '{"id":"elsewhere","mentions":[]}', 'gold: no passage has the id "elsewhere"'],
    ['traps', '[]', 'traps, line 1: '],
    ['families', '{}', 'families: providers: '],
  ])('is refused, with the file, the line and the field: %s %j', (option, content, message) => {
    expect(withFile(option, content)).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining(message) as string,
    });
  });

  it.each([
    ['a file that is not there', ['--gold', '/not/there.jsonl'], '/not/there.jsonl cannot be read.'],
    ['an option that is none', ['--golds', 'x'], 'Usage: '],
  ])('is refused without a trace: %s', (_what, args, message) => {
    const { status, stderr } = refused(...corpusOf([{ text: 'OVHcloud' }]), ...args);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });
});
