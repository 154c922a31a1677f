import type { Receipt } from '../assessment/assessment.ts';
import { PROVENANCE_KEYS } from './names.ts';
import type { Wording } from './wording.ts';

/** In: a receipt and the reader's wording. Out: the date of its source, the day it was checked, and who says so where that matters. */
export function receiptMarks(receipt: Receipt, { t, date }: Wording): string[] {
  return [
    receipt.date === undefined
      ? t('receipt_undated')
      : t(receipt.date.length === 10 ? 'receipt_ofDay' : 'receipt_ofPeriod', date(receipt.date)),
    t('receipt_checked', date(receipt.checkedOn)),
    ...(receipt.provenance === undefined ? [] : [t(PROVENANCE_KEYS[receipt.provenance])]),
  ];
}
