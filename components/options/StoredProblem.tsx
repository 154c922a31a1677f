import type { SettingsReport } from '../../domain/settings/settings-report.ts';
import { useWording } from '../wording-context.ts';

interface Props {
  problem: NonNullable<SettingsReport['problem']>;
  onDismiss: () => void;
}

/** Says that stored settings could not be read, and what holds instead. */
export function StoredProblem({ problem, onDismiss }: Props) {
  const { t } = useWording();
  return (
    <div class="stored-problem" role="alert">
      <p>
        {problem.kind === 'unreadable'
          ? t('options_unreadable')
          : t('options_unreadableFields', problem.fields.join(', '))}
      </p>
      <button type="button" class="text-button" onClick={onDismiss}>
        {t('options_unreadable_dismiss')}
      </button>
    </div>
  );
}
