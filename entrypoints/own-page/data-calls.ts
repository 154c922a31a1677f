import { defineExtensionMessaging } from '@webext-core/messaging';

import { DataReportSchema, type DataReport } from '../../domain/feed/data-report.ts';
import type { Protocol } from '../../domain/protocol/messages.ts';
import { parseMessage } from '../../domain/protocol/parse.ts';

const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();

/** What is said of the data in force and their feed. Rejects when the background does not answer. */
export async function readDataReport(): Promise<DataReport> {
  return parseMessage(DataReportSchema, await sendMessage('readDataReport', undefined));
}

/** Asks the feed now. Out: what is said then. */
export async function checkFeed(): Promise<DataReport> {
  return parseMessage(DataReportSchema, await sendMessage('checkFeed', undefined));
}

/** The reader has seen what the last updates changed. */
export async function markChangesSeen(): Promise<DataReport> {
  return parseMessage(DataReportSchema, await sendMessage('markChangesSeen', undefined));
}

/** Calls back when what is said has changed. Out: what stops it. */
export function onDataChanged(callback: () => void): () => void {
  return onMessage('dataChanged', callback);
}
