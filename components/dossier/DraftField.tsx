import { useEffect, useId, useState } from 'preact/hooks';

interface Props {
  label: string;
  /** Seen by nobody, and read out: the heading above says it. */
  labelHidden?: boolean;
  /** What is saved. */
  value: string;
  /** More than one line of text. */
  long?: boolean;
  maxLength: number;
  /** It goes to paper: a field shows as much as fits in it, paper takes all of it. What is being typed stays. */
  printing?: boolean;
  /** Saves what was typed. In: the text, and what was saved when the typing began. Out: whether the field is done with it; where it is not (a full disk), what was typed stays in the field. */
  onCommit: (text: string, base: string) => Promise<boolean>;
}

/** A text that is saved when its field is left: until then it is this window's own. */
export function DraftField(props: Props) {
  const { label, labelHidden = false, value, long = false, maxLength, printing = false, onCommit } = props;
  const id = useId();
  const [draft, setDraft] = useState<{ text: string; base: string } | null>(null);
  const commit = () => {
    if (draft === null) return;
    if (draft.text === draft.base) {
      setDraft(null);
      return;
    }
    void onCommit(draft.text, draft.base).then((isDone) => {
      // Typed on meanwhile: that is a draft of its own.
      if (isDone) setDraft((now) => (now === draft ? null : now));
    });
  };
  // A page that is closed with the field still open.
  useEffect(() => {
    addEventListener('pagehide', commit);
    return () => {
      removeEventListener('pagehide', commit);
    };
  });
  const field = {
    id,
    value: draft?.text ?? value,
    maxLength,
    onInput: (event: { currentTarget: { value: string } }) => {
      setDraft({ text: event.currentTarget.value, base: draft?.base ?? value });
    },
    onBlur: commit,
  };
  if (printing) return field.value === '' ? null : <p class="entry-note">{field.value}</p>;
  return (
    <div class="draft-field">
      <label for={id} class={labelHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      {long ? (
        <textarea rows={2} {...field} />
      ) : (
        <input
          type="text"
          autocomplete="off"
          {...field}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
          }}
        />
      )}
    </div>
  );
}
