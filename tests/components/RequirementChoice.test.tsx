import { expect, it, vi } from 'vitest';

import { RequirementChoice } from '../../components/RequirementChoice.tsx';
import { textOf, violationsIn } from './reading.ts';
import { all, one, render } from './render.tsx';

const SETS = [
  { id: 'gdpr-chapter-5', name: { fr: 'RGPD, chapitre V', en: 'GDPR, chapter V' } },
  { id: 'health', name: { fr: 'Données de santé', en: 'Health data' } },
];

it.each([
  [null, ''],
  ['health', 'health'],
])('shows the set that is chosen: %s', async (chosen, value) => {
  const { container } = render('fr', <RequirementChoice sets={SETS} chosen={chosen} onChoose={() => undefined} />);
  expect((one(container, 'select') as HTMLSelectElement).value).toBe(value);
  expect(all(container, 'option').map(textOf)).toEqual(['aucune', 'RGPD, chapitre V', 'Données de santé']);
  expect(await violationsIn(container)).toEqual([]);
});

it('cannot be changed where the organisation locked it, and says so', async () => {
  const choice = <RequirementChoice sets={SETS} chosen="health" locked onChoose={() => undefined} />;
  const { container } = render('fr', choice);
  expect(one(container, 'select').hasAttribute('disabled')).toBe(true);
  expect(one(container, 'select').title).toBe('Fixé par votre organisation.');
  expect(await violationsIn(container)).toEqual([]);
});

it('chooses a set, or none', () => {
  const onChoose = vi.fn<(id: string | null) => void>();
  const { container } = render('fr', <RequirementChoice sets={SETS} chosen={null} onChoose={onChoose} />);
  const select = one(container, 'select') as HTMLSelectElement;
  for (const value of ['health', '']) {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }
  expect(onChoose.mock.calls).toEqual([['health'], [null]]);
});
