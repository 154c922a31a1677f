import type { Registry } from '../domain/registry/registry.ts';
import { citationsIn, type Problem } from './assemble-registry.ts';

/**
 * Holds dates to what they can be: nobody has looked, and nothing has happened, on a day ahead; nothing ends before it begins.
 * In: a registry and the ISO day on which it is checked. Out: the problems found, each with file and field.
 */
export function checkDates(registry: Registry, today: string): Problem[] {
  const problems: Problem[] = [];
  const notAhead = (file: string, field: string, date: string | undefined) => {
    if (date !== undefined && date > today)
      problems.push({ file, field, message: `${date} lies in the future: correct it` });
  };
  const lookedUp = (file: string, part: unknown) => {
    for (const { source, checkedOn } of citationsIn(part)) notAhead(file, `sources.${source}.checkedOn`, checkedOn);
    for (const { field, day } of searchesIn(part, '')) notAhead(file, field, day);
  };
  for (const [name, provider] of Object.entries(registry.providers)) {
    const file = `providers/${name}.json`;
    lookedUp(file, provider);
    for (const [index, event] of provider.events.entries()) notAhead(file, `events.${index}.on`, event.on);
    for (const [index, { qualifications }] of provider.offerings.entries()) {
      for (const [number, fact] of qualifications.entries()) {
        if (!('value' in fact)) continue;
        const { from, until, listOf } = fact.value;
        const field = `offerings.${index}.qualifications.${number}.value`;
        notAhead(file, `${field}.listOf`, listOf);
        if (from !== undefined && until !== undefined && until < from)
          problems.push({
            file,
            field: `${field}.until`,
            message: `${until} is before ${from}: correct one of the two`,
          });
      }
    }
  }
  for (const part of ['laws', 'schemes', 'countries'] as const) lookedUp(`${part}.json`, registry[part]);
  for (const [index, { country, from, until }] of registry.countries.adequacy.entries()) {
    const field = `adequacy.${index}`;
    if (from === undefined)
      problems.push({
        file: 'countries.json',
        field: `${field}.from`,
        message: `is missing for ${country}: say since when the decision runs`,
      });
    else if (until !== undefined && until < from)
      problems.push({
        file: 'countries.json',
        field: `${field}.until`,
        message: `${until} is before ${from}: correct one of the two`,
      });
  }
  for (const [id, source] of Object.entries(registry.sources)) notAhead('sources.json', `${id}.date`, source.date);
  return problems;
}

/** In: any part of a registry and its path. Out: the day of each search that found nothing, with its path. */
function searchesIn(part: unknown, field: string): { field: string; day: string }[] {
  if (part === null || typeof part !== 'object') return [];
  return Object.entries(part).flatMap(([key, value]) => {
    const path = field === '' ? key : `${field}.${key}`;
    return key === 'searchedOn' ? [{ field: path, day: String(value) }] : searchesIn(value, path);
  });
}
