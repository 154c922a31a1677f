import { gzipSync } from 'node:zlib';
import { endless, HELD, installation, NEXT, nextFile, publish, publishRaw, type Fault } from './broken-feed.ts';
import { file } from './loopback-feed.ts';

/** What can be wrong with the registry that a good manifest names, and with keeping it. */
export const REGISTRY_FAULTS: Fault[] = [
  ['a registry that is not there', 'http-status', () => nextFile((_, response) => response.writeHead(404).end())],
  [
    'the registry of another version under the new name',
    'size-mismatch',
    () => nextFile(file(Buffer.from(JSON.stringify({ ...HELD, date: '2026-11-2' })))),
  ],
  [
    'one letter of the registry changed',
    'hash-mismatch',
    () => nextFile(file(Buffer.from(JSON.stringify(NEXT).replace('"dune"', '"lune"')))),
  ],
  ['a registry without end', 'too-large', () => nextFile(endless)],
  ['a registry announced as too large', 'too-large', () => publishRaw(Buffer.alloc(2_000_001, ' '))],
  [
    'a registry that unpacks into more',
    'too-large',
    () => nextFile(file(gzipSync(Buffer.alloc(20_000_000, ' ')), { 'content-encoding': 'gzip' })),
  ],
  ['a registry as a web page', 'wrong-type', () => nextFile(file('<p>', { 'content-type': 'text/html' }))],
  ['a mix of two versions', 'other-version', () => publishRaw(HELD, 3)],
  ['a registry that is not JSON', 'not-a-registry', () => publishRaw(Buffer.from('registry'))],
  ['a registry that is not UTF-8', 'not-a-registry', () => publishRaw(Buffer.from([0x7b, 0xff, 0x7d]))],
  ['lists within lists without end', 'not-a-registry', () => publishRaw(Buffer.from('['.repeat(1_000_000)))],
  ['another format of registry', 'not-a-registry', () => publishRaw({ ...NEXT, format: 2 })],
  ['a registry without countries', 'not-a-registry', () => publishRaw({ ...NEXT, countries: undefined })],
  [
    'a provider that stands twice',
    'duplicate-key',
    () => publishRaw(Buffer.from(JSON.stringify(NEXT).replace('"brume":', '"aube":'))),
  ],
  [
    'fewer than half the providers',
    'too-few-providers',
    () => publish({ ...NEXT, providers: { aube: NEXT.providers['aube']!, brume: NEXT.providers['brume']! } }),
  ],
  [
    'more than half of them unreadable, and said to be meant',
    'too-few-providers',
    () => {
      const strange = Object.fromEntries(
        Object.entries(NEXT.providers).map(([id, one], place) => [id, place > 0 ? { ...one, kind: 'nebula' } : one]),
      );
      publishRaw({ ...NEXT, providers: strange }, 3, { fewerProviders: true });
    },
  ],
  [
    'a full disk',
    'not-stored',
    () => {
      publish(NEXT);
      installation.storage.beforeSet = (values) => {
        if ('feed.file' in values) throw new Error('QUOTA_BYTES quota exceeded');
      };
    },
  ],
];
