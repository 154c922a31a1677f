import type { Fact, Provenance } from '../registry/fact.ts';
import type { Citation, Sources } from '../registry/source.ts';
import type { Receipt } from './assessment.ts';

/**
 * Resolves citations into receipts.
 * In: citations, the registry's sources, and who says so (absent for the text of a law). Out: receipts, each source once.
 * Throws RangeError when a citation names no source of the registry, which `registry:check` rules out.
 */
export function receiptsOf(citations: readonly Citation[], sources: Sources, provenance?: Provenance): Receipt[] {
  const seen = new Set<string>();
  return citations.flatMap(({ source: id, checkedOn, quote }) => {
    if (seen.has(id)) return [];
    seen.add(id);
    const source = sources[id];
    if (source === undefined) throw new RangeError(`unknown source: ${id}`);
    return [{ ...source, checkedOn, ...(quote !== undefined && { quote }), ...(provenance && { provenance }) }];
  });
}

/** In: a fact and the registry's sources. Out: its receipts, and those of the provider's reply; none for a silence without sources. */
export function receiptsOfFact(fact: Fact<unknown>, sources: Sources): Receipt[] {
  switch (fact.state) {
    case 'known':
      return receiptsOf(fact.sources, sources, fact.provenance);
    case 'contested':
      return [
        ...receiptsOf(fact.sources, sources, fact.provenance),
        ...receiptsOf(fact.reply.sources, sources, 'provider-statement'),
      ];
    case 'unknown':
      return receiptsOf(fact.sources ?? [], sources);
    case 'not-reviewed':
    case 'not-applicable':
      return [];
  }
}

/** In: receipts from several facts. Out: the same, each document once, in the order first met. */
export function uniqueReceipts(receipts: readonly Receipt[]): Receipt[] {
  const first = new Map<string, Receipt>();
  for (const receipt of receipts) if (!first.has(receipt.url)) first.set(receipt.url, receipt);
  return [...first.values()];
}
