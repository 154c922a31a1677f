import { describe, expect, it } from 'vitest';

import { REACH, weigh } from '../../../domain/detection/evidence.ts';
import { ambiguous, anyCase } from './sample-names.ts';

const BOX = ambiguous('Box', 'box', ['stockage', 'cloud', '5G', "gestion d'accès"], ['boîte', 'gift box', 'PO']);

/** Weighs the first place where the name is written in the text. */
const weighed = (text: string, name = BOX) => {
  const start = text.indexOf(name.text);
  return weigh(name, text, start, start + name.text.length);
};

describe('weighing an ambiguous name', () => {
  it.each([
    ['Le stockage Box', ['stockage']],
    ['Box, STOCKAGE', ['stockage']],
    ['Box : stockage dans le cloud', ['stockage', 'cloud']],
    ['Box, gestion  d’accès', ["gestion d'accès"]],
    ['(5G)Box', ['5G']],
  ])('%j confirms it, and says by what', (text, by) => {
    expect(weighed(text)).toEqual({ verdict: 'confirmed', by });
  });

  it.each(['Une boite Box', 'Une BOÎTE, le cloud, Box', 'PO Box', 'une gift Box', 'cloud Box PO'])(
    '%j excludes it, whatever confirms it',
    (text) => {
      expect(weighed(text)).toEqual({ verdict: 'excluded' });
    },
  );

  it.each(['Box', 'Box, clouds', 'intercloud Box', '15G Box 5Ga', 'POS Box', 'déboîté Box'])(
    '%j leaves it open: a word counts whole or not at all',
    (text) => {
      expect(weighed(text)).toEqual({ verdict: 'open' });
    },
  );

  it('looks as far as its reach on each side, and no further', () => {
    const gap = (length: number) => ' '.repeat(length);
    expect(weighed(`cloud${gap(REACH - 5)}Box`).verdict).toBe('confirmed');
    expect(weighed(`cloud${gap(REACH)}Box`).verdict).toBe('open');
    expect(weighed(`Box${gap(REACH - 5)}cloud`).verdict).toBe('confirmed');
    expect(weighed(`Box${gap(REACH)}cloud`).verdict).toBe('open');
  });

  it('does not take the name itself for a word beside it', () => {
    const cloud = ambiguous('Cloud Box', 'box', ['cloud'], []);
    expect(weighed('Cloud Box', cloud)).toEqual({ verdict: 'open' });
    expect(weighed('Cloud Box, cloud', cloud)).toEqual({ verdict: 'confirmed', by: ['cloud'] });
  });

  it('does not make a word out of what stands before and after the name', () => {
    const box = ambiguous('Box', 'box', ['clair obscur'], []);
    expect(weighed('clair Box obscur', box)).toEqual({ verdict: 'open' });
  });

  it('leaves a name without any words open', () => {
    expect(weighed('Box, cloud', anyCase('Box', 'box'))).toEqual({ verdict: 'open' });
  });
});
