import { options } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** What is folded away on the screen, and is evidence on paper. */
const FOLDED = '.checklist details, .side-receipts, .card-status';

/** Shows everything while the page goes to paper, however it was asked for. */
export function usePrinting(): { printing: boolean; print: () => void } {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const unfolded = new Set<HTMLDetailsElement>();
    const set = (on: boolean) => {
      // The browser takes the page as it is when its event has been heard: drawn at once, not a moment later.
      options.debounceRendering = (draw) => {
        draw();
      };
      setPrinting(on);
      delete options.debounceRendering;
    };
    const before = () => {
      set(true);
      for (const details of document.querySelectorAll<HTMLDetailsElement>(FOLDED)) {
        if (details.open) continue;
        details.open = true;
        unfolded.add(details);
      }
    };
    const after = () => {
      for (const details of unfolded) details.open = false;
      unfolded.clear();
      set(false);
    };
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
  return {
    printing,
    print: () => {
      print();
    },
  };
}
