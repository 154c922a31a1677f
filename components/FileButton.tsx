import { useRef } from 'preact/hooks';

interface Props {
  class: string;
  label: string;
  /** What the field itself is called, for those who meet it without its button. */
  fieldLabel: string;
  onFile: (file: File) => void;
}

/** A button that asks for one JSON file. */
export function FileButton({ class: className, label, fieldLabel, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class={className} data-action="import" onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        class="visually-hidden"
        tabIndex={-1}
        aria-label={fieldLabel}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) onFile(file);
          // The same file may be chosen again after it was mended.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
