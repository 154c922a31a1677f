import { toJsonSchema } from '@valibot/to-json-schema';

import { AliasSchema } from '../../domain/registry/alias.ts';
import { LocationSchema, OfferingSchema, QualificationSchema } from '../../domain/registry/offering.ts';
import { EventSchema, ProviderSchema } from '../../domain/registry/provider.ts';
import { LawSchema, SchemeSchema } from '../../domain/registry/reference.ts';
import { RegistrySchema } from '../../domain/registry/registry.ts';
import { CitationSchema, SourceSchema } from '../../domain/registry/source.ts';
import { LocalizedTextSchema } from '../../domain/registry/text.ts';

/** What has a name of its own, so that the schema says it once. */
const DEFINITIONS = {
  provider: ProviderSchema,
  offering: OfferingSchema,
  location: LocationSchema,
  qualification: QualificationSchema,
  event: EventSchema,
  alias: AliasSchema,
  law: LawSchema,
  scheme: SchemeSchema,
  source: SourceSchema,
  citation: CitationSchema,
  localizedText: LocalizedTextSchema,
};

/**
 * The schema of a registry's file, for programs of other people (JSON Schema, draft 2020-12).
 * Out: JSON. What JSON Schema cannot say (that a date exists, that an address is public) is left out: it lets through all
 * that the extension takes, and a little more.
 */
export function registryJsonSchema(): string {
  const schema = toJsonSchema(RegistrySchema, {
    target: 'draft-2020-12',
    errorMode: 'ignore',
    definitions: DEFINITIONS,
  });
  const title = 'Ancrage registry: cloud providers named in public procurement, as sourced and dated facts';
  return `${JSON.stringify({ ...schema, title }, null, 1)}\n`;
}
