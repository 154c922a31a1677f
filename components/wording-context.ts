import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

import type { Wording } from '../domain/wording/wording.ts';

const WordingContext = createContext<Wording | null>(null);

export const WordingProvider = WordingContext.Provider;

/** The wording of the reader's language. Throws where no provider stands above: a component drawn outside a page of ours. */
export function useWording(): Wording {
  const wording = useContext(WordingContext);
  if (wording === null) throw new Error('useWording needs a WordingProvider above it');
  return wording;
}
