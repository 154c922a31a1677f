import * as v from 'valibot';

import { PolicyProblemSchema } from './policy.ts';
import { SETTING_KEYS, SettingsPatchSchema, SettingsSchema } from './settings.ts';
import { HostSchema } from '../registry/host.ts';

const StoredProblemSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('unreadable') }),
  v.strictObject({ kind: v.literal('fields'), fields: v.array(v.string()) }),
]);

/** All that the options page shows of the settings: what holds, who decided it, and what could not be read. */
export const SettingsReportSchema = v.strictObject({
  settings: SettingsSchema,
  /** What the user changed: what an export holds, and what a reset takes away. */
  changed: SettingsPatchSchema,
  /** The organisation's part; null where it set nothing. */
  policy: v.nullable(
    v.strictObject({
      /** Who set it, where it says so. */
      organisation: v.nullable(v.string()),
      keys: v.array(v.string()),
      locked: v.array(v.picklist(SETTING_KEYS)),
      sitesAdded: v.array(HostSchema),
      sitesBlocked: v.array(HostSchema),
      problems: v.array(PolicyProblemSchema),
    }),
  ),
  /** What was wrong with what was stored, and put aside. */
  problem: v.nullable(StoredProblemSchema),
});
export type SettingsReport = v.InferOutput<typeof SettingsReportSchema>;
