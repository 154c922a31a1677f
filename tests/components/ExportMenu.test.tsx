import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';

import { ExportMenu } from '../../components/dossier/ExportMenu.tsx';
import { one, press, render } from './render.tsx';

describe('the files of a dossier', () => {
  const FORMATS = [
    { format: 'odt', label: 'dossier_export_odt' },
    { format: 'json', label: 'dossier_export_json' },
  ] as const;

  it('are offered in a menu that closes on Esc and gives the focus back', () => {
    const onExport = vi.fn<(format: 'odt' | 'json') => void>();
    const { container } = render('fr', <ExportMenu formats={FORMATS} onExport={onExport} />);
    const menu = one(container, 'details') as HTMLDetailsElement;
    menu.open = true;
    const button = one(container, '[data-format="odt"]');
    button.focus();
    void act(() => {
      button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    });
    expect(menu.open).toBe(false);
    expect(document.activeElement).toBe(one(container, 'summary'));
    menu.open = true;
    press(button);
    expect(onExport.mock.calls).toEqual([['odt']]);
    expect(menu.open).toBe(false);
  });
});
