import type { Buyer } from '../../requirements/buyer.ts';
import type { LocalizedText } from '../../registry/text.ts';
import type { MessageKey } from '../../wording/message-key.ts';
import type { Wording } from '../../wording/wording.ts';
import { momentOf } from '../citation.ts';
import type { Dossier } from '../dossier.ts';
import { wholeLine } from '../plain-line.ts';
import type { RequirementTable } from './requirement-table.ts';

/** A label and what stands beside it. */
export interface Line {
  label: string;
  text: string;
}

const BUYER_KEYS: Record<Buyer, MessageKey> = {
  collectivite: 'export_buyer_collectivite',
  state: 'export_buyer_state',
  operator: 'export_buyer_operator',
  health: 'export_buyer_health',
};

/**
 * Writes the head of the document.
 * In: the dossier, the texts its entries were held against, the wording, the moment, the requirement set's name where it
 * is known. Out: label and text, the same labels for every dossier.
 */
export function coverOf(
  dossier: Dossier,
  requirements: readonly RequirementTable[],
  { wording, at, requirementSet }: { wording: Wording; at: string; requirementSet?: LocalizedText },
): Line[] {
  const { t, localized } = wording;
  const given = (text: string) => wholeLine(text) || t('export_notGiven');
  const set = dossier.requirementSet;
  const chosen =
    set === null
      ? t('export_noRequirementSet')
      : requirementSet === undefined
        ? (requirements.find((table) => table.set === set)?.name ?? set)
        : wholeLine(localized(requirementSet));
  return [
    { label: t('export_cover_reference'), text: given(dossier.reference) },
    { label: t('export_cover_buyer'), text: given(dossier.buyer) },
    { label: t('export_cover_buyerKind'), text: t(BUYER_KEYS[dossier.buyerKind]) },
    { label: t('export_cover_requirementSet'), text: chosen },
    { label: t('export_cover_entries'), text: String(dossier.entries.length) },
    { label: t('export_cover_registry'), text: editionsOf(dossier, wording) },
    { label: t('export_cover_changed'), text: momentOf(dossier.changedAt, wording) },
    { label: t('export_cover_made'), text: momentOf(at, wording) },
  ];
}

/** Every version of the registry that facts of the dossier come from, oldest first. */
function editionsOf({ entries }: Dossier, { t, date }: Wording): string {
  const dates = new Map(entries.map(({ registry }) => [registry.version, registry.date]));
  if (dates.size === 0) return t('export_notGiven');
  return [...dates]
    .sort(([a], [b]) => a - b)
    .map(([version, day]) => t('export_edition', String(version), date(day)))
    .join(', ');
}

/** In: the wording. Out: what the document is about and what it does not say, in paragraphs, in every format alike. */
export function scopeOf({ t }: Wording): string[] {
  return [
    t('export_scope_service'),
    t('export_scope_origin'),
    t('citation_mentioned'),
    t('export_scope_frozen'),
    t('export_scope_ancrage'),
  ];
}

/** In: the wording, whether anything is held against a text. Out: each word for what is not known, and what it means. */
export function silencesOf({ t }: Wording, requirements: boolean): Line[] {
  return [
    { label: t('silence_unknown'), text: t('export_meaning_unknown') },
    { label: t('silence_notReviewed'), text: t('export_meaning_notReviewed') },
    { label: t('silence_notApplicable'), text: t('export_meaning_notApplicable') },
    { label: t('export_state_contested'), text: t('export_meaning_contested') },
    { label: t('export_state_due'), text: t('export_meaning_due') },
    ...(requirements ? [{ label: t('check_unknown'), text: t('export_meaning_notEstablished') }] : []),
  ];
}
