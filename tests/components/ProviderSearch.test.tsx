import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';

import { ProviderSearch } from '../../components/ProviderSearch.tsx';
import type { ProviderHit } from '../../domain/registry/provider-search.ts';
import { type } from './open-dossier.tsx';
import { textOf } from './reading.ts';
import { all, one, render } from './render.tsx';

it('shows the answer to what was typed last, whatever comes in after it', async () => {
  const answers = new Map<string, (hits: ProviderHit[]) => void>();
  const search = (text: string) =>
    new Promise<ProviderHit[]>((resolve) => {
      answers.set(text, resolve);
    });
  const { container } = render('fr', <ProviderSearch search={search} sheetAddress={(id) => `?id=${id}`} />);
  const input = one(container, 'input') as HTMLInputElement;
  for (const text of ['s', 'scaleway']) type(input, text);
  const answer = (text: string, name: string) =>
    act(async () => {
      answers.get(text)?.([{ provider: name.toLowerCase(), name }]);
      await Promise.resolve();
    });
  await answer('scaleway', 'Scaleway');
  await answer('s', 'S3NS');
  expect(all(container, 'li a').map(textOf)).toEqual(['Scaleway']);
});
