import { createElement as h } from 'react';
import { hydrateRoot } from 'react-dom/client';

import { Notice } from './react-notice.ts';

declare global {
  var takeOver: (() => void) | undefined;
}

/* Takes the page over once the test says so: after its names are marked. */
globalThis.takeOver = () => {
  const root = document.getElementById('root');
  if (root !== null) hydrateRoot(root, h(Notice));
};
