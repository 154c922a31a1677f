import type { ComponentChildren } from 'preact';

import { useWording } from '../wording-context.ts';

interface Props {
  sections: readonly { id: string; title: string; content: ComponentChildren }[];
  /** What just happened, read out; with what takes it back, where it can be. */
  notice: { text: string; onUndo?: () => void } | null;
}

/** A page of settings: its sections, a way to each, and what was just done. */
export function OptionsLayout({ sections, notice }: Props) {
  const { t } = useWording();
  return (
    <div class="options">
      <header class="options-head">
        <h1>{t('options_title')}</h1>
        <p>{t('options_lead')}</p>
      </header>
      <nav class="options-nav" aria-label={t('options_sections')}>
        <ul>
          {sections.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="options-body">
        {sections.map(({ id, title, content }) => (
          <section key={id} id={id} aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{title}</h2>
            {content}
          </section>
        ))}
      </div>
      <output class="options-notice" data-shown={notice !== null}>
        {notice !== null && (
          <>
            <span>{notice.text}</span>
            {notice.onUndo !== undefined && (
              <button type="button" class="text-button" onClick={notice.onUndo}>
                {t('options_undo')}
              </button>
            )}
          </>
        )}
      </output>
    </div>
  );
}
