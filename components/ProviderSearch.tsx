import { useId, useRef, useState } from 'preact/hooks';

import type { ProviderHit } from '../domain/registry/provider-search.ts';
import { useWording } from './wording-context.ts';

interface Props {
  search: (text: string) => Promise<readonly ProviderHit[]>;
  sheetAddress: (provider: string) => string;
  /** What it is for, where it is not the look-up of a sheet. */
  label?: string;
  /** Adds one to the dossier; absent where there is none. */
  onAdd?: ((provider: string) => void) | undefined;
}

/** Looks a provider up by hand, whatever the page: by its name or any other that it goes by. */
export function ProviderSearch({ search, sheetAddress, label, onAdd }: Props) {
  const { t, count } = useWording();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<{ text: string; hits: readonly ProviderHit[] }>({ text: '', hits: [] });
  /** Answers may overtake each other: only the one to the last question counts. */
  const askedRef = useRef('');
  return (
    <search class="provider-search">
      <label class="visually-hidden" for={id}>
        {label ?? t('search_label')}
      </label>
      <input
        id={id}
        type="search"
        autocomplete="off"
        spellcheck={false}
        placeholder={label ?? t('search_placeholder')}
        value={typed}
        onInput={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          askedRef.current = text;
          void search(text).then(
            (hits) => {
              if (askedRef.current === text) setFound({ text, hits });
            },
            () => undefined,
          );
        }}
      />
      <output class="visually-hidden">
        {typed !== '' && found.text === typed && found.hits.length > 0 && count('search_found', found.hits.length)}
      </output>
      {typed !== '' && (
        <ul>
          {found.hits.map(({ provider, name, alias }) => (
            <li key={provider}>
              <a href={sheetAddress(provider)} target="_blank" rel="noopener">
                {name}
                {alias !== undefined && <span class="search-alias">{alias}</span>}
              </a>
              {onAdd !== undefined && (
                <button
                  type="button"
                  class="text-button"
                  aria-label={t('dossier_add_label', name)}
                  onClick={() => {
                    onAdd(provider);
                  }}
                >
                  {t('dossier_add')}
                </button>
              )}
            </li>
          ))}
          {found.text === typed && found.hits.length === 0 && <li class="search-none">{t('search_none')}</li>}
        </ul>
      )}
    </search>
  );
}
