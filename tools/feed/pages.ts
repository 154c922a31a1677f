/** The files of a published folder that are made for people and for other programs. */
export const PAGES = {
  index: 'index.html',
  schema: 'registry.schema.json',
  atom: { fr: 'changes.fr.atom', en: 'changes.en.atom' },
  licence: 'LICENCE.txt',
} as const;
