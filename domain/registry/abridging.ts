import type { Registry } from './registry.ts';

type Provider = Registry['providers'][string];

/**
 * Leaves out what the extension does not show: quotations, example sentences, words around ambiguous names (the name
 * index has them), the notes of facts outside the three axes, and what the sources are called in the files (they are
 * numbered instead). The published file keeps everything.
 * In: a registry. Out: a smaller one with the same facts and receipts.
 */
export function abridge(registry: Registry): Registry {
  const providers = Object.entries(registry.providers).map(([id, provider]) => [id, abridgeProvider(provider)]);
  const abridged = without({ ...registry, providers: Object.fromEntries(providers) }, 'quote') as Registry;
  const numbers = new Map(Object.keys(registry.sources).map((id, place) => [id, String(place)]));
  const sources = Object.entries(abridged.sources).map(([id, source]) => [numbers.get(id), source]);
  return {
    ...(renumbered(abridged, numbers) as Registry),
    sources: Object.fromEntries(sources) as Registry['sources'],
  };
}

/** A citation is the only record with both a source and a day of checking. */
function renumbered(value: unknown, numbers: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => renumbered(item, numbers));
  if (typeof value !== 'object' || value === null) return value;
  const cites = 'source' in value && 'checkedOn' in value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      cites && key === 'source' ? (numbers.get(part as string) ?? part) : renumbered(part, numbers),
    ]),
  );
}

function abridgeProvider(provider: Provider): unknown {
  const { legalEntity, headOffice, status, technologyLicensor } = provider;
  return withoutSilentNotes({
    ...provider,
    aliases: provider.aliases.map((alias) => without(alias, 'ambiguous')),
    legalEntity: without(legalEntity, 'note'),
    headOffice: without(headOffice, 'note'),
    status: without(status, 'note'),
    technologyLicensor: without(technologyLicensor, 'note'),
  });
}

/** A silence is a state and a date; what was met on the way stays in the published file. */
function withoutSilentNotes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSilentNotes);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(
    ([key]) => !(key === 'note' && 'state' in value && value.state === 'unknown'),
  );
  return Object.fromEntries(entries.map(([key, part]) => [key, withoutSilentNotes(part)]));
}

function without(value: unknown, field: string): unknown {
  if (Array.isArray(value)) return value.map((item) => without(item, field));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== field);
  return Object.fromEntries(entries.map(([key, part]) => [key, without(part, field)]));
}
