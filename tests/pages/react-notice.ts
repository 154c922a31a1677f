import { createElement as h, useEffect, useState, type ReactElement } from 'react';

/* A notice that React draws: by the server first, then taken over in the page, and drawn again and again. */

declare global {
  /** Draws the notice again, for other suppliers. */
  var drawLots: ((names: string[]) => void) | undefined;
}

const LOTS = ['OVHcloud', 'Scaleway', 'Outscale'];

/** A list whose items are parted into several text nodes, as React writes them. */
export function Notice(): ReactElement {
  const [lots, setLots] = useState(LOTS);
  const [round, setRound] = useState(0);
  useEffect(() => {
    globalThis.drawLots = (next) => {
      setLots(next);
      setRound((before) => before + 1);
    };
  }, []);
  return h(
    'section',
    null,
    h('h2', null, 'Attribution, version ', round),
    h(
      'ul',
      null,
      lots.map((name, index) => h('li', { key: name }, 'Lot ', index + 1, ' : ', h('b', null, name), ' est retenu.')),
    ),
    round % 2 === 1 ? h('p', null, 'Recours ouvert contre ', lots[0], '.') : null,
  );
}
