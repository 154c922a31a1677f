import type { Assessment } from '../domain/assessment/assessment.ts';
import type { Wording } from '../domain/wording/wording.ts';

/** Until when the axes held, for a service that is no more; nothing for one that is. */
export function endingOf(status: Assessment['status'], { t }: Wording): string | undefined {
  if (status?.state !== 'closed' && status?.state !== 'merged') return undefined;
  return status.on === undefined ? t('axis_ended') : t('axis_until', status.on.slice(0, 4));
}
