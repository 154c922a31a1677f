import { render as renderPreact, type ComponentChild } from 'preact';
import { act } from 'preact/test-utils';
import { onTestFinished, vi } from 'vitest';

import { WordingProvider } from '../../components/wording-context.ts';
import { createWording } from '../../domain/wording/wording.ts';
import { messagesOf } from '../messages-of.ts';

export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * Mounts a component as a reader of one language gets it, in the document.
 * In: the language and the component. Out: the element that holds it, and its removal, which the end of the test does by itself.
 */
export function render(language: string, component: ComponentChild): { container: HTMLElement; cleanup: () => void } {
  const container = document.createElement('div');
  container.lang = language;
  document.body.append(container);
  void act(() => {
    renderPreact(<WordingProvider value={createWording(messagesOf(language))}>{component}</WordingProvider>, container);
  });
  const cleanup = () => {
    renderPreact(null, container);
    container.remove();
  };
  onTestFinished(cleanup);
  return { container, cleanup };
}

/** Presses an element and waits for what it redraws. */
export function press(element: HTMLElement): void {
  void act(() => {
    element.click();
  });
}

/** In: an element and a selector. Out: the one element that it finds. Throws where there is none, or several. */
export function one(within: ParentNode, selector: string): HTMLElement {
  const found = within.querySelectorAll<HTMLElement>(selector);
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} elements for ${selector}`);
  return found[0];
}

/** In: an element and a selector. Out: every element that it finds, in the order of the document. */
export function all<E extends HTMLElement = HTMLElement>(within: ParentNode, selector: string): E[] {
  return [...within.querySelectorAll<E>(selector)];
}

/** Settles once a check no longer throws: a second, as Vitest waits, is short on a machine that does much else. */
export const eventually = <Result,>(check: () => Result) => vi.waitFor(check, { timeout: 20_000 });
