import type { LocalMention } from '../../domain/detection/mention.ts';

/** A mention in its place on the page. */
export interface PageMention extends Omit<LocalMention, 'start' | 'end'> {
  range: StaticRange;
  /** The name as the page writes it. */
  written: string;
}

/** Whether two ranges are the same place, read twice. */
export function isSamePlace(a: StaticRange, b: StaticRange): boolean {
  return (
    a.startContainer === b.startContainer &&
    a.startOffset === b.startOffset &&
    a.endContainer === b.endContainer &&
    a.endOffset === b.endOffset
  );
}

/** In: two places. Out: how they compare in the order of the page; what a shadow root holds stands where its host does. */
export function comparePlaces(a: StaticRange, b: StaticRange): number {
  if (a.startContainer === b.startContainer) return a.startOffset - b.startOffset;
  const [from, to] = inOneTree(a.startContainer, b.startContainer);
  // One is the host of the other's shadow root, or holds it: the shadow comes before what is slotted into it.
  const position = from.compareDocumentPosition(to);
  if (from === to || (position & Node.DOCUMENT_POSITION_CONTAINED_BY) !== 0) return from === a.startContainer ? 1 : -1;
  if ((position & Node.DOCUMENT_POSITION_CONTAINS) !== 0) return to === b.startContainer ? -1 : 1;
  return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 ? -1 : 1;
}

/** In: two nodes. Out: the same, or the hosts in whose shadow they are, where both are in one tree. */
function inOneTree(a: Node, b: Node): [Node, Node] {
  if (a.getRootNode() === b.getRootNode()) return [a, b];
  const hosts = hostsOf(a);
  for (const other of hostsOf(b)) {
    const own = hosts.find((host) => host.getRootNode() === other.getRootNode());
    if (own !== undefined) return [own, other];
  }
  return [a, b];
}

/** The node, the host of its shadow root, the host around that, and so on. */
function hostsOf(node: Node): Node[] {
  const hosts = [node];
  for (let root = node.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) hosts.push(root.host);
  return hosts;
}

/** In: a mention. Out: whether it is on the page for whoever looks at it: not in a part that is folded away or hidden. */
export function isRendered({ range }: PageMention): boolean {
  return parentOf(range.startContainer)?.checkVisibility({ visibilityProperty: true }) !== false;
}

/** In: a mention. Out: its boxes in the window, in CSS pixels, one a line; none when it is not rendered or has gone stale. */
export function rectanglesOf({ range }: PageMention): DOMRect[] {
  if (!range.startContainer.isConnected || !range.endContainer.isConnected) return [];
  const shown = { visibilityProperty: true, contentVisibilityAuto: true };
  if (parentOf(range.startContainer)?.checkVisibility(shown) === false) return [];
  const live = document.createRange();
  try {
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
  } catch {
    // The text was shortened since it was read; the watcher is about to say so.
    return [];
  }
  return [...live.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
}

/** In: a node. Out: the element that holds it, out of a shadow root too; null at the top. */
export function parentOf({ parentNode }: Node): Element | null {
  if (parentNode instanceof ShadowRoot) return parentNode.host;
  return parentNode instanceof Element ? parentNode : null;
}
