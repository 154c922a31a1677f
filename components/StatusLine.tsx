import type { Assessment } from '../domain/assessment/assessment.ts';
import { useWording } from './wording-context.ts';

/** What became of a provider that is no longer what it was. Nothing for one that is. */
export function StatusLine({ status }: { status: NonNullable<Assessment['status']> }) {
  const { t, date } = useWording();
  const { state, on, successor } = status;
  if (state === 'active') return null;
  if (state === 'announced') return <p class="card-line">{t('status_announced')}</p>;
  const line =
    on === undefined
      ? t(`status_${state}_undated`)
      : successor === undefined
        ? t(`status_${state}`, date(on))
        : t(`status_${state}_successor`, date(on), successor);
  return <p class="card-line card-status">{line}</p>;
}
