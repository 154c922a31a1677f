import { expect, it } from 'vitest';

import { SourcesSchema } from '../../../domain/registry/source.ts';
import { problemsIn } from './problems.ts';

const problemsWith = (changes: object) =>
  problemsIn(SourcesSchema, {
    'anssi-list': { publisher: 'ANSSI', title: 'Liste', url: 'https://cyber.example.org/liste.pdf', ...changes },
  });

it.each([{}, { date: '2026' }, { date: '2026-09-15', readThrough: 'https://copies.example.org/liste' }])(
  'a public document over https is taken: %j',
  (changes) => {
    expect(problemsWith(changes)).toEqual([]);
  },
);

it.each([
  ['plain http', { url: 'http://cyber.example.org/' }, 'anssi-list.url: is not an https address'],
  ['a script', { url: 'javascript:alert(1)' }, 'anssi-list.url: is not an https address'],
  ['a file', { url: 'file:///etc/passwd' }, 'anssi-list.url: is not an https address'],
  ['no address', { url: 'cyber.example.org' }, 'anssi-list.url: is not an address'],
  [
    'a copy over http',
    { readThrough: 'http://copies.example.org/' },
    'anssi-list.readThrough: is not an https address',
  ],
  ['no publisher', { publisher: '' }, 'anssi-list.publisher: is empty'],
  ['no title', { title: '' }, 'anssi-list.title: '],
  ['a date that never was', { date: '2026-02-30' }, 'anssi-list.date: is not a date'],
  ['a field that nobody knows', { note: 'x' }, 'anssi-list.note: '],
])('%s is refused, and the field is named', (_what, changes, problem) => {
  expect(problemsWith(changes).join('\n')).toContain(problem);
});
