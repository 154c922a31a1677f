import type { Registry } from './registry.ts';

type Provider = Registry['providers'][string];

/**
 * Leaves out what the extension does not show: quotations, example sentences, words around ambiguous names (the name
 * index has them), and the notes of facts outside the three axes. The published file keeps everything.
 * In: a registry. Out: a smaller one with the same facts and receipts.
 */
export function abridge(registry: Registry): Registry {
  const providers = Object.entries(registry.providers).map(([id, provider]) => [id, abridgeProvider(provider)]);
  return without({ ...registry, providers: Object.fromEntries(providers) }, 'quote') as Registry;
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
