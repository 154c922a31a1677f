import type { Registry } from '../domain/registry/registry.ts';
import type { Upstream } from './upstreams.ts';

/** What an upstream says beside what the registry says; or why it could not be asked. */
export type Proposal =
  { upstream: Upstream; added: string[]; gone: string[] } | { upstream: Upstream; failure: string };

/** Fetches JSON; `fetch` itself outside tests. */
export type FetchJson = (url: string) => Promise<unknown>;

/**
 * Asks each upstream which regions exist.
 * In: the registry, the upstreams, how to fetch. Out: a proposal for each, in their order; nothing is changed.
 */
export async function proposeRegions(
  registry: Registry,
  upstreams: readonly Upstream[],
  fetchJson: FetchJson,
): Promise<Proposal[]> {
  return Promise.all(
    upstreams.map(async (upstream): Promise<Proposal> => {
      try {
        const theirs = upstream.regionsIn(await fetchJson(upstream.url));
        const ours = codesOf(registry, upstream);
        return {
          upstream,
          added: theirs.filter((code) => !ours.includes(code)),
          gone: ours.filter((code) => !theirs.includes(code)),
        };
      } catch (error) {
        return { upstream, failure: error instanceof Error ? error.message : String(error) };
      }
    }),
  );
}

function codesOf(registry: Registry, { provider, offering }: Upstream): string[] {
  const found = registry.providers[provider]?.offerings.find((candidate) => candidate.id === offering);
  const storage = found?.location.storage;
  if (storage === undefined || !('value' in storage)) return [];
  return (storage.value.regions ?? []).flatMap((region) => region.code ?? []);
}

/** In: a proposal. Out: the same as lines for whoever reviews it. */
export function proposalText(proposal: Proposal): string {
  const { provider, offering, url } = proposal.upstream;
  const title = `${provider} / ${offering} (${url})`;
  if ('failure' in proposal)
    return `${title}\n  could not be read: ${proposal.failure}. Nothing is proposed; try again when online.`;
  const { added, gone } = proposal;
  if (added.length + gone.length === 0) return `${title}\n  agrees with the registry.`;
  return [
    title,
    ...(added.length > 0 ? [`  named there and not here: ${added.join(', ')}`] : []),
    ...(gone.length > 0 ? [`  named here and not there: ${gone.join(', ')}`] : []),
    '  Look each one up, then edit the file by hand.',
  ].join('\n');
}
