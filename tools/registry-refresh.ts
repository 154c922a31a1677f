import { openRegistry } from './open-registry.ts';
import { proposalText, proposeRegions } from './refresh-regions.ts';
import { UPSTREAMS } from './upstreams.ts';

const TIMEOUT = 20_000;

const opened = openRegistry();
if (opened !== undefined) {
  const proposals = await proposeRegions(opened.registry, UPSTREAMS, async (url) => {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT) }).catch(() => {
      throw new Error('no connection');
    });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return response.json() as Promise<unknown>;
  });
  console.log(proposals.map(proposalText).join('\n\n'));
  if (proposals.every((proposal) => 'failure' in proposal)) process.exitCode = 1;
}
