/** The words of the published pages: what stands around the facts. The facts themselves have theirs in `_locales`. */
export interface IndexWords {
  language: 'fr' | 'en';
  title: string;
  lead: string;
  otherLanguage: string;
  version: (version: number, date: string) => string;
  holds: string;
  counts: {
    providers: string;
    offerings: string;
    qualifications: string;
    known: string;
    unknown: string;
    notReviewed: string;
    sources: string;
  };
  changes: string;
  since: (version: number, date: string) => string;
  noChange: string;
  notCompared: string;
  columns: { provider: string; offering: string; fact: string; before: string; after: string };
  nothing: string;
  files: string;
  registry: string;
  previous: (version: string) => string;
  schema: string;
  feed: string;
  log: string;
  atom: string;
  licence: string;
  reuse: string;
  caution: string;
  size: (bytes: number) => string;
  entry: (version: number, date: string) => string;
  entrySummary: (changes: number) => string;
}

const FR: IndexWords = {
  language: 'fr',
  title: 'Registre Ancrage',
  lead: 'Où sont les données, quelle loi peut les atteindre, quelles qualifications\u00a0: trois faits sur les fournisseurs de cloud nommés dans les marchés publics, chacun avec sa source et sa date. Ce dossier alimente l’extension de navigateur Ancrage\u00a0; chacun peut le lire et le réutiliser.',
  otherLanguage: 'In English',
  version: (version, date) => `Version ${version} du ${date}`,
  holds: 'Ce que contient le registre',
  counts: {
    providers: 'fournisseurs',
    offerings: 'offres',
    qualifications: 'qualifications en cours ou passées',
    known: 'faits connus, avec leur source',
    unknown: 'faits cherchés et non trouvés',
    notReviewed: 'faits non examinés',
    sources: 'sources publiques',
  },
  changes: 'Ce qui a changé',
  since: (version, date) => `Depuis la version ${version} du ${date}`,
  noChange: 'Aucun fait n’a changé depuis la version précédente.',
  notCompared: 'Il n’y a pas de version précédente à laquelle comparer celle-ci.',
  columns: { provider: 'Fournisseur', offering: 'Offre', fact: 'Fait', before: 'Avant', after: 'Maintenant' },
  nothing: '—',
  files: 'Fichiers',
  registry: 'le registre entier, en JSON lisible\u00a0; ce fichier ne change jamais',
  previous: (version) => `le registre précédent (${version})`,
  schema: 'le schéma du registre (JSON Schema 2020-12)',
  feed: 'le manifeste signé (JWS, Ed25519) que vérifie l’extension',
  log: 'les changements de chaque version, en JSON',
  atom: 'les changements, à suivre dans un lecteur de flux (Atom)',
  licence: 'la licence',
  reuse:
    'Licence Ouverte 2.0 (Etalab)\u00a0: réutilisation libre, y compris commerciale, en citant «\u00a0Registre Ancrage\u00a0» et la date de la version.',
  caution:
    'Un fait porte la date de sa source et celle de sa vérification. Une qualification dont la date de fin est passée est à revérifier. «\u00a0Non trouvé\u00a0» dit ce que la source consultée ne contient pas, rien de plus.',
  size: (bytes) => `${new Intl.NumberFormat('fr').format(Math.round(bytes / 1000))}\u00a0ko`,
  entry: (version, date) => `Registre Ancrage\u00a0: version ${version} du ${date}`,
  entrySummary: (changes) =>
    changes === 0 ? 'Aucun fait n’a changé.' : changes === 1 ? 'Un fait a changé.' : `${changes} faits ont changé.`,
};

const EN: IndexWords = {
  language: 'en',
  title: 'Ancrage registry',
  lead: 'Where the data is, which law can reach it, what it is qualified for: three facts about the cloud providers named in public procurement, each with its source and its date. This folder feeds the browser extension Ancrage; anybody may read and reuse it.',
  otherLanguage: 'En français',
  version: (version, date) => `Version ${version} of ${date}`,
  holds: 'What the registry holds',
  counts: {
    providers: 'providers',
    offerings: 'offerings',
    qualifications: 'qualifications, running or past',
    known: 'facts known, each with its source',
    unknown: 'facts searched and not found',
    notReviewed: 'facts not reviewed',
    sources: 'public sources',
  },
  changes: 'What changed',
  since: (version, date) => `Since version ${version} of ${date}`,
  noChange: 'No fact has changed since the previous version.',
  notCompared: 'There is no earlier version to compare this one with.',
  columns: { provider: 'Provider', offering: 'Offering', fact: 'Fact', before: 'Before', after: 'Now' },
  nothing: '—',
  files: 'Files',
  registry: 'the whole registry, in readable JSON; this file never changes',
  previous: (version) => `the previous registry (${version})`,
  schema: 'the schema of the registry (JSON Schema 2020-12)',
  feed: 'the signed manifest (JWS, Ed25519) that the extension verifies',
  log: 'what each version changed, in JSON',
  atom: 'the changes, to follow in a feed reader (Atom)',
  licence: 'the licence',
  reuse:
    'Licence Ouverte 2.0 (Etalab): free to reuse, commercially too, provided that “Ancrage registry” and the date of the version are named.',
  caution:
    'A fact bears the date of its source and the date on which it was checked. A qualification whose end has passed is to be re-checked. “Not found” says what the source consulted does not contain, and no more.',
  size: (bytes) => `${new Intl.NumberFormat('en').format(Math.round(bytes / 1000))}\u00a0kB`,
  entry: (version, date) => `Ancrage registry: version ${version} of ${date}`,
  entrySummary: (changes) =>
    changes === 0 ? 'No fact has changed.' : changes === 1 ? 'One fact has changed.' : `${changes} facts have changed.`,
};

/** In the order in which the page has them. */
export const INDEX_WORDS: readonly IndexWords[] = [FR, EN];
