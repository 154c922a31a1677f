import { createHash, createPublicKey, verify } from 'node:crypto';

/**
 * A second reading of the feed's signature, written from RFC 7515 (JWS), RFC 8037 (Ed25519 in JOSE), RFC 8410 (the key's
 * DER form) and RFC 4648 (base64url) alone. It shares no line and no library with the extension's: where the two disagree
 * about any feed, one of them is wrong.
 */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** RFC 4648, section 5, without padding (RFC 7515, section 2). In: text. Out: bytes; null where it is not written in its one way. */
export function base64urlBytes(text: string): Buffer | null {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of text) {
    const value = ALPHABET.indexOf(letter);
    if (value === -1) return null;
    held = (held << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push(held >> bits);
      held &= (1 << bits) - 1;
    }
  }
  // One letter too many, or bits beyond the last byte that are not zero.
  return bits >= 6 || held !== 0 ? null : Buffer.from(bytes);
}

/** RFC 8410, section 4: an Ed25519 public key is these twelve bytes and its own thirty-two. */
const DER = Buffer.from('302a300506032b6570032100', 'hex');

/** RFC 8037, section 3.1. In: the signing input, the signature and the key (`x`), as a JWS writes them. Out: whether they belong together. */
export function isSignedBy(signingInput: string, signature: string, x: string): boolean {
  const [key, signed] = [base64urlBytes(x), base64urlBytes(signature)];
  if (key?.length !== 32 || signed?.length !== 64) return false;
  const publicKey = createPublicKey({ key: Buffer.concat([DER, key]), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(signingInput, 'ascii'), publicKey, signed);
}

/** RFC 7638 for an Ed25519 key (RFC 8037, appendix A.3): the hash of its required members in the order of their names. */
export function thumbprint(x: string): string {
  const digest = createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest();
  let text = '';
  for (let place = 0; place < digest.length; place += 3) {
    const three = [0, 1, 2].map((next) => digest[place + next] ?? 0);
    const value = ((three[0] ?? 0) << 16) | ((three[1] ?? 0) << 8) | (three[2] ?? 0);
    const letters = Math.min(digest.length - place, 3) + 1;
    for (let letter = 0; letter < letters; letter += 1) text += ALPHABET[(value >> (18 - 6 * letter)) & 63];
  }
  return text;
}

const SIGNATURE = /\{"protected":"([A-Za-z0-9_-]+)","signature":"([A-Za-z0-9_-]+)"\}/;
/** The one spelling of a feed: RFC 7515, section 7.2.1, with nothing in between and one line break at the end. */
const FEED = new RegExp(
  `^\\{"payload":"([A-Za-z0-9_-]+)","signatures":\\[(${SIGNATURE.source}(?:,${SIGNATURE.source}){0,3})\\]\\}\n$`,
);

export interface TrustedKey {
  kid: string;
  x: string;
}

/**
 * Verifies a feed. In: the bytes of `feed.json` and the keys trusted. Out: the payload's text; null where it does not hold.
 * At least one signature must be by a trusted key, none by a trusted key may be wrong, and each header says exactly
 * `alg`, `kid` and `typ`.
 */
export function verifiedPayload(bytes: Uint8Array, trusted: readonly TrustedKey[]): string | null {
  const match = FEED.exec(Buffer.from(bytes).toString('latin1'));
  if (match === null) return null;
  const [, payload = '', list = ''] = match;
  const signatures = [...list.matchAll(new RegExp(SIGNATURE, 'g'))].map(([, header = '', signature = '']) => ({
    header,
    signature,
    kid: kidOf(header),
  }));
  const kids = signatures.map(({ kid }) => kid);
  if (kids.includes(null) || new Set(kids).size !== kids.length) return null;
  if (signatures.some(({ signature }) => base64urlBytes(signature)?.length !== 64)) return null;
  const known = signatures.flatMap(({ kid, ...rest }) => {
    const key = trusted.find((one) => one.kid === kid);
    return key === undefined ? [] : [{ ...rest, x: key.x }];
  });
  const holds = known.every(({ header, signature, x }) => isSignedBy(`${header}.${payload}`, signature, x));
  if (known.length === 0 || !holds) return null;
  const text = base64urlBytes(payload);
  return text === null ? null : text.toString('utf8');
}

function kidOf(header: string): string | null {
  const bytes = base64urlBytes(header);
  if (bytes === null) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const members = JSON.parse(text) as Record<string, unknown>;
    const names = Object.keys(members).toSorted().join();
    const isOurs = names === 'alg,kid,typ' && members['alg'] === 'EdDSA' && members['typ'] === 'ancrage-feed+jws';
    return isOurs && typeof members['kid'] === 'string' ? members['kid'] : null;
  } catch {
    return null;
  }
}

/** Whether a file is the one that a manifest names. In: its bytes, and the manifest's entry. */
export function isNamedFile(bytes: Uint8Array, entry: { size: number; sha256: string }): boolean {
  return bytes.length === entry.size && createHash('sha256').update(bytes).digest('hex') === entry.sha256;
}
