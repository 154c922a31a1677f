import { useState } from 'preact/hooks';

import { wordKey } from '../domain/registry/word-list.ts';
import { useWording } from './wording-context.ts';

interface Props {
  /** The id that was asked for and is not there; null when none was asked for. */
  id: string | null;
  directory: readonly { provider: string; name: string }[];
  sheetAddress: (provider: string) => string;
}

/** Where no provider is named, or one that the registry lacks: every provider there is, to choose from. */
export function ProviderFinder({ id, directory, sheetAddress }: Props) {
  const { t } = useWording();
  const [sought, setSought] = useState('');
  const found = directory
    .filter(({ name }) => wordKey(name).includes(wordKey(sought)))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <section class="sheet-message finder">
      <h1>{t(id === null ? 'sheet_noId_title' : 'sheet_missing_title')}</h1>
      <p>{id === null ? t('sheet_noId_body') : t('sheet_missing_body', id.slice(0, 60))}</p>
      <label class="finder-field">
        {t('sheet_find')}
        <input
          type="search"
          value={sought}
          onInput={(event) => {
            setSought(event.currentTarget.value);
          }}
        />
      </label>
      <output class="finder-none">{found.length === 0 ? t('sheet_find_none') : ''}</output>
      <ul class="finder-list">
        {found.map(({ provider, name }) => (
          <li key={provider}>
            <a href={sheetAddress(provider)}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
