import { useEffect, useState } from 'preact/hooks';

import type { Settings, SettingKey } from '../../domain/settings/settings.ts';
import { readSettingsReport } from './settings-calls.ts';

interface PolicyHere {
  /** Settings that the reader may not change. */
  locked: readonly SettingKey[];
  /** Hosts that the organisation keeps Ancrage from. */
  blocked: readonly string[];
}

/** What the organisation leaves no choice about; read again with the settings. Without an answer, nothing. */
export function usePolicy(settings: Settings | null): PolicyHere {
  const [policy, setPolicy] = useState<PolicyHere>({ locked: [], blocked: [] });
  useEffect(() => {
    readSettingsReport().then(
      (report) => setPolicy({ locked: report.policy?.locked ?? [], blocked: report.policy?.sitesBlocked ?? [] }),
      () => undefined,
    );
  }, [settings]);
  return policy;
}
