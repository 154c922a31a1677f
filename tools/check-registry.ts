import * as v from 'valibot';

import { PortalsSchema } from '../domain/registry/reference.ts';
import type { Registry } from '../domain/registry/registry.ts';
import { IdSchema } from '../domain/registry/text.ts';
import { assembleRegistry, citationsIn, type Edition, type Problem } from './assemble-registry.ts';
import { checkDates } from './check-dates.ts';
import { checkLocations } from './check-locations.ts';
import { checkNames } from './check-names.ts';
import { checkRequirementSets } from './check-requirement-sets.ts';
import { checkWording } from './check-wording.ts';
import { formatJson } from './format-json.ts';
import { SHARED_FILES, type RawData } from './read-data.ts';

/**
 * Every rule that the data set is held to.
 * In: the raw data, the edition, the ISO day on which it is checked, and each file's text as it stands on disk.
 * Out: the problems found, each with file, field and remedy; none when all is well.
 */
export function checkRegistry(
  raw: RawData,
  edition: Edition,
  today: string,
  texts: ReadonlyMap<string, string>,
): Problem[] {
  const assembled = assembleRegistry(raw, edition);
  if ('problems' in assembled) return assembled.problems;
  const { registry } = assembled;
  return [
    ...checkPortals(raw),
    ...checkPriority(raw, registry),
    ...checkRequirementSets(raw.shared.requirements, registry),
    ...checkFileNames(registry),
    ...checkReferences(registry),
    ...checkSourcesUsed(registry, raw.shared.requirements),
    ...checkDates(registry, today),
    ...checkLocations(registry),
    ...checkNames(registry),
    ...checkWording(registry),
    ...checkFormat(raw, texts),
  ];
}

function checkPortals(raw: RawData): Problem[] {
  const result = v.safeParse(PortalsSchema, raw.shared.portals);
  if (result.success) return [];
  return result.issues.map((issue) => ({
    file: 'portals.json',
    field: v.getDotPath(issue) ?? '',
    message: issue.message,
  }));
}

function checkPriority(raw: RawData, registry: Registry): Problem[] {
  const file = 'priority.json';
  const result = v.safeParse(v.array(IdSchema), raw.shared.priority);
  if (!result.success)
    return result.issues.map((issue) => ({ file, field: v.getDotPath(issue) ?? '', message: issue.message }));
  return result.output
    .filter((id) => !(id in registry.providers))
    .map((id) => ({ file, field: id, message: 'is no provider: add its file or remove it' }));
}

function checkFileNames(registry: Registry): Problem[] {
  return Object.entries(registry.providers)
    .filter(([name, provider]) => provider.id !== name)
    .map(([name, provider]) => ({
      file: `providers/${name}.json`,
      field: 'id',
      message: `is "${provider.id}": name the file ${provider.id}.json, or give the id of the file`,
    }));
}

function checkReferences(registry: Registry): Problem[] {
  const problems: Problem[] = [];
  for (const [name, provider] of Object.entries(registry.providers)) {
    const file = `providers/${name}.json`;
    const missing = (field: string, id: string | undefined, among: object, where: string) => {
      if (id !== undefined && !(id in among))
        problems.push({ file, field, message: `"${id}" is not in ${where}: add it there or correct the id` });
    };
    missing('group', provider.group, registry.providers, 'providers/');
    if ('value' in provider.status)
      missing('status.value.successor', provider.status.value.successor, registry.providers, 'providers/');
    if ('value' in provider.exposures) {
      for (const [index, exposure] of provider.exposures.value.entries()) {
        missing(`exposures.value.${index}.law`, exposure.law, registry.laws, 'laws.json');
      }
    }
    const seen = new Set<string>();
    for (const [index, offering] of provider.offerings.entries()) {
      if (seen.has(offering.id))
        problems.push({
          file,
          field: `offerings.${index}.id`,
          message: `"${offering.id}" stands twice: give each offering its own id`,
        });
      seen.add(offering.id);
      for (const [number, fact] of offering.qualifications.entries()) {
        if (!('value' in fact)) continue;
        const field = `offerings.${index}.qualifications.${number}.value`;
        missing(`${field}.scheme`, fact.value.scheme, registry.schemes, 'schemes.json');
        if (fact.value.state === 'in-progress' && fact.value.step === undefined)
          problems.push({ file, field: `${field}.step`, message: 'is missing: say which step is reached' });
        if (fact.value.state === 'absent' && fact.value.listOf === undefined)
          problems.push({
            file,
            field: `${field}.listOf`,
            message: 'is missing: say the date of the list that was searched',
          });
      }
    }
  }
  return problems;
}

function checkSourcesUsed(registry: Registry, requirements: unknown): Problem[] {
  const used = new Set<string>();
  const problems: Problem[] = [];
  const parts = [
    ...Object.entries(registry.providers).map(([name, provider]) => [`providers/${name}.json`, provider] as const),
    ['laws.json', registry.laws] as const,
    ['schemes.json', registry.schemes] as const,
    ['countries.json', registry.countries] as const,
    ['requirements.json', requirements] as const,
  ];
  for (const [file, part] of parts) {
    for (const { source } of citationsIn(part)) {
      used.add(source);
      if (!(source in registry.sources))
        problems.push({
          file,
          field: 'sources',
          message: `"${source}" is not in sources.json: add it there or correct the id`,
        });
    }
  }
  const addresses = new Map<string, string>();
  for (const [id, source] of Object.entries(registry.sources)) {
    if (!used.has(id)) problems.push({ file: 'sources.json', field: id, message: 'is cited by no fact: remove it' });
    const twin = addresses.get(source.url);
    if (twin !== undefined)
      problems.push({ file: 'sources.json', field: id, message: `has the address of "${twin}": keep one of the two` });
    addresses.set(source.url, id);
    // The stores' reviewers look for addresses of scripts, since none may be loaded from elsewhere.
    if (/\.m?js$/.test(source.url))
      problems.push({
        file: 'sources.json',
        field: `${id}.url`,
        message: 'is the address of a script: cite its folder',
      });
    if (source.readThrough !== undefined && /(?:^|[.-])r?proxy\b|\/nph-/.test(source.readThrough))
      problems.push({
        file: 'sources.json',
        field: `${id}.readThrough`,
        message: 'leads through a web proxy: name a lasting copy, or say in the note that a copy was read',
      });
  }
  return problems;
}

/** Parsed and written again, a file is the same to the byte: so a change shows in a diff as what it is. */
function checkFormat(raw: RawData, texts: ReadonlyMap<string, string>): Problem[] {
  const files = new Map<string, unknown>([
    ...[...raw.providers].map(([name, value]) => [`providers/${name}.json`, value] as const),
    ...SHARED_FILES.map((name) => [`${name}.json`, raw.shared[name]] as const),
  ]);
  return [...files]
    .filter(([file, value]) => texts.get(file) !== formatJson(file, value))
    .map(([file]) => ({ file, field: '', message: 'is not in the canonical format: run "npm run registry:format"' }));
}
