import type { Dossier } from '../../domain/dossier/dossier.ts';
import type { LocalizedText } from '../../domain/registry/text.ts';
import { Said } from '../Said.tsx';
import { useWording } from '../wording-context.ts';
import { BUYER_KEYS } from './DossierCover.tsx';

interface Props {
  dossier: Dossier;
  sets: readonly { id: string; name: LocalizedText }[];
}

/** The cover as it goes to paper: what was written on it, and nothing of what was not. */
export function PrintedCover({ dossier, sets }: Props) {
  const { t, marked } = useWording();
  const set = sets.find(({ id }) => id === dossier.requirementSet);
  const lines: [string, string][] = [
    [t('dossier_reference'), dossier.reference],
    [t('dossier_buyer'), dossier.buyer],
    [t('dossier_buyerKind'), t(BUYER_KEYS[dossier.buyerKind])],
    [t('dossier_requirementSet'), set === undefined ? '' : marked(set.name)],
    [t('dossier_note'), dossier.note],
  ];
  return (
    <dl class="dossier-printed">
      {lines.map(([label, value]) =>
        value === '' ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Said of={value} />
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}
