import { describe, expect, it } from 'vitest';

import { abridge } from '../../../domain/registry/abridging.ts';
import { FILE_KEY, REGISTRY_KEY } from '../../../domain/feed/stored-registry.ts';
import type { Registry } from '../../../domain/registry/registry.ts';
import { known, offering, provider } from '../assessment/sample-registry.ts';
import { error, feed, installation, publish, registry } from './followed-feed.ts';
import { file } from './loopback-feed.ts';

describe('a registry from the future', () => {
  const future = (changes: (one: Record<string, unknown>) => object) => {
    const one = provider({ id: 'brume', name: 'Brume', aliases: [{ text: 'Brume', kind: 'brand', case: 'any' }] });
    const content = registry(2);
    return { ...content, providers: { ...content.providers, brume: { ...one, ...changes({ ...one }) } } };
  };

  it('keeps fields that are not known, in the file as it was signed, and reads the rest', async () => {
    const content = { ...future(() => ({ carbon: { state: 'known', value: 12 } })), licence: 'ODbL' };
    const { bytes } = publish(content);
    await installation.receiver.check();
    expect(await error()).toBeUndefined();
    const { registry: held } = await installation.inForce();
    expect(Object.keys(held.providers)).toEqual(['aube', 'brume']);
    expect(held.providers['brume']).not.toHaveProperty('carbon');
    expect(installation.storage.values.get(FILE_KEY)).toBe(bytes.toString());
  });

  it('is read again by a later version of the extension, without a request', async () => {
    publish(registry(2, 'Brume'));
    await installation.receiver.check();
    const requests = feed.asked.length;
    installation.version = '0.2.0';
    installation.start();
    expect((await installation.inForce()).registry).toEqual(abridge(registry(2, 'Brume')));
    expect(installation.storage.values.get(REGISTRY_KEY)).toMatchObject({ by: '0.2.0' });
    expect(feed.asked.length).toBe(requests);
  });

  it.each<[string, (one: Record<string, unknown>) => object, RegExp]>([
    ['a kind', () => ({ kind: 'nebula' }), /^providers\.brume\.kind$/],
    ['a state of a fact', () => ({ status: { state: 'rumoured' } }), /^providers\.brume\.status/],
    [
      'a scheme',
      () => ({ offerings: [offering({ qualifications: [known({ scheme: 'eucs', state: 'qualified' })] })] }),
      /^providers\.brume$/,
    ],
    [
      'a source',
      () => ({ status: { ...known({ state: 'active' }), sources: [{ source: 'nowhere', checkedOn: '2026-01-01' }] } }),
      /^providers\.brume$/,
    ],
    ['another id', () => ({ id: 'bruine' }), /^providers\.brume$/],
    ['a right-to-left override in a name', () => ({ name: 'Bru\u202eme' }), /^providers\.brume$/],
    ['a control character in a text', () => ({ name: 'Bru\u0007me' }), /^providers\.brume$/],
    ['a name of a megabyte', () => ({ name: 'B'.repeat(1_000_000) }), /^providers\.brume\.name$/],
  ])('keeps the one record out that it cannot read, and names it: %s', async (_what, changes, where) => {
    publish(future(changes));
    await installation.receiver.check();
    const { registry: held, names } = await installation.inForce();
    expect(held.version).toBe(2);
    expect(Object.keys(held.providers)).toEqual(['aube']);
    expect(names).toEqual(['aube']);
    const { leftOut } = await installation.receiver.report();
    expect(leftOut).toHaveLength(1);
    expect(leftOut[0]?.record).toMatch(where);
    expect(leftOut[0]?.reason).not.toBe('');
  });

  it('names what it kept out, and why it refused, without the characters that deceive', async () => {
    const content = future(() => ({ kind: 'ne\u202ebula' }));
    const { aube, brume } = content.providers as Registry['providers'];
    for (const [version, providers] of [
      [2, { aube, brume }],
      [3, { aube, 'br\u202eume': brume }],
    ] as const) {
      publish({ ...content, version, providers });
      await installation.receiver.check();
      expect(await error()).toBeUndefined();
      const { leftOut } = await installation.receiver.report();
      expect(leftOut).toHaveLength(1);
      expect(JSON.stringify(leftOut)).toContain('\uFFFD');
      expect(JSON.stringify(leftOut)).not.toContain('\u202e');
    }
    feed.answer('/feed.json', file(JSON.stringify({ payload: 'YQ', signatures: '\u202eis fine' })));
    await installation.receiver.check();
    const { lastError } = await installation.receiver.report();
    expect(lastError?.detail).toContain('\uFFFDis fine');
  });

  it('keeps out a source with a javascript: address, and whoever rests on it', async () => {
    const content = future(() => ({ status: known({ state: 'active' }, 'own-page') }));
    const page = { ...content.sources['own-page'], url: 'javascript:alert(1)' };
    publish({ ...content, sources: { ...content.sources, 'own-page': page } });
    await installation.receiver.check();
    const { registry: held } = await installation.inForce();
    expect(Object.keys(held.providers)).toEqual(['aube']);
    expect(JSON.stringify(held)).not.toContain('javascript:');
    const { leftOut } = await installation.receiver.report();
    expect(leftOut.map(({ record }) => record)).toEqual(['sources.own-page.url', 'providers.brume']);
  });

  it('keeps out an event and a name that it cannot read, and keeps the provider', async () => {
    const event = { on: '2026', kind: 'eclipse', text: { fr: 'a', en: 'a' }, provenance: 'press', sources: [] };
    const alias = { text: 'Brume', kind: 'brand', case: 'any' };
    publish(future(() => ({ events: [event], aliases: [alias, { ...alias, text: 'Brouillard', case: 'most' }] })));
    await installation.receiver.check();
    const { registry: held } = await installation.inForce();
    expect(held.providers['brume']).toMatchObject({ events: [], aliases: [alias] });
    expect((await installation.receiver.report()).leftOut).toHaveLength(2);
  });

  it('shows HTML as the text that it is', async () => {
    publish(registry(2, '<img src=x onerror=alert(1)>'));
    await installation.receiver.check();
    expect((await installation.inForce()).registry.providers['aube']?.name).toBe('<img src=x onerror=alert(1)>');
  });
});
