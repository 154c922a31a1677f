import { describe, expect, it } from 'vitest';

import { isOnPortal, matchPatternsOf } from '../../../domain/registry/portals.ts';
import { PortalsSchema } from '../../../domain/registry/reference.ts';
import shippedPortals from '../../../data/portals.json';
import { problemsIn } from './problems.ts';

const shipped: readonly { country: string; hosts: string[]; path?: string }[] = shippedPortals;
const PORTALS = [{ hosts: ['ted.europa.eu'] }, { hosts: ['www.boamp.fr', 'achat.example.org'] }];

describe('the addresses on which the extension runs', () => {
  it('are every host of every portal, with its sub-domains, sorted', () => {
    expect(matchPatternsOf(PORTALS, 'production')).toEqual([
      '*://*.achat.example.org/*',
      '*://*.ted.europa.eu/*',
      '*://*.www.boamp.fr/*',
    ]);
  });

  it.each(['production', 'development', ''])('do not hold the loopback address in mode %j', (mode) => {
    expect(matchPatternsOf(PORTALS, mode).join(' ')).not.toContain('127.0.0.1');
  });

  it('hold the loopback address in the end-to-end build, and nothing else more', () => {
    const added = matchPatternsOf(PORTALS, 'e2e').filter(
      (one) => !matchPatternsOf(PORTALS, 'production').includes(one),
    );
    expect(added).toEqual(['http://127.0.0.1/*']);
  });

  it('are none without a portal', () => {
    expect(matchPatternsOf([], 'production')).toEqual([]);
  });

  it('leave the portals as they were', () => {
    const hosts = Object.freeze(['b.example.org', 'a.example.org']);
    matchPatternsOf(Object.freeze([{ hosts }]), 'production');
    expect(hosts).toEqual(['b.example.org', 'a.example.org']);
  });
});

describe('a page', () => {
  const portals = [{ hosts: ['boamp.fr'] }, { hosts: ['ec.europa.eu'], path: '/info/funding-tenders' }];

  it.each([
    ['boamp.fr', '/', true],
    ['www.boamp.fr', '/avis', true],
    ['notboamp.fr', '/', false],
    ['boamp.fr.example.org', '/', false],
    ['ec.europa.eu', '/info/funding-tenders/opportunities', true],
    ['ec.europa.eu', '/eurostat', false],
  ])('at %s%s is on a portal: %s', (host, path, on) => {
    expect(isOnPortal(portals, host, path)).toBe(on);
  });

  it('below a portal’s path alone is reached where the host holds much else', () => {
    expect(matchPatternsOf(portals, 'production')).toContain('*://*.ec.europa.eu/info/funding-tenders*');
  });
});

describe('the portals that ship', () => {
  const countries = new Set(shipped.map((portal) => portal.country));
  // EU, EEA, Switzerland, United Kingdom.
  const expected =
    'EU AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' ');

  it.each(expected)('have one for %s', (country) => {
    expect(countries).toContain(country);
  });

  it('each have their own hosts', () => {
    const hosts = shipped.flatMap((portal) => portal.hosts.map((host) => `${host}${portal.path ?? ''}`));
    expect(new Set(hosts).size).toBe(hosts.length);
  });
});

describe('a portal on record', () => {
  const portal = (host: string) => [
    {
      id: 'boamp',
      name: 'BOAMP',
      country: 'FR',
      hosts: [host],
      kind: 'notices',
      languages: ['fr'],
      source: 'https://example.org/',
      checkedOn: '2026-11-24',
    },
  ];

  it.each(['boamp.fr', 'www.boamp.fr', 'achat-public.example.org'])('may have the host %s', (host) => {
    expect(problemsIn(PortalsSchema, portal(host))).toEqual([]);
  });

  it.each(['*', '*.fr', 'fr', 'https://boamp.fr', 'boamp.fr/avis', 'boamp.fr:80', 'BOAMP.fr', ''])(
    'may not have the host %j: it would reach further than meant, or nowhere',
    (host) => {
      expect(problemsIn(PortalsSchema, portal(host))).toEqual(['0.hosts.0: is not a host name']);
    },
  );
});
