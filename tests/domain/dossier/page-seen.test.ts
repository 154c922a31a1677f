import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';

import { DossierEntrySchema } from '../../../domain/dossier/dossier.ts';
import { pageSeen } from '../../../domain/dossier/page-seen.ts';

describe('the page on which a name was seen', () => {
  it.each([
    ['tabs and line breaks', 'Avis\t7\r\nLot 2', 'Avis 7 Lot 2'],
    ['marks of direction', 'Avis \u202Eennob', 'Avis ennob'],
    ['a formula, which is text here', '=HYPERLINK("x")', '=HYPERLINK("x")'],
  ])('has a title without %s', (_, title, kept) => {
    expect(pageSeen({ title, url: 'https://a.example/' }).title).toBe(kept);
  });

  it.each([
    ['is written out', 'https://marches.example.org/avis?id=7#lot', 'https://marches.example.org/avis?id=7#lot'],
    ['loses a name and a password', 'https://moi:secret@marches.example.org/', 'https://marches.example.org/'],
    ['loses its query when it is too long', `https://a.example/b?${'x'.repeat(5000)}`, 'https://a.example/b'],
    ['stays a text where it is none', 'pas\nune adresse', 'pas une adresse'],
  ])('has an address that %s', (_, url, kept) => {
    expect(pageSeen({ title: '', url }).url).toBe(kept);
  });

  it('can always be kept, and is the same the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.oneof(fc.webUrl(), fc.string({ unit: 'binary' })), (title, url) => {
        const seen = pageSeen({ title, url });
        expect(v.is(v.unwrap(DossierEntrySchema.entries.page), seen)).toBe(true);
        expect(pageSeen(seen)).toEqual(seen);
      }),
    );
  });
});
