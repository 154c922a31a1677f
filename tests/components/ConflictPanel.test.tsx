import { describe, expect, it, vi } from 'vitest';

import { ConflictPanel } from '../../components/dossier/ConflictPanel.tsx';
import { KeepingLine, type Keeping } from '../../components/dossier/KeepingLine.tsx';
import { Notice } from '../../components/dossier/Notice.tsx';
import { textOf } from './reading.ts';
import { one, press, render } from './render.tsx';

describe('what stands in the way of a dossier', () => {
  it('is shown with both versions where two windows changed it, and takes the focus', () => {
    const calls = { onReload: vi.fn<() => void>(), onCopy: vi.fn<() => void>() };
    const { container } = render('fr', <ConflictPanel mine="à moi" theirs="à elle" {...calls} />);
    expect(textOf(container)).toContain('à moi');
    expect(textOf(container)).toContain('à elle');
    expect(document.activeElement).toBe(one(container, '[role="alert"]'));
    press(one(container, '[data-action="reload"]'));
    press(one(container, '[data-action="copy"]'));
    expect(calls.onReload).toHaveBeenCalledOnce();
    expect(calls.onCopy).toHaveBeenCalledOnce();
  });

  it.each<[Keeping, string]>([
    ['kept', ''],
    ['best-effort', 'Si le disque se remplit, le navigateur peut effacer ces dossiers. Lui demander de les garder'],
    ['forgetful', 'Ce navigateur n’enregistre rien à sa fermeture : exportez vos dossiers avant.'],
    ['private', 'Fenêtre privée : vos dossiers sont pourtant enregistrés sur cet ordinateur.'],
  ])('is said where the browser may not keep it: %s', (keeping, line) => {
    expect(textOf(render('fr', <KeepingLine keeping={keeping} onAsk={() => undefined} />).container)).toBe(line);
  });

  it('is said with the way back, where there is one', () => {
    const onUndo = vi.fn<() => void>();
    const { container } = render('fr', <Notice content={{ text: 'Fait.', onUndo }} />);
    press(one(container, '[data-action="undo"]'));
    expect(onUndo).toHaveBeenCalledOnce();
    expect(one(container, 'output').textContent).toBe('Fait.');
    expect(textOf(render('fr', <Notice content={null} />).container)).toBe('');
  });
});
