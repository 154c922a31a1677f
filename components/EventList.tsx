import type { Assessment } from '../domain/assessment/assessment.ts';
import { Receipt } from './Receipt.tsx';
import { Said } from './Said.tsx';
import { useWording } from './wording-context.ts';

/** What happened to a provider, newest first, each event with its source. */
export function EventList({ events }: { events: Assessment['events'] }) {
  const { t, date } = useWording();
  return (
    <details class="events">
      <summary>{t('card_history')}</summary>
      <ol class="event-list">
        {events.map((event) => (
          <li key={`${event.on} ${event.text.fr}`}>
            <span class="event-date">{date(event.on)}</span> <Said of={event.text} />
            <ul class="event-receipts">
              {event.receipts.map((receipt) => (
                <Receipt key={receipt.url} receipt={receipt} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </details>
  );
}
