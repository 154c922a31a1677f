import { useState } from 'preact/hooks';

import { useWording } from '../wording-context.ts';

export interface OfferingName {
  id: string;
  name: string;
}

interface Props {
  /** The provider's name. */
  name: string;
  read: () => Promise<OfferingName[]>;
  onChoose: (offering: string) => void;
}

/** The offerings of a provider, to have one of them in the dossier by itself. Read when they are asked for. */
export function OfferingChoice({ name, read, onChoose }: Props) {
  const { t } = useWording();
  const [offerings, setOfferings] = useState<OfferingName[] | null>(null);
  return (
    <details
      class="offering-choice"
      onToggle={(event) => {
        if (!event.currentTarget.open || offerings !== null) return;
        void read().then(setOfferings, () => {
          setOfferings([]);
        });
      }}
    >
      <summary aria-label={t('dossier_offerings_label', name)}>{t('dossier_offerings')}</summary>
      {offerings?.length === 0 && <p>{t('dossier_offerings_none')}</p>}
      <ul>
        {offerings?.map((offering) => (
          <li key={offering.id}>
            <button
              type="button"
              class="text-button"
              onClick={() => {
                onChoose(offering.id);
              }}
            >
              {offering.name}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
