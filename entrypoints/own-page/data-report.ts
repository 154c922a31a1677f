import { useEffect, useState } from 'preact/hooks';

import type { DataReport } from '../../domain/feed/data-report.ts';
import { onDataChanged, readDataReport } from './data-calls.ts';

/**
 * What is said of the data, read again whenever it changes.
 * In: what else makes it worth reading again. Out: the report (null while it is not known), and what sets one that came with an answer.
 */
export function useDataReport(again: unknown): [DataReport | null, (report: DataReport) => void] {
  const [report, setReport] = useState<DataReport | null>(null);
  useEffect(() => {
    // Without an answer nothing is said of the data: they answer for themselves.
    const read = () => void readDataReport().then(setReport, () => undefined);
    read();
    return onDataChanged(read);
  }, [again]);
  return [report, setReport];
}
