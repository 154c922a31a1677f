import { createElement as h } from 'react';
import { hydrateRoot } from 'react-dom/client';

import { Notice } from './react-notice.ts';

declare global {
  var takeOver: (() => void) | undefined;
  /** What React found wrong with the page, or could not draw. */
  var complaints: string[];
}

globalThis.complaints = [];

/* Takes the page over once the test says so: after its names are marked. */
globalThis.takeOver = () => {
  const root = document.getElementById('root');
  const complain = (error: unknown) => void globalThis.complaints.push(String(error));
  if (root !== null) hydrateRoot(root, h(Notice), { onRecoverableError: complain, onUncaughtError: complain });
};
