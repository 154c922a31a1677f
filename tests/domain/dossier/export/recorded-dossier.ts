import * as v from 'valibot';

import { assess } from '../../../../domain/assessment/assess.ts';
import { DossierSchema, type Dossier, type DossierEntry } from '../../../../domain/dossier/dossier.ts';
import type { Offering } from '../../../../domain/registry/offering.ts';
import { checkRequirements } from '../../../../domain/requirements/check-requirements.ts';
import { readProjectRegistry } from '../../../project-registry.ts';
import { bundleRequirements } from '../../../../tools/bundle-requirements.ts';

const { raw, edition, registry } = readProjectRegistry();
const bundled = bundleRequirements(raw, registry.sources);
const DAY = '2026-11-24';

/** Every provider on record, in the order of the ids. */
export const PROVIDERS = Object.keys(registry.providers).sort();

const uuid = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

function entryOf(id: string, index: number, requirementSet: string | null, offering?: Offering): DossierEntry {
  const provider = registry.providers[id];
  if (provider === undefined) throw new Error(`no provider ${id}`);
  const set = bundled.sets.find((one) => one.id === requirementSet);
  return {
    id: uuid(index + 1),
    provider: id,
    ...(offering !== undefined && { offering: { id: offering.id, name: offering.name } }),
    addedAt: `2026-11-24T10:${String(index % 60).padStart(2, '0')}:12+01:00`,
    ...(index % 3 !== 2 && {
      page: {
        title: 'Avis n° 26-104512 : hébergement et infogérance du système d’information de la communauté de communes',
        url: `https://marches.example.org/consultations/26-104512/avis?lot=${index + 1}`,
      },
    }),
    registry: { version: edition.version, date: edition.date },
    assessment: assess(provider, DAY, registry, offering),
    ...(set !== undefined && {
      checklist: checkRequirements(set, bundled, 'collectivite', provider, DAY, registry, offering),
    }),
    note: index % 5 === 0 ? 'Nommé au lot 2, page 14 du CCTP.\nRéponse écrite demandée le 19/11/2026.' : '',
  };
}

/**
 * A dossier of what is really on record.
 * In: providers by id, `provider/offering` to name one offering; a requirement set. Out: the dossier.
 */
export function recordedDossier(ids: readonly string[], requirementSet: string | null = null): Dossier {
  const entries = ids.map((path, index) => {
    const [id = '', offeringId] = path.split('/');
    const offering = registry.providers[id]?.offerings.find((one) => one.id === offeringId);
    return entryOf(id, index, requirementSet, offering);
  });
  return v.parse(DossierSchema, {
    format: 1,
    id: uuid(0),
    revision: 7,
    name: 'Hébergement du portail citoyen',
    reference: '26-104512',
    buyer: 'Communauté de communes du Val d’Exemple',
    buyerKind: 'collectivite',
    requirementSet,
    note: 'Sourcing préalable à la rédaction du CCTP.',
    createdAt: '2026-11-19T09:00:00+01:00',
    changedAt: '2026-11-24T16:42:00+01:00',
    entries,
  });
}
