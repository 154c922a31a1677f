import { BLOCK_BREAK } from './name-pattern.ts';

/** How far back an introduction is looked for, in UTF-16 units. */
const FARTHEST = 1000;
/** A longer block is a paragraph: no heading, and no item of a list. */
const LONGEST_HEADING = 80;
const LONGEST_ITEM = 120;

/**
 * What introduces a name, when the page does so at all: its label ("Prestataire retenu : …"), the heading right above its
 * block ("Hébergeurs", a table's or a definition's label), or the line with a colon that opens the list whose item the
 * block is ("Prestataires retenus :"). A heading is short and does not end as a sentence does.
 * In: a text, its blocks separated by BLOCK_BREAK or line breaks, and the UTF-16 offset of a name.
 * Out: what introduces it, nearest first; at most three. Looks no further back than a fixed distance.
 */
export function introductionsOf(text: string, start: number): string[] {
  const first = Math.max(0, start - FARTHEST);
  const blocks = text
    .slice(first, start)
    .split(BREAK)
    .map((block) => block.trim())
    .filter((block, place, all) => block !== '' || place === all.length - 1);
  // The last one is the beginning of the name's own block; the first may be cut in two.
  const above = blocks.slice(first === 0 ? 0 : 1, -1).toReversed();
  const opening = above.findIndex((block) => block.endsWith(':'));
  const isItem = opening !== -1 && above.slice(0, opening).every((block) => block.length <= LONGEST_ITEM);
  return [labelIn(blocks.at(-1) ?? ''), above[0], isItem ? above[opening] : undefined].filter(
    (block, place, all): block is string =>
      block !== undefined && (place === 2 || isHeading(block)) && all.indexOf(block) === place,
  );
}

const BREAK = new RegExp(`[${BLOCK_BREAK}\\n]`);

/** In: what stands before a name in its block. Out: what a colon right before the name ends, in the same sentence. */
function labelIn(before: string): string | undefined {
  const opened = before.replace(/[\s«"]+$/, '');
  if (!opened.endsWith(':')) return undefined;
  return opened
    .slice(0, -1)
    .split(/[.;:!?]/)
    .at(-1)
    ?.trim();
}

function isHeading(block: string): boolean {
  return block.length <= LONGEST_HEADING && !/[.;,!]$/.test(block);
}
