import type { Assessment } from '../domain/assessment/assessment.ts';
import { statusWords } from '../domain/wording/status-words.ts';
import { Receipt } from './Receipt.tsx';
import { useWording } from './wording-context.ts';

type Status = NonNullable<Assessment['status']>;

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
