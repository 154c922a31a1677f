import { LONGEST_ADDRESS } from '../../domain/detection/boundary.ts';
import { CONTEXT } from '../../domain/detection/context.ts';
import type { Matcher } from '../../domain/detection/matcher.ts';
import { PageSkim } from './page-skim.ts';
import { PageText, proseLength, readPage } from './page-text.ts';

/** UTF-16 units read at a time: small enough that a pause can come soon, large enough that pauses are rare. */
const PIECE_LENGTH = 20_000;

/** How much text bears on a name that means one thing only: what it may be a part of, an address or a longer name. */
const NAME_CONTEXT = { before: LONGEST_ADDRESS + 80, after: LONGEST_ADDRESS + 80 };
const NONE = { before: 0, after: 0 };
/** The same for each Find. */
const MARGINS = [NONE, NONE, NAME_CONTEXT, CONTEXT] as const;

/** A stretch of one tree of the page; null where it begins or ends with the tree. */
export interface Span {
  root: Node;
  first: Text | null;
  last: Text | null;
}

/** A text of which a part is judged, in UTF-16 units; the rest is there to judge it by. */
export interface TextWindow {
  text: PageText;
  from: number;
  to: number;
}

/**
 * Reads a stretch of the page so that each name in it is judged exactly once, with all the text that bears on it: what is
 * read in pieces, or again after a change, gives what reading everything at once would.
 * In: the stretch; what to look for when a whole tree may be skimmed: then the text holds only what stands near a name.
 * Throws PageMoved as `readPage` does.
 */
export function* readWindows({ root, first, last }: Span, skimFor: Matcher | null = null): Generator<TextWindow> {
  let text = new PageText();
  let from = first === null ? 0 : CONTEXT.before;
  const isWhole = first === null && last === null;
  const skim = isWhole && skimFor !== null ? new PageSkim(skimFor, MARGINS) : null;
  for (const piece of readPage(root, PIECE_LENGTH, { first, last, skim })) {
    // Nobody is named so far: the caller may pause nevertheless.
    if (piece.length === 0) {
      yield { text: piece, from: 0, to: 0 };
      continue;
    }
    text.append(piece);
    const to = Math.max(from, text.cutAt, text.length - CONTEXT.after);
    yield { text, from, to };
    const begin = Math.max(0, text.cutAt, to - CONTEXT.before);
    text = text.tail(text.length - begin);
    from = to - begin;
  }
  if (last === null && text.length > from) yield { text, from, to: text.length };
}

/**
 * Where to read again after changes.
 * In: the places that changed, connected or not. Out: stretches, each reaching on both sides as far as a change bears;
 * changes close to each other share one. Lazily: each is measured on the page as it is when its turn comes.
 */
export function* spansAround(places: Iterable<Node>): Generator<Span> {
  const connected = [...places].filter((place) => place.isConnected);
  for (const [root, nodes] of Map.groupBy(connected, (place) => place.getRootNode())) {
    const left = inTreeOrder(nodes);
    for (let place = left.shift(); place !== undefined; place = left.shift()) {
      // Moved during a pause: the watcher has said so, and it comes again.
      if (place.getRootNode() !== root) continue;
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      walker.currentNode = place;
      const first = textFarFrom(() => walker.previousNode());
      let last: Text | null = null;
      for (let end: Node | undefined = place; end !== undefined;) {
        walker.currentNode = lastNodeOf(end);
        let isNear = false;
        last = textFarFrom(() => {
          const node = walker.nextNode();
          isNear = left[0]?.contains(node) === true;
          return isNear ? null : node;
        });
        end = isNear ? left.shift() : undefined;
      }
      yield { root, first, last };
    }
  }
}

/**
 * A change bears on the names before it as far as these look ahead, and on those after it as far as they look back; and to
 * judge them takes as much again the other way.
 */
const ENOUGH = CONTEXT.before + CONTEXT.after;

/** In: what gives the next text node, going either way. Out: the one at which enough was passed; null when the tree ended before. */
function textFarFrom(next: () => Node | null): Text | null {
  let passed = 0;
  for (let node = next() as Text | null; node !== null; node = next() as Text | null) {
    passed += proseLength(node);
    if (passed >= ENOUGH) return node;
  }
  return null;
}

function lastNodeOf(node: Node): Node {
  let last = node;
  while (last.lastChild !== null) last = last.lastChild;
  return last;
}

/**
 * Puts nodes of one tree in its order, without those that are inside another. Most were added beside each other: to compare
 * two of many siblings, the browser goes through all of them, so each row of siblings is compared by its first alone.
 */
function inTreeOrder(nodes: readonly Node[]): Node[] {
  const all = new Set<Node | null>(nodes);
  const rows = nodes.filter((node) => !all.has(node.previousSibling) && !isInside(node, all));
  rows.sort((a, b) => ((a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) === 0 ? 1 : -1));
  return rows.flatMap((first) => {
    const row: Node[] = [];
    for (let next: Node | null = first; next !== null && all.has(next); next = next.nextSibling) row.push(next);
    return row;
  });
}

function isInside({ parentNode }: Node, others: ReadonlySet<Node | null>): boolean {
  return parentNode !== null && (others.has(parentNode) || isInside(parentNode, others));
}
