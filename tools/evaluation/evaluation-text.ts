import type { Evaluation, Score } from './evaluate.ts';

/** In: an evaluation. Out: the same as a text for the terminal, each error with its context. */
export function evaluationText(evaluation: Evaluation): string {
  const lines = [
    `${''.padEnd(28)}precision  recall     F1    tp   fp   fn`,
    row('overall', evaluation.overall),
    row('ambiguous names', evaluation.ambiguous),
    row('naive dictionary', evaluation.baseline.overall),
    row('  on ambiguous names', evaluation.baseline.ambiguous),
    '',
    ...section('by language', evaluation.byLanguage),
    ...section('by genre', evaluation.byGenre),
    ...section('by provider', evaluation.byProvider),
    ...section('by ambiguous alias', evaluation.byAlias),
    `out of scope (companies that the registry does not hold): ${evaluation.outOfScope}`,
    '',
    ...evaluation.errors.map(({ kind, id, context }) => `${kind} ${id.padEnd(8)} ${context}`),
  ];
  return lines.join('\n');
}

function section(title: string, scores: Record<string, Score>): string[] {
  return [title, ...Object.entries(scores).map(([name, score]) => row(`  ${name}`, score)), ''];
}

function row(title: string, { precision, recall, f1, tp, fp, fn }: Score): string {
  const share = (value: number) => value.toFixed(3).padStart(9);
  const count = (value: number) => String(value).padStart(5);
  return `${title.slice(0, 28).padEnd(28)}${share(precision)}${share(recall)} ${share(f1).slice(2)}${count(tp)}${count(fp)}${count(fn)}`;
}
