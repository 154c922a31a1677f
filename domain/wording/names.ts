import type { AxisAssessment, Receipt } from '../assessment/assessment.ts';
import type { ChecklistRow } from '../requirements/checklist.ts';
import type { MessageKey } from './message-key.ts';

/** The name of each axis. */
export const AXIS_KEYS: Record<AxisAssessment['axis'], MessageKey> = {
  location: 'axis_location',
  law: 'axis_law',
  qualification: 'axis_qualification',
};

/** Who says so. */
export const PROVENANCE_KEYS: Record<NonNullable<Receipt['provenance']>, MessageKey> = {
  'official-register': 'provenance_official_register',
  'law-or-court': 'provenance_law_or_court',
  'provider-statement': 'provenance_provider_statement',
  press: 'provenance_press',
  research: 'provenance_research',
};

/** What the facts on record say to one thing asked. */
export const ANSWER_KEYS: Record<ChecklistRow['answer'], MessageKey> = {
  met: 'check_met',
  'not-met': 'check_notMet',
  unknown: 'check_unknown',
};
