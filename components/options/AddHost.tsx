import { useId, useState } from 'preact/hooks';

import { hostFrom } from '../../domain/settings/site-origins.ts';
import { useWording } from '../wording-context.ts';

interface Props {
  label: string;
  action: string;
  /** Why a host cannot be added, or null. */
  refusal: (host: string) => string | null;
  /** Called within the click: what it asks the browser for needs it. */
  onAdd: (host: string) => void;
}

/** A site typed or pasted: its host is taken, and what is no site is said to be none. */
export function AddHost({ label, action, refusal, onAdd }: Props) {
  const { t } = useWording();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState('');
  return (
    <form
      class="add-host"
      onSubmit={(event) => {
        event.preventDefault();
        const host = hostFrom(typed);
        const found = host === null ? t('options_notASite') : refusal(host);
        setProblem(found ?? '');
        if (host === null || found !== null) return;
        onAdd(host);
        setTyped('');
      }}
    >
      <label for={id}>{label}</label>
      <div class="add-host-row">
        <input
          id={id}
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          placeholder="achats.exemple.fr"
          value={typed}
          aria-describedby={`${id}-problem`}
          aria-invalid={problem !== ''}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setProblem('');
          }}
        />
        <button type="submit" class="plain-button">
          {action}
        </button>
      </div>
      <output id={`${id}-problem`} class="option-problem">
        {problem}
      </output>
    </form>
  );
}
