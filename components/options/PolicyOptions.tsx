import type { SettingsReport } from '../../domain/settings/settings-report.ts';
import { useWording } from '../wording-context.ts';

/** What the organisation set, what it locked, and what of it could not be read. */
export function PolicyOptions({ policy }: { policy: SettingsReport['policy'] }) {
  const { t } = useWording();
  if (policy === null) return <p class="option-help">{t('options_policy_none')}</p>;
  return (
    <>
      <p class="option-help">
        {policy.organisation === null ? t('options_policy_help') : t('options_policy_by', policy.organisation)}
      </p>
      {policy.keys.length > 0 && (
        <ul class="policy-keys">
          {policy.keys.map((key) => (
            <li key={key}>
              <code>{key}</code>
              {policy.locked.some((locked) => locked === key) && (
                <span class="option-locked">{t('options_locked')}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {policy.problems.length > 0 && (
        <div class="option-callout">
          <p>{t('options_policy_problems')}</p>
          <ul>
            {policy.problems.map(({ key, reason }) => (
              <li key={key}>
                <code>{key}</code> <span lang="en">{reason}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
