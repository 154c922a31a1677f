import { useWording } from './wording-context.ts';

interface Props {
  titleId: string;
  onClose: () => void;
}

/** What the card says when a provider's facts could not be had. */
export function CardMessage({ titleId, onClose }: Props) {
  const { t } = useWording();
  return (
    <article class="card">
      <p class="card-message" id={titleId}>
        {t('card_failed')}
      </p>
      <button type="button" class="card-close text-button" aria-label={t('card_close')} onClick={onClose}>
        ×
      </button>
    </article>
  );
}
