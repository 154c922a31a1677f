import type { Receipt as ReceiptData } from '../domain/assessment/assessment.ts';
import type { MessageKey } from '../domain/wording/message-key.ts';
import { useWording } from './wording-context.ts';

const PROVENANCE_KEYS: Record<NonNullable<ReceiptData['provenance']>, MessageKey> = {
  'official-register': 'provenance_official_register',
  'law-or-court': 'provenance_law_or_court',
  'provider-statement': 'provenance_provider_statement',
  press: 'provenance_press',
  research: 'provenance_research',
};

/** Where a fact comes from: publisher, title, date of the source, date checked, and the way there. */
export function Receipt({ receipt }: { receipt: ReceiptData }) {
  const { t, date } = useWording();
  const marks = [
    receipt.date === undefined
      ? t('receipt_undated')
      : t(receipt.date.length === 10 ? 'receipt_ofDay' : 'receipt_ofPeriod', date(receipt.date)),
    t('receipt_checked', date(receipt.checkedOn)),
    ...(receipt.provenance === undefined ? [] : [t(PROVENANCE_KEYS[receipt.provenance])]),
  ];
  return (
    <li class="receipt">
      {receipt.quote !== undefined && <q class="receipt-quote">{receipt.quote}</q>}
      <span>
        {receipt.publisher}, <ExternalLink href={receipt.url}>{receipt.title}</ExternalLink>
      </span>
      <span class="receipt-marks">
        {marks.join(' · ')}
        {receipt.readThrough !== undefined && (
          <>
            {' · '}
            <ExternalLink href={receipt.readThrough}>{t('receipt_readThrough')}</ExternalLink>
          </>
        )}
      </span>
    </li>
  );
}

function ExternalLink({ href, children }: { href: string; children: string }) {
  const { t } = useWording();
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <span class="visually-hidden"> {t('receipt_newTab')}</span>
    </a>
  );
}
