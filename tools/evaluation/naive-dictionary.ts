import { indexedNames, type NameIndex } from '../../domain/registry/name-index.ts';

/**
 * What a plain list of names would mark: every name as written, as a whole word, longest first.
 * In: a text and a name index. Out: hits, UTF-16 offsets. The baseline against which detection is measured.
 */
export function findNaively(text: string, index: NameIndex): { start: number; end: number; provider: string }[] {
  const providers = new Map(indexedNames(index).map((name) => [name.text, name.provider]));
  const names = [...providers.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    provider: providers.get(match[0]) ?? '',
  }));
}
