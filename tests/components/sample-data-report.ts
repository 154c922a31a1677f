import type { DataReport } from '../../domain/feed/data-report.ts';
import { REGISTRY } from './sample-assessment.ts';

/** What is said of data that were received and of which nothing is wrong, save what `changes` says. */
export const dataReport = (changes: Partial<DataReport> = {}): DataReport => ({
  registry: REGISTRY,
  origin: 'received',
  updates: 'on',
  host: 'feed.example.org',
  checking: false,
  checkedAt: null,
  nextAttemptAt: null,
  lastError: null,
  expiredOn: null,
  leftOut: [],
  changes: null,
  ...changes,
});
