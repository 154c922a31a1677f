import { options } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Shows everything while the page goes to paper, however it was asked for. */
export function usePrinting(): { printing: boolean; print: () => void } {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const set = (on: boolean) => () => {
      // The browser takes the page as it is when its event has been heard: drawn at once, not a moment later.
      options.debounceRendering = (draw) => {
        draw();
      };
      setPrinting(on);
      delete options.debounceRendering;
    };
    const [before, after] = [set(true), set(false)];
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
