import { AXES, type Assessment, type AxisAssessment } from '../assessment/assessment.ts';
import type { LocalizedText } from '../registry/text.ts';
import type { ChecklistRow } from '../requirements/checklist.ts';
import type { DossierEntry } from './dossier.ts';
import { entryName, inAlphabeticalOrder } from './entry-order.ts';

/** How many can stand side by side. */
export const FEWEST_BESIDE = 2;
export const MOST_BESIDE = 6;

export interface SideColumn {
  entry: string;
  provider: string;
  name: string;
  registry: { version: number; date: string };
  addedAt: string;
}

/** One line of the table: a cell for each column, in their order. `differs`: whether the cells do not all say the same. */
export type SideRow = { id: string; differs: boolean } & (
  | { kind: 'legal-entity'; cells: (string | null)[] }
  | { kind: 'status'; cells: (Assessment['status'] | null)[] }
  | { kind: 'axis'; axis: AxisAssessment['axis']; cells: AxisAssessment[] }
  /** Null where the entry was not held against the set. */
  | { kind: 'requirement'; set: LocalizedText; text: LocalizedText; cells: (ChecklistRow | null)[] }
);

export interface SideBySide {
  columns: SideColumn[];
  rows: SideRow[];
}

/**
 * Lays entries side by side: the same rows for all, in the order of the axes and of the requirement set.
 * In: two to six entries in any order. Out: columns in alphabetical order, and the rows. Throws RangeError for fewer or more.
 */
export function sideBySide(chosen: readonly DossierEntry[]): SideBySide {
  if (chosen.length < FEWEST_BESIDE || chosen.length > MOST_BESIDE) {
    throw new RangeError(`${chosen.length} entries do not go side by side`);
  }
  const entries = inAlphabeticalOrder(chosen);
  const assessments = entries.map(({ assessment }) => assessment);
  return {
    columns: entries.map((entry) => ({
      entry: entry.id,
      provider: entry.provider,
      name: entryName(entry),
      registry: entry.registry,
      addedAt: entry.addedAt,
    })),
    rows: [
      {
        id: 'legal-entity',
        kind: 'legal-entity',
        ...compared(
          assessments.map(({ legalEntity }) => legalEntity ?? null),
          (cell) => cell,
        ),
      },
      {
        id: 'status',
        kind: 'status',
        ...compared(
          assessments.map(({ status }) => status ?? null),
          // Since when it has been active is no difference.
          (status) => (status?.state === 'active' ? 'active' : [status?.state, status?.on, status?.successor]),
        ),
      },
      ...AXES.map((axis, place) => ({
        id: axis,
        kind: 'axis' as const,
        axis,
        ...compared(
          assessments.flatMap(({ axes }) => axes[place] ?? []),
          ({ standing, statement, details }) => [standing, statement, details],
        ),
      })),
      ...requirementRows(entries),
    ],
  };
}

function requirementRows(entries: readonly DossierEntry[]): SideRow[] {
  const asked = new Map<string, { set: LocalizedText; text: LocalizedText }>();
  for (const { checklist } of entries) {
    for (const { id, text } of checklist?.rows ?? []) {
      if (checklist !== undefined) asked.set(`${checklist.set} ${id}`, { set: checklist.name, text });
    }
  }
  return [...asked].map(([id, { set, text }]) => ({
    id,
    kind: 'requirement',
    set,
    text,
    ...compared(
      entries.map(({ checklist }) => checklist?.rows.find((row) => `${checklist.set} ${row.id}` === id) ?? null),
      (row) => row?.answer,
    ),
  }));
}

/** In: cells, and what of each is compared. */
function compared<Cell>(cells: Cell[], said: (cell: Cell) => unknown): { cells: Cell[]; differs: boolean } {
  return { cells, differs: new Set(cells.map((cell) => JSON.stringify(said(cell)))).size > 1 };
}
