import { describe, expect, it } from 'vitest';

import { askedByPage, takesBackAddition } from '../../../domain/dossier/asked-by-page.ts';
import { applyPatch, coverOf } from '../../../domain/dossier/dossier-patch.ts';
import { AUBE_ENTRY, DOSSIER, NIMBE_ENTRY } from './sample-dossier.ts';

const AT = '2026-11-25T09:00:00+01:00';
const HERE = 'https://marches.example.org/avis';

describe('what a content script may ask', () => {
  it('is one provider, for the dossier that the reader chose', () => {
    const dossier = DOSSIER.id;
    expect(askedByPage({ dossier, providers: ['aws', 'ovhcloud'], offering: 'x' }, HERE)).toEqual({
      providers: ['aws'],
    });
  });

  it.each([
    ['of its own site', `${HERE}#lot-2`, HERE, `${HERE}#lot-2`],
    ['of another one', 'https://ailleurs.example.org/', HERE, HERE],
    ['that is none', 'pas une adresse', HERE, HERE],
  ])('is said to be named on a page %s', (_, url, address, granted) => {
    const request = { providers: ['aws'], page: { title: 'Avis', url } };
    expect(askedByPage(request, address).page).toEqual({ title: 'Avis', url: granted });
  });

  it('names no page where the browser gives no address', () => {
    const request = { providers: ['aws'], page: { title: 'Avis', url: HERE } };
    expect(askedByPage(request, undefined)).toEqual({ providers: ['aws'] });
  });

  it.each([
    ['an addition', { cover: null, put: [{ ...AUBE_ENTRY, id: crypto.randomUUID() }], drop: [] }, true],
    ['a note', { cover: null, put: [{ ...NIMBE_ENTRY, note: 'x' }], drop: [] }, false],
    ['a removal', { cover: null, put: [], drop: [NIMBE_ENTRY.id] }, false],
    ['another name', { cover: { ...coverOf(DOSSIER), name: 'x' }, put: [], drop: [] }, false],
  ])('may take back %s: %s', (_, patch, may) => {
    expect(takesBackAddition(applyPatch(DOSSIER, patch, AT).inverse)).toBe(may);
  });
});
