import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { ROOT } from '../../tools/data-folder.ts';

const page = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');
const [, threats = ''] = /## Threats and answers\n([\s\S]*?)\n## /.exec(page) ?? [];
const rows = threats.split('\n').filter((line) => line.startsWith('|') && !/^\| (?:threat|-)/.test(line));

it('lists threats, each with an answer and a test that is there', () => {
  expect(rows.length).toBeGreaterThan(15);
  for (const row of rows) {
    const [, , answer = '', tests = ''] = row.split('|').map((cell) => cell.trim());
    expect(answer).not.toBe('');
    const named = [...tests.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);
    expect(named).not.toEqual([]);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  }
});
