import { describe, expect, it } from 'vitest';

import { HostSchema, isHostAmong } from '../../../domain/registry/host.ts';
import { problemsIn } from '../registry/problems.ts';

describe('a host', () => {
  it.each(['boamp.fr', 'www.boamp.fr', 'intranet', '10.0.0.1', 'xn--mgalis-bva.fr', 'a_b.example.org'])(
    'may be %s',
    (host) => {
      expect(problemsIn(HostSchema, host)).toEqual([]);
    },
  );

  it.each([
    '',
    '*',
    '*.fr',
    'BOAMP.fr',
    'boamp.fr/',
    'boamp.fr:80',
    '.fr',
    'fr.',
    'a..b',
    '-a.fr',
    'mégalis.fr',
    '[::1]',
  ])('may not be %j', (host) => {
    expect(problemsIn(HostSchema, host)).not.toEqual([]);
  });
});

describe('a listed host', () => {
  it.each([
    ['boamp.fr', true],
    ['www.boamp.fr', true],
    ['a.b.boamp.fr', true],
    ['notboamp.fr', false],
    ['boamp.fr.example.org', false],
    ['boamp.frx', false],
    ['fr', false],
    ['', false],
  ])('holds for %j: %s', (host, held) => {
    expect(isHostAmong(host, ['ted.europa.eu', 'boamp.fr'])).toBe(held);
  });
});
