import type { ComponentProps } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';

import { DraftField } from '../../components/dossier/DraftField.tsx';
import { one, render } from './render.tsx';
import { leave, type } from './open-dossier.tsx';

describe('a field of a dossier', () => {
  const draw = (value: string, onCommit: ComponentProps<typeof DraftField>['onCommit']) =>
    one(
      render('fr', <DraftField label="Nom" value={value} maxLength={300} onCommit={onCommit} />).container,
      'input',
    ) as HTMLInputElement;

  it('is saved when it is left, with what was saved when the typing began', async () => {
    const onCommit = vi.fn<ComponentProps<typeof DraftField>['onCommit']>(async () => true);
    const field = draw('avant', onCommit);
    type(field, 'après');
    expect(onCommit).not.toHaveBeenCalled();
    leave(field);
    expect(onCommit.mock.calls).toEqual([['après', 'avant']]);
  });

  it('is not saved where it says the same again', () => {
    const onCommit = vi.fn<ComponentProps<typeof DraftField>['onCommit']>(async () => true);
    const field = draw('avant', onCommit);
    type(field, 'x');
    type(field, 'avant');
    leave(field);
    expect(onCommit).not.toHaveBeenCalled();
  });

  it('keeps what was typed where it could not be saved, and saves it the next time', async () => {
    const onCommit = vi.fn<ComponentProps<typeof DraftField>['onCommit']>(async () => false);
    const field = draw('avant', onCommit);
    type(field, 'après');
    leave(field);
    await act(async () => undefined);
    expect(field.value).toBe('après');
    onCommit.mockResolvedValueOnce(true);
    leave(field);
    expect(onCommit.mock.calls).toEqual([
      ['après', 'avant'],
      ['après', 'avant'],
    ]);
    await act(async () => undefined);
    expect(field.value).toBe('avant');
  });

  it('is saved by Enter, and when the page is closed', () => {
    const onCommit = vi.fn<ComponentProps<typeof DraftField>['onCommit']>(() => new Promise(() => undefined));
    const field = draw('avant', onCommit);
    type(field, 'un');
    void act(() => {
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    });
    type(field, 'deux');
    void act(() => {
      dispatchEvent(new Event('pagehide'));
    });
    expect(onCommit.mock.calls.map(([text]) => text)).toEqual(['un', 'deux']);
  });
});
