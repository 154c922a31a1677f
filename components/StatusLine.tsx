import type { Assessment } from '../domain/assessment/assessment.ts';
import type { MessageKey } from '../domain/wording/message-key.ts';
import { Receipt } from './Receipt.tsx';
import { useWording } from './wording-context.ts';

/** What became of a provider that is no longer what it was, and where that is written. Nothing for one that is. */
export function StatusLine({ status }: { status: NonNullable<Assessment['status']> }) {
  const { t, when } = useWording();
  const { state, on, successor, receipts } = status;
  if (state === 'active') return null;
  const words: Record<typeof state, MessageKey> = {
    closed: 'status_closed',
    merged: 'status_merged',
    renamed: 'status_renamed',
    announced: 'status_announced',
  };
  const line = [
    on === undefined || state === 'announced' ? t(words[state]) : `${t(words[state])} ${when(on)}`,
    ...(successor === undefined ? [] : [t('status_successor', successor)]),
  ].join(' · ');
  return (
    <details class="card-status">
      <summary>{line}</summary>
      <ul class="event-receipts">
        {receipts.map((receipt) => (
          <Receipt key={receipt.url} receipt={receipt} />
        ))}
      </ul>
    </details>
  );
}
