import { useWording } from './wording-context.ts';

/** A list this long is seen at a glance; a longer one can be filtered. */
const SEEN_AT_A_GLANCE = 8;

interface Props {
  class: string;
  /** How long the list is when nothing is sought. */
  length: number;
  sought: string;
  onSeek: (sought: string) => void;
}

/** The field in which a long list of names is filtered. */
export function ListFilter({ class: name, length, sought, onSeek }: Props) {
  const { t } = useWording();
  if (length <= SEEN_AT_A_GLANCE) return null;
  return (
    <input
      class={name}
      type="search"
      aria-label={t('popup_filter')}
      placeholder={t('popup_filter')}
      value={sought}
      onInput={(event) => {
        onSeek(event.currentTarget.value);
      }}
    />
  );
}
