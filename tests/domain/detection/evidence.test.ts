import { describe, expect, it } from 'vitest';

import { REACH, weigh } from '../../../domain/detection/evidence.ts';
import type { NameContext } from '../../../domain/registry/name-index.ts';

const BOX: NameContext = {
  needs: 'confirmation',
  confirm: ['stockage', '5G', "gestion d'accès"],
  exclude: ['boîte', 'gift box', 'PO'],
};
const EVIDENCE = {
  cloudTerms: ['cloud', 'Rechenzentrum'],
  companyBefore: ['société', 'Firma'],
  companyAfter: ['SAS', 'GmbH', 'S.p.A.'],
  companyBetween: ['Services', 'Europe'],
  elsewhereBefore: ['rue', 'mairie', 'M.', 'scolaire'],
  elsewhereAfter: ['Street', 'Road'],
  otherLanguages: [],
};
const NOTHING: typeof EVIDENCE = {
  cloudTerms: [],
  companyBefore: [],
  companyAfter: [],
  companyBetween: [],
  elsewhereBefore: [],
  elsewhereAfter: [],
  otherLanguages: [],
};

/** Weighs the first place where the name is written in the text. */
const weighed = (text: string, { name = 'Box', context = BOX, evidence = EVIDENCE } = {}) => {
  const start = text.indexOf(name);
  return weigh(context, evidence, text, start, start + name.length);
};

describe('weighing an ambiguous name', () => {
  it.each([
    ['Le stockage Box', ['stockage']],
    ['Box, STOCKAGE', ['stockage']],
    ['Box : le cloud et le stockage', ['stockage', 'cloud']],
    ['Box im Rechenzentrum', ['Rechenzentrum']],
    ['Box, gestion  d’accès', ["gestion d'accès"]],
    ['(5G)Box', ['5G']],
    ['Box, clouds', ['cloud']],
  ])('%j confirms it, and says by what: its own words, then the cloud terms', (text, by) => {
    expect(weighed(text)).toEqual({ verdict: 'confirmed', by });
  });

  it.each(['Une boite Box', 'Une BOÎTE, le cloud, Box', 'PO Box', 'une gift Box', 'cloud Box PO'])(
    '%j excludes it, whatever confirms it',
    (text) => {
      expect(weighed(text)).toEqual({ verdict: 'excluded' });
    },
  );

  it.each(['Box', 'Box, cloudss', 'intercloud Box', '15G Box 5Ga', 'POLE Box', 'déboîté Box'])(
    '%j leaves it open: a word counts whole or not at all',
    (text) => {
      expect(weighed(text)).toEqual({ verdict: 'open' });
    },
  );

  it('looks as far as its reach on each side, and no further', () => {
    const gap = (length: number) => ' '.repeat(length);
    expect(weighed(`cloud${gap(REACH - 5)}Box`).verdict).toBe('confirmed');
    expect(weighed(`cloud${gap(REACH - 4)}Box`).verdict).toBe('open');
    expect(weighed(`Box${gap(REACH - 5)}cloud`).verdict).toBe('confirmed');
    expect(weighed(`Box${gap(REACH - 4)}cloud`).verdict).toBe('open');
  });

  it('does not take a part of the name for a word beside it', () => {
    expect(weighed('Cloud Box', { name: 'Cloud Box' })).toEqual({ verdict: 'open' });
    expect(weighed('Cloud Box, cloud', { name: 'Cloud Box' })).toEqual({ verdict: 'confirmed', by: ['cloud'] });
  });

  it('leaves a name without any words open', () => {
    const context = { ...BOX, confirm: [], exclude: [] };
    expect(weighed('Box, cloud', { context, evidence: NOTHING })).toEqual({ verdict: 'open' });
  });
});

describe('a name for which general evidence proves nothing', () => {
  const context: NameContext = { ...BOX, needs: 'own-confirmation' };

  it.each(['Box, cloud', 'la société Box', 'Box GmbH'])('is left open by it: %s', (text) => {
    expect(weighed(text, { context })).toEqual({ verdict: 'open' });
  });

  it('is confirmed and excluded by words of its own', () => {
    expect(weighed('stockage et cloud, Box', { context })).toEqual({ verdict: 'confirmed', by: ['stockage'] });
    expect(weighed('une boîte, Box', { context })).toEqual({ verdict: 'excluded' });
  });
});

describe('a name beside the words of a company', () => {
  it.each([
    ['La société Box', ['société']],
    ['la SOCIETE « Box »', ['société']],
    ['la société : Box', ['société']],
    ['Die Firma Box liefert', ['Firma']],
    ['Box SAS, Lyon', ['SAS']],
    ['Box Services Europe GmbH', ['GmbH']],
    ['Fornitura di Box S.p.A. di Roma', ['S.p.A.']],
    ['la société Box SAS', ['société', 'SAS']],
    ['la société Box Services SAS', ['société', 'SAS']],
    ['la société Box est là', ['société']],
    ['Box S.P.A., Roma', ['S.p.A.']],
  ])('is confirmed: %s', (text, by) => {
    expect(weighed(text)).toEqual({ verdict: 'confirmed', by });
  });

  it.each([
    'la société et Box',
    'la société, Box',
    'Box, Dupont SAS',
    'Box (Dupont SAS)',
    'Box est un produit que vend SAS',
    'SAS Box',
    'Box société',
    'Box Menuiserie SAS',
    'la société Box Menuiserie SAS',
    'la société Box Menuiserie',
  ])('is left open when they are another’s: %s', (text) => {
    expect(weighed(text)).toEqual({ verdict: 'open' });
  });
});

describe('a name that something else bears', () => {
  it.each([
    '12 rue Box, cloud',
    'rue du Box, cloud',
    'la mairie de Box, cloud',
    'la mairie d’Box, cloud',
    'MAIRIE D BOX : CLOUD',
    'groupe scolaire « Box », cloud',
    'groupe scolaire « Le Box », cloud',
    'groupe scolaire « L’Box », cloud',
    'M. Box, cloud',
    'Box Road, cloud',
  ])('is excluded: %s', (text) => {
    expect(weighed(text, { name: text.includes('BOX') ? 'BOX' : 'Box' })).toEqual({ verdict: 'excluded' });
  });

  it.each(['la rue, Box et le cloud', 'une rue pour Box, cloud', 'Box, Street, cloud', 'parue Box, cloud'])(
    'is not excluded where they are apart: %s',
    (text) => {
      expect(weighed(text).verdict).toBe('confirmed');
    },
  );
});

it.each(['Box sas', 'Box sa voie', 'Box gmbh'])('takes no ordinary word for a legal form: %s', (text) => {
  expect(weighed(text)).toEqual({ verdict: 'open' });
});
