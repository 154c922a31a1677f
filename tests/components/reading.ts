import axe from 'axe-core';

/**
 * In: an element. Out: the text that a reader comes across in it, in order, spaces made plain.
 * Leaves out what is `hidden`, what a closed `details` folds away, and what is hidden from assistive technology.
 */
export function textOf(element: Element): string {
  return gather(element, isFoldedAway);
}

function gather(element: Element, isLeftOut: (child: Element) => boolean): string {
  const parts = [...element.childNodes].map((node) => {
    if (!(node instanceof Element)) return node.textContent ?? '';
    return isLeftOut(node) ? '' : ` ${gather(node, isLeftOut)} `;
  });
  return parts.join('').replaceAll(/\s+/g, ' ').trim();
}

function isFoldedAway(element: Element): boolean {
  const parent = element.parentElement;
  const folded = parent?.localName === 'details' && !parent.hasAttribute('open') && element.localName !== 'summary';
  return folded || element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true';
}

/** Unfolds everything in an element, so that it is read whole. */
export function unfold(container: Element): void {
  for (const details of container.querySelectorAll('details')) details.open = true;
  for (const hidden of container.querySelectorAll<HTMLElement>('[hidden]')) hidden.hidden = false;
}

/** In: an element of the document. Out: what axe-core holds against it, each rule with the markup at fault. */
export async function violationsIn(container: Element): Promise<string[]> {
  const { violations } = await axe.run(container, {
    // happy-dom lays nothing out and loads no style sheet, so axe cannot measure contrast here.
    rules: { 'color-contrast': { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

/** Words of a verdict, and names of colours: facts are given, never a mark. */
const VERDICTS = [
  // French
  'verts?|vertes?|rouges?|jaunes?|bleue?s?|grise?s?',
  'souverain\\p{L}*|dangereu\\p{L}*|dangers?|opaques?|risqu\\p{L}*|sûr\\p{L}*|sécurisé\\p{L}*|fiables?|conformes?',
  'bons?|bonnes?|mauvaise?s?|meilleure?s?|pires?|recommand\\p{L}*|éviter|refus\\p{L}*|scores?|alternatives?',
  // English
  'green|red|amber|yellow|blue|gr[ea]y',
  'sovereign\\p{L}*|dangerous|risk\\p{L}*|safe\\p{L}*|unsafe|(?:in)?secure|trust\\p{L}*|reliable|compliant',
  'good|bad|better|best|worse|worst|avoid|refuse[sd]?|ratings?|grades?',
].join('|');
const VERDICT = new RegExp(`(?<![\\p{L}\\p{N}])(?:${VERDICTS})(?![\\p{L}\\p{N}])`, 'giu');

/** In: an element. Out: the words of a verdict in its text, folded away or not, and in its labels. */
export function verdictsIn(container: Element): string[] {
  const labels = [...container.querySelectorAll('[aria-label], [title], [alt]')].flatMap((element) =>
    ['aria-label', 'title', 'alt'].map((name) => element.getAttribute(name) ?? ''),
  );
  return [gather(container, () => false), ...labels].flatMap((text) => text.match(VERDICT) ?? []);
}
