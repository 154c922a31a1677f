import { LANGUAGE_CHOICES, LONGEST_HOVER_DELAY, MARKING_CHOICES } from '../domain/settings/page-settings.ts';
import { SETTING_KEYS } from '../domain/settings/settings.ts';
import { CERTAINTY_CHOICES, MODIFIER_KEYS, THEME_CHOICES } from '../domain/settings/page-settings.ts';
import type { PolicyKey } from '../domain/settings/policy.ts';

/** What Chrome understands of JSON Schema in a `storage.managed_schema`: every value has a type, objects and arrays say of what. */
interface Property {
  title: string;
  description: string;
  type: 'string' | 'boolean' | 'integer' | 'array' | 'object';
  enum?: readonly string[];
  minimum?: number;
  maximum?: number;
  items?: object;
  additionalProperties?: object;
}

const HOSTS = { type: 'array', items: { type: 'string' } } as const;

const TEXT = { type: 'string' } as const;
const WORDS = { date: TEXT, source: TEXT } as const;

/** Every key of a policy, in the order in which the documentation has them. */
export const POLICY_PROPERTIES: Record<PolicyKey, Property> = {
  marking: {
    title: 'Marking',
    description: 'on, list (no marks in the page) or off.',
    type: 'string',
    enum: MARKING_CHOICES,
  },
  certainty: {
    title: 'Certainty',
    description: 'Sure names only, or possible ones too.',
    type: 'string',
    enum: CERTAINTY_CHOICES,
  },
  hoverDelay: {
    title: 'Hover delay',
    description: 'In milliseconds.',
    type: 'integer',
    minimum: 0,
    maximum: LONGEST_HOVER_DELAY,
  },
  modifierKey: {
    title: 'Modifier key',
    description: 'Held for a card to open under the pointer.',
    type: 'string',
    enum: MODIFIER_KEYS,
  },
  requirementSet: {
    title: 'Requirement set',
    description: 'The id of a requirement set, as in the options page.',
    type: 'string',
  },
  language: { title: 'Language', description: 'browser, or one language.', type: 'string', enum: LANGUAGE_CHOICES },
  theme: { title: 'Theme', description: 'system, light or dark.', type: 'string', enum: THEME_CHOICES },
  updates: { title: 'Updates', description: 'Whether the data is refreshed from the feed.', type: 'boolean' },
  everySite: {
    title: 'Every site',
    description: 'Annotate every site to which the browser gives access.',
    type: 'boolean',
  },
  sitesAdded: { title: 'Sites added', description: 'Hosts to annotate beside the listed portals.', ...HOSTS },
  sitesBlocked: {
    title: 'Sites blocked',
    description: 'Hosts that are never annotated, nor anything below them.',
    ...HOSTS,
  },
  locked: {
    title: 'Locked settings',
    description: 'Settings that the reader may not change.',
    type: 'array',
    items: { type: 'string', enum: SETTING_KEYS },
  },
  feedUrl: {
    title: 'Feed address',
    description: 'https address of the organisation’s own feed manifest.',
    type: 'string',
  },
  feedKeys: {
    title: 'Feed keys',
    description: 'Ed25519 public keys that sign it: id and x (RFC 8037).',
    type: 'array',
    items: { type: 'object', properties: { kid: { type: 'string' }, x: { type: 'string' } } },
  },
  welcome: { title: 'Welcome page', description: 'False: no welcome page at the installation.', type: 'boolean' },
  organisation: {
    title: 'Organisation',
    description: 'Its name, shown beside what it set and what it notes.',
    type: 'string',
  },
  overlay: {
    title: 'Internal notes',
    description: 'The organisation’s own notes and facts, by provider id; shown as internal.',
    type: 'object',
    additionalProperties: {
      type: 'object',
      properties: {
        note: TEXT,
        facts: { type: 'array', items: { type: 'object', properties: { ...WORDS, label: TEXT, value: TEXT } } },
        ...WORDS,
      },
    },
  },
};

/** The schema that the Chrome extension declares. Out: JSON, as `storage.managed_schema` wants it. */
export function managedSchema(): string {
  const schema = {
    $schema: 'http://json-schema.org/draft-03/schema#',
    type: 'object',
    properties: POLICY_PROPERTIES,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
