import type { Receipt as ReceiptData } from '../domain/assessment/assessment.ts';
import { receiptMarks } from '../domain/wording/receipt-marks.ts';
import { useWording } from './wording-context.ts';

/** Where a fact comes from: publisher, title, date of the source, date checked, and the way there. */
export function Receipt({ receipt, id }: { receipt: ReceiptData; id?: string }) {
  const wording = useWording();
  return (
    <li class="receipt" id={id}>
      {receipt.quote !== undefined && <q class="receipt-quote">{receipt.quote}</q>}
      <span>
        {receipt.publisher}, <ExternalLink href={receipt.url}>{receipt.title}</ExternalLink>
      </span>
      <span class="receipt-marks">
        {receiptMarks(receipt, wording).join(' · ')}
        {receipt.readThrough !== undefined && (
          <>
            {' · '}
            <ExternalLink href={receipt.readThrough}>{wording.t('receipt_readThrough')}</ExternalLink>
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
