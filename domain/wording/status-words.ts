import type { Assessment } from '../assessment/assessment.ts';
import type { MessageKey } from './message-key.ts';
import type { Wording } from './wording.ts';

type Status = NonNullable<Assessment['status']>;

const STATUS_KEYS: Record<Exclude<Status['state'], 'active'>, MessageKey> = {
  closed: 'status_closed',
  merged: 'status_merged',
  renamed: 'status_renamed',
  announced: 'status_announced',
};

/**
 * Says what became of a provider.
 * In: its status, the wording. Out: "Closed on 01/02/2020 · now: Orange Business"; empty for one that is still what it was.
 */
export function statusWords({ state, on, successor }: Status, { t, when }: Wording): string {
  if (state === 'active') return '';
  return [
    on === undefined || state === 'announced' ? t(STATUS_KEYS[state]) : `${t(STATUS_KEYS[state])} ${when(on)}`,
    ...(successor === undefined ? [] : [t('status_successor', successor)]),
  ].join(' · ');
}
