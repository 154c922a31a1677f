import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readFeed } from '../../../tools/feed/read-feed.ts';
import { serveFolder, type ServedFolder } from '../../../tools/feed/serve-folder.ts';
import { makeSigningKey, publicHalf, type SigningKey } from '../../../tools/feed/signing-key.ts';
import { NOW, REGISTRY, signedBy } from './sample-feed.ts';

let folder: string;
let server: ServedFolder;
let key: SigningKey;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ancrage-served-'));
  mkdirSync(join(folder, 'feed'));
  key = await makeSigningKey();
  writeFileSync(join(folder, 'secret.json'), '{}');
  writeFileSync(join(folder, 'feed/feed.json'), await signedBy([key]));
  writeFileSync(join(folder, 'feed', REGISTRY.entry.file), REGISTRY.bytes);
  writeFileSync(join(folder, 'feed/index.html'), '<!doctype html><title>Ancrage</title>');
  writeFileSync(join(folder, 'feed/LICENCE.txt'), 'Licence');
  server = await serveFolder(join(folder, 'feed'), 0);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const header = async (path: string, name: string) => (await fetch(server.url(path))).headers.get(name);

describe('the server for development', () => {
  it('serves a feed that the code of the extension takes', async () => {
    const from = server.url('/feed.json');
    const { manifest, fetched } = await readFeed({
      from,
      keys: [publicHalf(key)],
      extensionVersion: '0.1.0',
      now: NOW,
    });
    expect(manifest.registry).toEqual(REGISTRY.entry);
    expect(fetched.announced).toBe(1);
  });

  it('lets what never changes be kept for ever, and the rest be asked for again', async () => {
    expect(await header(`/${REGISTRY.entry.file}`, 'cache-control')).toBe('public, max-age=31536000, immutable');
    for (const path of ['/feed.json', '/'])
      expect(await header(path, 'cache-control')).toBe('public, max-age=300, must-revalidate');
  });

  it('answers 304 to who has it already', async () => {
    const etag = (await header('/feed.json', 'etag')) ?? '';
    expect(etag).not.toBe('');
    const again = await fetch(server.url('/feed.json'), { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('lets an extension read it, which has no permission for its host', async () => {
    expect(await header('/feed.json', 'access-control-allow-origin')).toBe('*');
    expect(await header('/feed.json', 'access-control-expose-headers')).toBe('ETag, Retry-After');
    const preflight = await fetch(server.url('/feed.json'), { method: 'OPTIONS' });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toBe('If-None-Match');
  });

  it.each([
    ['/', 'text/html;charset=utf-8'],
    ['/feed.json', 'application/json'],
    ['/LICENCE.txt', 'text/plain;charset=utf-8'],
  ])('names what %s is', async (path, type) => {
    expect(await header(path, 'content-type')).toBe(type);
  });

  it('has nothing but the folder, and changes nothing', async () => {
    expect((await fetch(server.url('/nothing.json'))).status).toBe(404);
    expect((await fetch(server.url('/feed.json'), { method: 'PUT', body: '{}' })).status).toBe(405);
    for (const path of [
      '/../secret.json',
      '/%2e%2e/secret.json',
      '/..%2fsecret.json',
      '/%2e%2e%2fsecret.json',
      '//secret.json',
      '/%',
    ]) {
      expect(await rawStatus(path)).toBe(404);
    }
    expect(await rawStatus('//')).toBe(200);
  });
});

/** The status of a path as it is: `fetch` would tidy it up. */
function rawStatus(path: string): Promise<number> {
  const { port } = new URL(server.url('/'));
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
    });
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('end', () => {
      resolve(Number(answer.split(' ')[1]));
    });
    socket.on('error', reject);
  });
}
