import type { DataReport } from '../domain/feed/data-report.ts';
import { useWording } from './wording-context.ts';

interface Props {
  report: Pick<DataReport, 'registry' | 'origin' | 'expiredOn'>;
  class: string;
}

/** That the data in force are past their time; nothing where they are not. Of those that came with the extension nobody promised a day. */
export function ExpiryNotice({ report: { registry, origin, expiredOn }, class: name }: Props) {
  const { t, date } = useWording();
  if (expiredOn === null) return null;
  return (
    <p class={name}>
      {origin === 'bundled' ? t('feed_aged', date(registry.date)) : t('feed_expired', date(expiredOn))}
    </p>
  );
}
