import { useId } from 'preact/hooks';

import type { Dossier } from '../../domain/dossier/dossier.ts';
import { coverOf, type Cover } from '../../domain/dossier/dossier-patch.ts';
import type { LocalizedText } from '../../domain/registry/text.ts';
import type { Buyer } from '../../domain/requirements/buyer.ts';
import type { MessageKey } from '../../domain/wording/message-key.ts';
import { useWording } from '../wording-context.ts';
import { DraftField } from './DraftField.tsx';

export const BUYER_KEYS: Record<Buyer, MessageKey> = {
  collectivite: 'dossier_buyer_collectivite',
  state: 'dossier_buyer_state',
  operator: 'dossier_buyer_operator',
  health: 'dossier_buyer_health',
};

export type CoverText = 'name' | 'reference' | 'buyer' | 'note';

interface Props {
  dossier: Dossier;
  sets: readonly { id: string; name: LocalizedText }[];
  /** Saves one of the texts. In: which, the text, and what was saved when the typing began. */
  onText: (field: CoverText, text: string, base: string) => Promise<boolean>;
  onChange: (cover: Cover) => void;
}

/** What the dossier is about: the consultation, who buys, and what is asked. */
export function DossierCover({ dossier, sets, onText, onChange }: Props) {
  const { t, localized, factLang } = useWording();
  const id = useId();
  const cover = coverOf(dossier);
  const text = (field: CoverText, label: MessageKey, long = false) => (
    <DraftField
      // Another dossier, other drafts.
      key={`${dossier.id} ${field}`}
      label={t(label)}
      value={dossier[field]}
      long={long}
      maxLength={long ? 10_000 : 300}
      onCommit={(typed, base) => onText(field, typed, base)}
    />
  );
  return (
    <div class="dossier-cover">
      {text('name', 'dossier_name')}
      {text('reference', 'dossier_reference')}
      {text('buyer', 'dossier_buyer')}
      <div class="draft-field">
        <label for={`${id}-kind`}>{t('dossier_buyerKind')}</label>
        <select
          id={`${id}-kind`}
          value={dossier.buyerKind}
          onChange={(event) => {
            onChange({ ...cover, buyerKind: event.currentTarget.value as Buyer });
          }}
        >
          {Object.entries(BUYER_KEYS).map(([kind, key]) => (
            <option key={kind} value={kind}>
              {t(key)}
            </option>
          ))}
        </select>
      </div>
      <div class="draft-field">
        <label for={`${id}-set`}>{t('dossier_requirementSet')}</label>
        <select
          id={`${id}-set`}
          value={dossier.requirementSet ?? ''}
          onChange={(event) => {
            onChange({ ...cover, requirementSet: event.currentTarget.value || null });
          }}
        >
          <option value="">{t('dossier_requirementSet_none')}</option>
          {sets.map((set) => (
            <option key={set.id} value={set.id} lang={factLang}>
              {localized(set.name)}
            </option>
          ))}
        </select>
      </div>
      {text('note', 'dossier_note', true)}
    </div>
  );
}
