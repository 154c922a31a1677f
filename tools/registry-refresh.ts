import { assembleRegistry } from './assemble-registry.ts';
import { readDataFolder } from './data-folder.ts';
import { proposalText, proposeRegions } from './refresh-regions.ts';
import { UPSTREAMS } from './upstreams.ts';

const TIMEOUT = 20_000;

const { raw, edition } = readDataFolder();
const assembled = assembleRegistry(raw, edition);
if ('problems' in assembled) {
  console.error(`${assembled.problems.length} problem(s) in the data: run "npm run registry:check".`);
  process.exitCode = 1;
} else {
  const proposals = await proposeRegions(assembled.registry, UPSTREAMS, async (url) => {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT) }).catch(() => {
      throw new Error('no connection');
    });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return response.json() as Promise<unknown>;
  });
  console.log(proposals.map(proposalText).join('\n\n'));
  if (proposals.every((proposal) => 'failure' in proposal)) process.exitCode = 1;
}
