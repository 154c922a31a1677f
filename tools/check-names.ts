import { findMentions } from '../domain/detection/find-mentions.ts';
import { compileMatcher } from '../domain/detection/matcher.ts';
import { buildNameIndex } from '../domain/registry/name-index.ts';
import type { Registry } from '../domain/registry/registry.ts';
import { wordKey } from '../domain/registry/word-list.ts';
import type { Problem } from './assemble-registry.ts';

/**
 * Holds names to their rules: one provider a name, and every ambiguous one told apart by its own examples.
 * In: a registry. Out: the problems found.
 */
export function checkNames(registry: Registry): Problem[] {
  return [...checkClaims(registry), ...checkExamples(registry)];
}

function checkClaims(registry: Registry): Problem[] {
  const problems: Problem[] = [];
  const claims = new Map<string, string>();
  for (const provider of Object.values(registry.providers)) {
    const file = `providers/${provider.id}.json`;
    const own = new Set<string>();
    for (const [index, alias] of provider.aliases.entries()) {
      const key = `${wordKey(alias.text)} ${alias.case === 'exact' ? alias.text : ''}`;
      const other = claims.get(wordKey(alias.text));
      if (other !== undefined && other !== provider.id) {
        problems.push({
          file,
          field: `aliases.${index}.text`,
          message: `"${alias.text}" is claimed by ${other} too: leave it to one of the two`,
        });
      }
      if (own.has(key))
        problems.push({ file, field: `aliases.${index}.text`, message: `"${alias.text}" stands twice: remove one` });
      own.add(key);
      claims.set(wordKey(alias.text), provider.id);
    }
  }
  return problems;
}

/** The sentences of an ambiguous alias, read with the whole name index as a page would be. */
function checkExamples(registry: Registry): Problem[] {
  const matcher = compileMatcher(buildNameIndex(registry));
  const problems: Problem[] = [];
  for (const provider of Object.values(registry.providers)) {
    for (const [index, alias] of provider.aliases.entries()) {
      if (alias.ambiguous === undefined) continue;
      const isFound = (sentence: string) =>
        findMentions(sentence, matcher).some(
          (mention) =>
            mention.provider === provider.id &&
            mention.confidence === 'sure' &&
            // A longer name of the same provider may have won: "Atos France" over "Atos".
            wordKey(sentence.slice(mention.start, mention.end)).includes(wordKey(alias.text)),
        );
      const say = (kind: 'provider' | 'other', number: number, message: string) => {
        problems.push({
          file: `providers/${provider.id}.json`,
          field: `aliases.${index}.ambiguous.examples.${kind}.${number}`,
          message,
        });
      };
      for (const [number, sentence] of alias.ambiguous.examples.provider.entries()) {
        if (!isFound(sentence))
          say('provider', number, `"${alias.text}" is not recognised in it: add a confirming word`);
      }
      for (const [number, sentence] of alias.ambiguous.examples.other.entries()) {
        if (!wordKey(sentence).includes(wordKey(alias.text))) say('other', number, `does not contain "${alias.text}"`);
        if (isFound(sentence))
          say('other', number, `"${alias.text}" is taken for the provider in it: add an excluding word`);
      }
    }
  }
  return problems;
}
