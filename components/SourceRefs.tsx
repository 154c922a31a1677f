import { useWording } from './wording-context.ts';

/** Where the receipt of a number stands on its sheet. */
export function sourceAnchor(number: number): string {
  return `source-${number}`;
}

/** The numbers of the receipts on which a fact rests, each leading to it. */
export function SourceRefs({ numbers }: { numbers: readonly number[] }) {
  const { t } = useWording();
  if (numbers.length === 0) return null;
  return (
    <span class="source-refs">
      {numbers.map((number) => (
        <a key={number} href={`#${sourceAnchor(number)}`} aria-label={t('sheet_source', String(number))}>
          {number}
        </a>
      ))}
    </span>
  );
}
