import type { LocalizedText } from '../domain/registry/text.ts';
import type { Phrase } from '../domain/wording/phrase.ts';
import { MARK } from '../domain/wording/wording.ts';
import { useWording } from './wording-context.ts';

/** What is said of a fact; a text with its marks, where it was put together from several. */
type Sayable = Phrase | LocalizedText | string;

/** What is said of a fact, each part that is in another language than the reader's marked as being in it (WCAG 3.1.2). */
export function Said({ of }: { of: Sayable }) {
  const { marked, factLang } = useWording();
  const parts = (typeof of === 'string' ? of : marked(of)).split(MARK);
  return parts.map((part, place) =>
    place % 2 === 0 ? (
      part
    ) : (
      <span key={part} lang={factLang}>
        {part}
      </span>
    ),
  );
}

interface EachProps {
  of: readonly Phrase[];
  /** The element that each is in, and its class. */
  as: 'span' | 'p' | 'li' | 'div';
  class?: string;
}

/** Several things said, each once. */
export function SaidEach({ of, as: Element, class: name }: EachProps) {
  const { marked } = useWording();
  return [...new Set(of.map(marked))].map((said) => (
    <Element class={name} key={said}>
      <Said of={said} />
    </Element>
  ));
}
