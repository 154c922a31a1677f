import type { Assessment } from '../domain/assessment/assessment.ts';
import type { MessageKey } from '../domain/wording/message-key.ts';
import type { Wording } from '../domain/wording/wording.ts';
import { Receipt } from './Receipt.tsx';
import { useWording } from './wording-context.ts';

type Status = NonNullable<Assessment['status']>;

const STATUS_KEYS: Record<Exclude<Status['state'], 'active'>, MessageKey> = {
  closed: 'status_closed',
  merged: 'status_merged',
  renamed: 'status_renamed',
  announced: 'status_announced',
};

/** What became of a provider that is no longer what it was, and where that is written. Nothing for one that is. */
export function StatusLine({ status }: { status: Status }) {
  const wording = useWording();
  if (status.state === 'active') return null;
  return (
    <details class="card-status">
      <summary>{statusWords(status, wording)}</summary>
      <ul class="event-receipts">
        {status.receipts.map((receipt) => (
          <Receipt key={receipt.url} receipt={receipt} />
        ))}
      </ul>
    </details>
  );
}

/** "Closed on 01/02/2020 · now: Orange Business"; empty for a provider that is still what it was. */
export function statusWords({ state, on, successor }: Status, { t, when }: Wording): string {
  if (state === 'active') return '';
  return [
    on === undefined || state === 'announced' ? t(STATUS_KEYS[state]) : `${t(STATUS_KEYS[state])} ${when(on)}`,
    ...(successor === undefined ? [] : [t('status_successor', successor)]),
  ].join(' · ');
}
