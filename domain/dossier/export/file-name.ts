import { plainLine } from '../plain-line.ts';

/** What Windows keeps for its devices, with or without an extension. */
const DEVICES = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;
const LONGEST = 100;

/**
 * Names a file after a dossier, so that Windows, macOS and Linux take it.
 * In: the dossier's name, what to call one that has none, the extension without its dot. Out: the file's name.
 */
export function fileNameOf(name: string, otherwise: string, extension: string): string {
  const stem = stemOf(name);
  return `${stem === '' ? stemOf(otherwise) : stem}.${extension}`;
}

function stemOf(name: string): string {
  const kept = plainLine(name)
    .normalize('NFC')
    .replace(/[<>:"/\\|?*]+/g, '-')
    .replace(/\s+/g, ' ');
  // Not in the middle of a surrogate pair; Windows drops dots and spaces at the end, and hides nothing at the start.
  const cut = kept.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '');
  const bare = cut.replace(/^[-. ]+|[-. ]+$/g, '');
  return bare.replace(DEVICES, '$&_');
}
