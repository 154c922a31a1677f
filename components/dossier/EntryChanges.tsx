import type { EntryChange } from '../../domain/dossier/changed-since.ts';
import { ANSWER_KEYS, AXIS_KEYS } from '../../domain/wording/names.ts';
import type { MessageKey } from '../../domain/wording/message-key.ts';
import { statusWords } from '../../domain/wording/status-words.ts';
import { Said } from '../Said.tsx';
import { useWording } from '../wording-context.ts';

interface Props {
  change: EntryChange;
  /** The registry in force, which says otherwise. */
  registry: { version: number; date: string };
}

interface Line {
  about: string;
  before: string[];
  after: string[];
}

/** What the registry in force says otherwise than the frozen facts: both, and which is which. */
export function EntryChanges({ change, registry }: Props) {
  const wording = useWording();
  const { t, marked, date } = wording;
  if (change.kind === 'gone') return <p class="entry-since">{t('dossier_since_gone')}</p>;
  const { name, status, axes, requirements } = change;
  const answer = (given: keyof typeof ANSWER_KEYS | null) => (given === null ? [] : [t(ANSWER_KEYS[given])]);
  const became = (one: NonNullable<typeof status>['before']) => [
    one === null
      ? t('dossier_notRecorded')
      : one.state === 'active'
        ? t('dossier_row_active')
        : statusWords(one, wording),
  ];
  const lines: Line[] = [
    ...(name === undefined ? [] : [{ about: t('dossier_since_name'), before: [name.before], after: [name.after] }]),
    ...(status === undefined
      ? []
      : [{ about: t('dossier_row_status'), before: became(status.before), after: became(status.after) }]),
    ...axes.map(({ axis, before, after }) => ({
      about: t(AXIS_KEYS[axis] satisfies MessageKey),
      before: before.map(marked),
      after: after.map(marked),
    })),
    ...requirements.map(({ text, before, after }) => ({
      about: marked(text),
      before: answer(before),
      after: answer(after),
    })),
  ];
  return (
    <div class="entry-since">
      <h4>{t('dossier_since')}</h4>
      <ul>
        {lines.map(({ about, before, after }) => (
          <li key={about}>
            <span class="entry-since-about">
              <Said of={about} />
            </span>
            <Value label={t('dossier_since_before')} said={before} />
            <Value label={t('dossier_since_after', String(registry.version), date(registry.date))} said={after} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Value({ label, said }: { label: string; said: string[] }) {
  const { t } = useWording();
  return (
    <span class="entry-since-value">
      <span class="entry-since-label">{label}</span>{' '}
      <Said of={said.length === 0 ? t('dossier_since_nothing') : [...new Set(said)].join(' · ')} />
    </span>
  );
}
