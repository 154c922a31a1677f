import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';

import type { CardCalls } from '../../components/CardActions.tsx';
import { textOf, violationsIn } from './reading.ts';
import { all, one, press } from './render.tsx';
import { draw } from './provider-card.tsx';

describe('what can be done from the card', () => {
  const actions = (container: HTMLElement) => all<HTMLButtonElement>(container, '.card-actions button');
  const settle = () => act(async () => Promise.resolve());

  it('opens the full sheet, and its form for an error', () => {
    const onSheet = vi.fn<(section?: 'report') => void>();
    const [, , report, sheet] = actions(draw('fr', { onSheet }));
    press(report!);
    press(sheet!);
    expect(onSheet.mock.calls).toEqual([['report'], []]);
  });

  it('cites the three axes and says that it is done', async () => {
    const onCite = vi.fn<CardCalls['onCite']>().mockResolvedValue(null);
    const container = draw('fr', { onCite });
    press(actions(container)[0]!);
    await settle();
    expect(onCite).toHaveBeenCalledExactlyOnceWith(['location', 'law', 'qualification']);
    expect(textOf(one(container, '.card-copied'))).toBe('Citation copiée.');
    expect(all(container, 'textarea')).toEqual([]);
  });

  it('adds to the dossier, says to which, opens it, and takes the addition back', async () => {
    const addition = { ok: true, dossier: 'd', name: 'Hébergement', revision: 3, added: 1, already: 0 } as const;
    const calls = {
      onAdd: vi.fn<CardCalls['onAdd']>().mockResolvedValue(addition),
      onUndoAdd: vi.fn<CardCalls['onUndoAdd']>().mockResolvedValue({ ok: true, dossier: 'd', revision: 4 }),
      onOpenDossier: vi.fn<CardCalls['onOpenDossier']>(),
    };
    const container = draw('fr', calls);
    press(one(container, '[data-action="add"]'));
    await settle();
    expect(textOf(one(container, '.card-copied'))).toBe('« Hébergement » : 1 fournisseur ajouté.');
    expect(await violationsIn(container)).toEqual([]);
    press(one(container, '[data-action="open-dossier"]'));
    expect(calls.onOpenDossier.mock.calls).toEqual([['d']]);
    press(one(container, '[data-action="undo"]'));
    await settle();
    expect(calls.onUndoAdd.mock.calls).toEqual([[{ dossier: 'd', revision: 3 }]]);
    expect(textOf(one(container, '.card-copied'))).toBe('Annulé.');
    expect(all(container, '[data-action="undo"]')).toEqual([]);
  });

  it('says in a private window that the dossier is stored all the same', async () => {
    const addition = { ok: true, dossier: 'd', name: 'Hébergement', revision: 3, added: 1, already: 0 } as const;
    const container = draw('fr', { isPrivate: true, onAdd: async () => addition });
    press(one(container, '[data-action="add"]'));
    await settle();
    expect(textOf(one(container, '.card-copied'))).toMatch(/1 fournisseur ajouté\. Fenêtre privée : .*enregistrés/);
  });

  it('says why nothing was added', async () => {
    const container = draw('fr', { onAdd: async () => ({ ok: false, problem: 'storage-full' }) });
    press(one(container, '[data-action="add"]'));
    await settle();
    expect(textOf(one(container, '.card-copied'))).toContain('Le navigateur n’a plus de place');
  });

  it('gives the text to copy by hand where the copy was refused', async () => {
    const container = draw('fr', { onCite: async () => 'Nimbe · Nimbe SAS' });
    press(actions(container)[0]!);
    await settle();
    const area = one(container, 'textarea') as HTMLTextAreaElement;
    expect(area.value).toBe('Nimbe · Nimbe SAS');
    expect(area.readOnly).toBe(true);
    expect(area.selectionEnd).toBe(area.value.length);
    expect(textOf(one(container, '.card-copied'))).toContain('à copier à la main');
    expect(await violationsIn(container)).toEqual([]);
  });
});
