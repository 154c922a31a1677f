import { assess } from '../../domain/assessment/assess.ts';
import { writeCitation, type CitationText } from '../../domain/dossier/citation.ts';
import { momentWithOffset } from '../../domain/dossier/moment.ts';
import type { CiteRequest } from '../../domain/protocol/messages.ts';
import { registryInForce } from './registry-in-force.ts';
import { dayIn } from './today.ts';
import { wordingInForce } from './wording-in-force.ts';

/** Writes a citation from the registry in force, in the reader's language and by the reader's clock; null for an unknown provider. */
export async function cite({ provider: id, axes, page }: CiteRequest): Promise<CitationText | null> {
  const registry = await registryInForce();
  const provider = registry.providers[id];
  if (provider === undefined) return null;
  const now = new Date();
  return writeCitation(
    {
      assessment: assess(provider, dayIn(registry), registry),
      axes,
      registry: { version: registry.version, date: registry.date },
      ...(page !== undefined && { page }),
      at: momentWithOffset(now, -now.getTimezoneOffset()),
    },
    await wordingInForce(),
  );
}
