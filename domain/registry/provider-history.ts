/** What may have become of a provider. */
export const STATUS_STATES = ['active', 'renamed', 'merged', 'closed', 'announced'] as const;

/** What may have happened to it. */
export const EVENT_KINDS = [
  'creation',
  'launch',
  'renaming',
  'ownership',
  'acquisition',
  'insolvency',
  'closure',
  'data-move',
  'court-order',
  'qualification-won',
  'qualification-lost',
  'qualification-step',
  'award',
  'incident',
  'statement',
  'other',
] as const;
