import type { MessageKey } from '../../domain/wording/message-key.ts';
import { useWording } from '../wording-context.ts';

interface Props {
  /** Empty where the reader took the shortcut away, or another extension has it. */
  commands: readonly { name: string; description: string; shortcut: string }[];
  /** Where shortcuts are changed: an address of the browser's own, which only the reader can open. */
  place: string;
  onOpen?: () => void;
}

/** The browser gives descriptions in its own language, and none for the button's. */
const DESCRIPTIONS: Record<string, MessageKey> = {
  _execute_action: 'command_openPopup',
  'next-mention': 'command_nextMention',
  'previous-mention': 'command_previousMention',
  'open-card': 'command_openCard',
  'open-dossiers': 'command_openDossier',
};

/** The keyboard's way to everything, and where to change it. */
export function ShortcutOptions({ commands, place, onOpen }: Props) {
  const { t } = useWording();
  const describe = (name: string, description: string) => {
    const key = DESCRIPTIONS[name];
    return key === undefined ? description : t(key);
  };
  return (
    <>
      <dl class="shortcuts">
        {commands.map(({ name, description, shortcut }) => (
          <div key={name}>
            <dt>{describe(name, description)}</dt>
            <dd>{shortcut === '' ? t('options_shortcut_none') : <kbd>{shortcut}</kbd>}</dd>
          </div>
        ))}
      </dl>
      <p class="option-help">{t('options_shortcuts_help', place)}</p>
      {onOpen !== undefined && (
        <button type="button" class="plain-button" onClick={onOpen}>
          {t('options_shortcuts_open')}
        </button>
      )}
    </>
  );
}
