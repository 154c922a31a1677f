import { describe, expect, it } from 'vitest';

import { matchPatternsOf } from '../../../domain/registry/portals.ts';
import { PortalsSchema } from '../../../domain/registry/reference.ts';
import { problemsIn } from './problems.ts';

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

describe('a portal on record', () => {
  const portal = (host: string) => [{ id: 'boamp', name: 'BOAMP', country: 'FR', hosts: [host] }];

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
