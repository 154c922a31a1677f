import { describe, expect, it } from 'vitest';

import { ProviderFinder } from '../../components/ProviderFinder.tsx';
import { textOf, violationsIn } from './reading.ts';
import { all, eventually, one, render } from './render.tsx';

describe('the finder', () => {
  const directory = ['Scaleway', 'Étoile', 'OVHcloud'].map((name) => ({ provider: name.toLowerCase(), name }));
  const draw = (id: string | null) =>
    render('fr', <ProviderFinder id={id} directory={directory} sheetAddress={(one) => `?id=${one}`} />).container;

  it('says which one is missing, or that none was asked for', () => {
    expect(textOf(one(draw('nobody'), 'p'))).toContain('« nobody »');
    expect(textOf(one(draw(null), 'h1'))).toBe('Fournisseurs');
  });

  it('lists every provider, alphabetically, and those whose name holds what is typed, accents or not', async () => {
    const container = draw(null);
    expect(all(container, 'li').map(textOf)).toEqual(['Étoile', 'OVHcloud', 'Scaleway']);
    const input = one(container, 'input') as HTMLInputElement;
    const type = async (text: string) => {
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await eventually(() => {
        expect(input.value).toBe(text);
      });
      await Promise.resolve();
    };
    await type('ETO');
    await eventually(() => {
      expect(all(container, 'li').map(textOf)).toEqual(['Étoile']);
    });
    await type('zzz');
    await eventually(() => {
      expect(textOf(one(container, 'output'))).toContain('Aucun fournisseur');
    });
    expect(await violationsIn(container)).toEqual([]);
  });
});
