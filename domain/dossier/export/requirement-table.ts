import type { Receipt } from '../../assessment/assessment.ts';
import { uniqueReceipts } from '../../assessment/receipts.ts';
import type { Wording } from '../../wording/wording.ts';
import type { DossierEntry } from '../dossier.ts';
import { wholeLine } from '../plain-line.ts';
import type { References } from './references.ts';
import { requirementStatement, requirementTexts, type Statement } from './statement.ts';

/** One text that entries were held against, and what it asks: the same for every entry. */
export interface RequirementTable {
  set: string;
  name: string;
  scope: string;
  /** Whether the text binds the buyer. */
  applicability: string[];
  /** `E1`, `E2`…, and what is asked. */
  asked: { code: string; text: string }[];
  /** The text itself. */
  receipts: Receipt[];
  references: number[];
}

/**
 * Gathers what the entries were held against.
 * In: the entries, the wording. Out: one table for each text, in the order first met; a requirement whose wording changed
 * from one entry to the next stands twice, since the answers are to two questions. References are still to be numbered.
 */
export function requirementTables(entries: readonly DossierEntry[], wording: Wording): RequirementTable[] {
  const { t, say, localized } = wording;
  const tables = new Map<string, RequirementTable>();
  for (const { checklist } of entries) {
    if (checklist === undefined) continue;
    const table = tables.get(checklist.set) ?? {
      set: checklist.set,
      name: wholeLine(localized(checklist.name)),
      scope: wholeLine(localized(checklist.scope)),
      applicability: [],
      asked: [],
      receipts: [],
      references: [],
    };
    tables.set(checklist.set, table);
    const applicability = wholeLine(say(checklist.applicability));
    if (!table.applicability.includes(applicability)) table.applicability.push(applicability);
    table.receipts = uniqueReceipts([...table.receipts, ...checklist.receipts]);
    for (const text of requirementTexts(checklist, wording)) {
      if (table.asked.some((asked) => asked.text === text)) continue;
      table.asked.push({ code: t('export_requirementCode', String(table.asked.length + 1)), text });
    }
  }
  return [...tables.values()];
}

/**
 * In: an entry, every table, the numbering, the wording. Out: its answers, table by table, in the order of what is asked;
 * null where it was not held against a text, or not asked that.
 */
export function answersOf(
  { checklist }: DossierEntry,
  tables: readonly RequirementTable[],
  references: References,
  wording: Wording,
): (Statement | null)[][] {
  return tables.map((table) => {
    if (checklist?.set !== table.set) return table.asked.map(() => null);
    const answers = new Map(
      checklist.rows.map((row) => {
        const answer = requirementStatement(row, references, wording);
        return [answer.about, answer];
      }),
    );
    return table.asked.map(({ text }) => answers.get(text) ?? null);
  });
}
