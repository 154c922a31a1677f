import { gzipSync } from 'node:zlib';
import {
  answering,
  endless,
  feed,
  goodFeed,
  installation,
  json,
  manifest,
  NEXT,
  publish,
  type Fault,
} from './broken-feed.ts';
import { DAY } from './feed-publisher.ts';
import { file } from './loopback-feed.ts';

/** What can go wrong on the way. */
export const TRANSPORT_FAULTS: Fault[] = [
  ['nothing there', 'http-status', () => answering((_, response) => response.writeHead(404).end())],
  ['an error of the server', 'http-status', () => answering((_, response) => response.writeHead(500).end('{}'))],
  ['an empty answer', 'empty', () => manifest('')],
  ['a web page of an error, called JSON', 'not-a-feed', () => manifest('<!doctype html><h1>Oups</h1>')],
  [
    'the sign-in page of a network',
    'wrong-type',
    () => manifest('<!doctype html>', { 'content-type': 'text/html; charset=utf-8' }),
  ],
  ['a picture', 'wrong-type', () => manifest(goodFeed(), { 'content-type': 'image/png' })],
  ['a manifest of 17 kB', 'too-large', () => manifest(`{"payload":"${'A'.repeat(17_000)}","signatures":[]}\n`)],
  ['a manifest without end', 'too-large', () => answering(endless)],
  ['a gzip bomb', 'too-large', () => manifest(gzipSync(Buffer.alloc(20_000_000, ' ')), { 'content-encoding': 'gzip' })],
  [
    'a slow drip',
    'timed-out',
    () => {
      installation.patience = 300;
      answering((_, response) => {
        response.writeHead(200, json);
        const drip = setInterval(() => response.write(' '), 50);
        response.on('close', () => {
          clearInterval(drip);
        });
      });
    },
  ],
  [
    'a server that never answers',
    'timed-out',
    () => {
      installation.patience = 300;
      answering(() => undefined);
    },
  ],
  [
    'a connection that breaks',
    'cut-short',
    () =>
      answering((_, response) => {
        response.writeHead(200, { ...json, 'content-length': '1000' });
        response.write('{"payload":"', () => response.destroy());
      }),
  ],
  [
    'a redirect on the same host',
    'redirected',
    () => {
      feed.answer('/elsewhere.json', file(goodFeed()));
      answering((_, response) => response.writeHead(302, { location: '/elsewhere.json' }).end());
    },
  ],
  [
    'a redirect to another host',
    'redirected',
    () => answering((_, response) => response.writeHead(301, { location: 'https://feed.example.org/' }).end()),
  ],
  [
    '“unchanged” to somebody who has nothing',
    'unchanged-without-copy',
    () => {
      installation.storage.values.set('feed.state', { ...installation.storage.state, etag: null });
      installation.start();
      answering((_, response) => response.writeHead(304).end());
    },
  ],
  [
    '“unchanged” for ever',
    'expired',
    () => {
      installation.now += 60 * DAY;
    },
  ],
  ['a manifest that is not UTF-8', 'not-a-feed', () => manifest(Buffer.from([0x7b, 0xff, 0x7d]))],
  [
    'no such host',
    'unreachable',
    () => {
      installation.fetch = (_address, options) => fetch('http://feed.invalid/feed.json', options);
    },
  ],
  [
    'nobody listening',
    'unreachable',
    () => {
      installation.fetch = (_address, options) => fetch('http://127.0.0.1:9/feed.json', options);
    },
  ],
  [
    'no network',
    'offline',
    () => {
      publish(NEXT);
      installation.online = false;
    },
  ],
];
