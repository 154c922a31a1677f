import { describe, expect, it } from 'vitest';

import { makeSigningKey } from '../../../tools/feed/signing-key.ts';
import { base64urlBytes, isSignedBy, thumbprint, verifiedPayload } from './independent-verifier.ts';
import { MANIFEST, signedBy } from './sample-feed.ts';

/** RFC 8037, appendices A.2 to A.5. */
const RFC_8037 = {
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  thumbprint: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
  header: '{"alg":"EdDSA"}',
  payload: 'Example of Ed25519 signing',
  signingInput: 'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc',
  signature: 'hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg',
};

/** RFC 4648, section 10, without padding. */
const BASE64 = { '': '', Zg: 'f', Zm8: 'fo', Zm9v: 'foo', Zm9vYg: 'foob', Zm9vYmE: 'fooba', Zm9vYmFy: 'foobar' };

describe('the second verifier, on what the RFCs publish', () => {
  it('decodes the test vectors of base64', () => {
    for (const [text, bytes] of Object.entries(BASE64)) expect(base64urlBytes(text)?.toString('latin1')).toBe(bytes);
    expect(base64urlBytes('-_8')?.toString('hex')).toBe('fbff');
  });

  it.each(['Zh', 'Zm9', 'Z', 'Zg==', 'Zm9v+', 'Zm9v/', 'Zm 9v', 'Zm9v\n'])(
    'refuses %j, which is no base64url',
    (text) => {
      expect(base64urlBytes(text)).toBe(null);
    },
  );

  it('verifies the JWS of RFC 8037, appendix A.4', () => {
    const { x, header, payload, signingInput, signature } = RFC_8037;
    expect(signingInput.split('.').map((part) => base64urlBytes(part)?.toString())).toEqual([header, payload]);
    expect(isSignedBy(signingInput, signature, x)).toBe(true);
  });

  it('refuses it with any letter changed', () => {
    const { x, signingInput, signature } = RFC_8037;
    const changed = (text: string, place: number) =>
      `${text.slice(0, place)}${text[place] === 'A' ? 'B' : 'A'}${text.slice(place + 1)}`;
    for (let place = 0; place < signingInput.length; place += 1) {
      expect(isSignedBy(changed(signingInput, place), signature, x)).toBe(false);
    }
    for (let place = 0; place < signature.length; place += 1) {
      expect(isSignedBy(signingInput, changed(signature, place), x)).toBe(false);
    }
  });

  it('computes the thumbprint of RFC 8037, appendix A.3, which the key tool names keys by', async () => {
    expect(thumbprint(RFC_8037.x)).toBe(RFC_8037.thumbprint);
    const key = await makeSigningKey();
    expect(key.kid).toBe(thumbprint(key.x));
  });
});

describe('the second verifier, on what the tools sign', () => {
  it('reads the manifest that was signed, by one key and by two', async () => {
    const [old, fresh] = [await makeSigningKey('old'), await makeSigningKey('new')];
    for (const keys of [[old], [fresh], [old, fresh]]) {
      const feed = await signedBy(keys);
      for (const key of keys) {
        expect(JSON.parse(verifiedPayload(feed, [key]) ?? 'null')).toEqual(MANIFEST);
      }
    }
  });

  it('reads nothing that a key it does not trust has signed', async () => {
    const [mine, other] = [await makeSigningKey('one'), await makeSigningKey('one')];
    expect(verifiedPayload(await signedBy([other]), [mine])).toBe(null);
    expect(verifiedPayload(await signedBy([await makeSigningKey('two')]), [mine])).toBe(null);
    expect(verifiedPayload(await signedBy([mine]), [])).toBe(null);
  });
});
