import { findMentions } from '../../domain/detection/find-mentions.ts';
import { compileMatcher } from '../../domain/detection/matcher.ts';
import { buildNameIndex } from '../../domain/registry/name-index.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import type { AnnotatedPassage, GoldMention, Span } from './corpus.ts';
import { findNaively } from './naive-dictionary.ts';
import { createSlugs, type Slugs } from './slugs.ts';

export interface Score {
  precision: number;
  recall: number;
  f1: number;
  tp: number;
  fp: number;
  fn: number;
}

export interface EvaluationError {
  id: string;
  kind: 'fp' | 'fn';
  text: string;
  context: string;
}

export interface Evaluation {
  overall: Score;
  /** The same, over the names that are ambiguous in the registry. */
  ambiguous: Score;
  baseline: { overall: Score; ambiguous: Score };
  byProvider: Record<string, Score>;
  byAlias: Record<string, Score>;
  byLanguage: Record<string, Score>;
  byGenre: Record<string, Score>;
  /** Gold mentions of companies that the registry does not hold. */
  outOfScope: number;
  errors: EvaluationError[];
}

/** One found or missed name. */
interface Outcome {
  kind: 'tp' | 'fp' | 'fn';
  passage: AnnotatedPassage;
  provider: string;
  span: Span;
  ambiguous: boolean;
}

interface Found {
  start: number;
  end: number;
  provider: string;
}

/**
 * Measures detection against what a reader marked, and a naive dictionary over the same names beside it.
 * In: annotated passages, the registry, the family of each slug used in the gold file. Out: the scores and each error.
 */
export function evaluate(
  passages: readonly AnnotatedPassage[],
  registry: Registry,
  families: Readonly<Record<string, string>>,
): Evaluation {
  const index = buildNameIndex(registry);
  const matcher = compileMatcher(index);
  const slugs = createSlugs(registry, families);
  const outcomes = passages.flatMap((passage) => {
    const sure = findMentions(passage.text, matcher).filter((mention) => mention.confidence === 'sure');
    return compare(passage, sure, slugs);
  });
  const naive = passages.flatMap((passage) => compare(passage, findNaively(passage.text, index), slugs));
  const errors = outcomes.filter((outcome) => outcome.kind !== 'tp');
  return {
    overall: score(outcomes),
    ambiguous: score(outcomes.filter((outcome) => outcome.ambiguous)),
    baseline: { overall: score(naive), ambiguous: score(naive.filter((outcome) => outcome.ambiguous)) },
    byProvider: scoreBy(outcomes, (outcome) => outcome.provider),
    byAlias: scoreBy(
      outcomes.filter((outcome) => outcome.ambiguous),
      (outcome) => outcome.span.text,
    ),
    byLanguage: scoreBy(outcomes, (outcome) => outcome.passage.lang),
    byGenre: scoreBy(outcomes, (outcome) => outcome.passage.genre),
    outOfScope: passages.flatMap((passage) => passage.mentions).filter((gold) => !slugs.isHeld(gold)).length,
    errors: errors.map(({ kind, passage, span }) => ({
      id: passage.id,
      kind: kind === 'fp' ? 'fp' : 'fn',
      text: span.text,
      context: contextOf(passage.text, span),
    })),
  };
}

function compare(passage: AnnotatedPassage, found: readonly Found[], slugs: Slugs): Outcome[] {
  const outcomes: Outcome[] = [];
  const matched = new Set<GoldMention>();
  for (const hit of found) {
    const span = { start: hit.start, end: hit.end, text: passage.text.slice(hit.start, hit.end) };
    const over = passage.mentions.filter((gold) => overlaps(gold, hit));
    const right = over.find((gold) => slugs.agree(gold, hit.provider));
    if (right !== undefined) {
      // A second hit on the same gold span adds nothing.
      if (right.role === undefined && slugs.isHeld(right) && !matched.has(right)) {
        outcomes.push({ kind: 'tp', passage, provider: hit.provider, span, ambiguous: slugs.isAmbiguous(span.text) });
      }
      matched.add(right);
      continue;
    }
    const countsNeitherWay =
      over.some((gold) => gold.role !== undefined) || passage.ignore.some((ignored) => overlaps(ignored, hit));
    if (countsNeitherWay) continue;
    outcomes.push({ kind: 'fp', passage, provider: hit.provider, span, ambiguous: slugs.isAmbiguous(span.text) });
  }
  for (const gold of passage.mentions) {
    if (matched.has(gold) || gold.role !== undefined || !slugs.isHeld(gold)) continue;
    if (passage.ignore.some((ignored) => overlaps(ignored, gold))) continue;
    outcomes.push({
      kind: 'fn',
      passage,
      provider: slugs.providerOf(gold),
      span: gold,
      ambiguous: slugs.isAmbiguous(gold.text),
    });
  }
  return outcomes;
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

function score(outcomes: readonly Outcome[]): Score {
  const count = (kind: Outcome['kind']) => outcomes.filter((outcome) => outcome.kind === kind).length;
  const [tp, fp, fn] = [count('tp'), count('fp'), count('fn')];
  const precision = tp + fp === 0 ? 1 : tp / (tp + fp);
  const recall = tp + fn === 0 ? 1 : tp / (tp + fn);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1, tp, fp, fn };
}

function scoreBy(outcomes: readonly Outcome[], keyOf: (outcome: Outcome) => string): Record<string, Score> {
  const groups = Map.groupBy(outcomes, keyOf);
  return Object.fromEntries(
    [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, group]) => [key, score(group)]),
  );
}

function contextOf(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - 60), start);
  const after = text.slice(end, end + 60);
  return `${before}[${text.slice(start, end)}]${after}`.replace(/\s+/g, ' ');
}
