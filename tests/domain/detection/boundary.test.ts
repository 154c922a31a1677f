import { expect, it } from 'vitest';

import { standsAlone } from '../../../domain/detection/boundary.ts';

/** Whether the name in brackets stands alone in the text around it. */
const alone = (marked: string) => {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  return standsAlone(marked.replace('[', '').replace(']', ''), start, end);
};

it.each([
  ['alone in the text', '[OVH]'],
  ['between spaces', 'chez [OVH] à Roubaix'],
  ['before a full stop', 'chez [OVH].'],
  ['before a full stop and a sentence', 'chez [OVH]. Ensuite'],
  ['before a full stop without a space', 'chez [OVH].Ensuite'],
  ['after an elided article', 'd’[OVH]'],
  ['before an English genitive', '[OVH]’s'],
  ['in a compound', 'un serveur [OVH]-certifié'],
  ['at the end of a compound', 'pré-[OVH]'],
  ['in brackets', '([OVH])'],
  ['in guillemets', '«[OVH]»'],
  ['after a question mark turned over', '¿[OVH]?'],
  ['after a colon', 'fournisseur:[OVH]'],
  ['between slashes', 'Azure/[OVH]/Google'],
  ['between spaced slashes', 'Azure / [OVH] / Google'],
  ['beside a symbol outside the basic plane', '😀[OVH]😀'],
  ['in the line after an address', 'https://exemple.fr\n[OVH]'],
  ['before an address', '[OVH] https://exemple.fr'],
  ['after a full stop without a space', 'Fin du lot.[OVH] assure'],
  ['between a hyphen and a number', 'Lot-[OVH]-2'],
])('%s, a name stands alone', (_where, marked) => {
  expect(alone(marked)).toBe(true);
});

it.each([
  ['an accented letter before', 'é[OVH]'],
  ['an accented letter after', '[OVH]é'],
  ['a combining mark', '[OVH]\u0301'],
  ['a Cyrillic letter before', 'я[OVH]'],
  ['a Cyrillic letter after', '[OVH]я'],
  ['a Greek letter', 'λ[OVH]'],
  ['an ideogram', '[OVH]株'],
  ['a digit before', '2[OVH]'],
  ['a digit after', '[OVH]3'],
  ['a superscript digit', '[OVH]²'],
  ['an underscore', '_[OVH]'],
  ['a letter outside the basic plane before', '𝒜[OVH]'],
  ['a letter outside the basic plane after', '[OVH]𝒜'],
])('%s makes it part of another word', (_what, marked) => {
  expect(alone(marked)).toBe(false);
});

it.each([
  ['a host name', '[ovh].com'],
  ['a host name of several labels', '[azure].microsoft.com'],
  ['a host name with a hyphen', '[ovh]-status.fr'],
  ['a host name after www', 'www.[ovh].net'],
  ['a host name in capitals after www', 'WWW.[OVH].NET'],
  ['the last label', 'cloud.[ovh]'],
  ['the host of an address', 'https://[ovh]/'],
  ['a path', 'https://exemple.fr/[azure]'],
  ['the end of a path', 'https://exemple.fr/offre-[azure]'],
  ['a query', 'http://exemple.fr/?a=1&cloud=[azure]'],
  ['a fragment', 'https://exemple.fr/#[azure]'],
  ['a path after www', 'www.exemple.fr/[azure]'],
  ['a path after www in capitals', 'WWW.EXEMPLE.FR/[AZURE]'],
  ['the local part of a mail address', '[orange]@exemple.fr'],
  ['the start of a local part', '[orange]-pro.lyon@exemple.fr'],
  ['the end of a local part', 'jean.[orange]@exemple.fr'],
  ['the host of a mail address', 'x@[orange].fr'],
  ['the end of the host of a mail address', 'x@mail-[orange].fr'],
  ['a Windows path', 'C:\\[ovh]'],
  ['a folder whose name begins with a dot', '.[github]/workflows'],
  ['the reference of a file', 'marché 2017-[GCP]-013'],
])('%s is no mention', (_what, marked) => {
  expect(alone(marked)).toBe(false);
});
