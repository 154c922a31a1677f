import { describe, expect, it } from 'vitest';

import { textOf } from './reading.ts';
import type { Language } from './render.tsx';
import { NIMBE } from './sample-assessment.ts';
import { draw, linesOf } from './provider-card.tsx';

describe('the name on the page, in the card', () => {
  it.each<[Language, string]>([
    ['fr', 'Écrit ici « Nimbe Cloud »'],
    ['en', 'Written here “Nimbe Cloud”'],
  ])('is given where it differs (%s)', (language, line) => {
    expect(linesOf(draw(language, { written: 'Nimbe Cloud' }))).toContain(line);
  });

  it.each(['Nimbe', 'NIMBE'])('is not repeated where it is the same: %s', (written) => {
    expect(textOf(draw('fr', { written }))).not.toContain('Écrit ici');
  });

  it.each([
    ['composed', 'L’Étoile Santé'.normalize('NFC')],
    ['decomposed', 'L’Étoile Santé'.normalize('NFD')],
    ['without accents', 'L’Etoile Sante'],
    ['in capitals', 'L’ÉTOILE SANTÉ'],
    ['in capitals without accents', 'L’ETOILE SANTE'],
    ['with a typewriter’s apostrophe', "L'Étoile Santé"],
    ['with a no-break space', 'L’Étoile\u00a0Santé'],
  ])('is not repeated where only the typing differs: %s', (_, written) => {
    for (const form of ['NFC', 'NFD']) {
      const assessment = { ...NIMBE, name: 'L’Étoile Santé'.normalize(form) };
      expect(textOf(draw('fr', { assessment, written }))).not.toContain('Écrit ici');
    }
  });

  it('is given where a letter differs, accents or not', () => {
    const assessment = { ...NIMBE, name: 'L’Étoile' };
    expect(linesOf(draw('fr', { assessment, written: 'L’Étoilé Cloud' }))).toContain('Écrit ici « L’Étoilé Cloud »');
    expect(linesOf(draw('fr', { assessment, written: 'L’Étoiles' }))).toContain('Écrit ici « L’Étoiles »');
  });

  it.each<[Language, string]>([
    ['fr', 'Reconnu grâce à : hébergement, serveurs'],
    ['en', 'Recognised thanks to: hébergement, serveurs'],
  ])('is followed by what confirmed it (%s)', (language, line) => {
    expect(linesOf(draw(language, { confirmedBy: ['hébergement', 'serveurs'] }))).toContain(line);
  });

  it.each<[Language, string]>([
    ['fr', 'Reconnu ailleurs sur la page grâce à : hébergement'],
    ['en', 'Recognised elsewhere on the page thanks to: hébergement'],
  ])('says when that stands elsewhere (%s)', (language, line) => {
    const drawn = draw(language, { confirmedBy: ['hébergement'], standing: 'confirmed-elsewhere' });
    expect(linesOf(drawn)).toContain(line);
  });

  it.each<[Language, string]>([
    ['fr', 'Mention possible : rien de proche ne la confirme.'],
    ['en', 'Possible mention: nothing nearby confirms it.'],
  ])('says when nothing confirms it (%s)', (language, line) => {
    expect(linesOf(draw(language, { confirmedBy: [], standing: 'possible' }))).toContain(line);
    expect(linesOf(draw(language, { confirmedBy: [] }))).not.toContain(line);
  });

  it('claims no confirmation where none was needed', () => {
    expect(textOf(draw('fr', { confirmedBy: [] }))).not.toContain('Reconnu');
  });
});
