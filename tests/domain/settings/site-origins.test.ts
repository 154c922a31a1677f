import { expect, it } from 'vitest';

import { hostFrom, originOf } from '../../../domain/settings/site-origins.ts';

it.each([
  ['achats.example.org', 'achats.example.org'],
  [' https://www.Achats.example.org:8443/avis?id=1#haut ', 'achats.example.org'],
  ['http://intranet/achats', 'intranet'],
  ['Mégalis.example.org', 'xn--mgalis-bva.example.org'],
  ['10.0.0.7', '10.0.0.7'],
])('the host of %j is %s', (typed, host) => {
  expect(hostFrom(typed)).toBe(host);
});

it.each([
  '',
  '   ',
  'deux mots',
  'file:///etc/passwd',
  'chrome://settings',
  'javascript://x',
  'https://',
  '*.fr',
  '[::1]',
])('there is no site in %j', (typed) => {
  expect(hostFrom(typed)).toBeNull();
});

it.each([
  ['boamp.fr', '*://*.boamp.fr/*'],
  ['127.0.0.1', '*://127.0.0.1/*'],
  ['intranet', '*://intranet/*'],
])('%s is asked for as %s', (host, origin) => {
  expect(originOf(host)).toBe(origin);
});
