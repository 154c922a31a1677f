import type { ComponentProps } from 'preact';
import { describe, expect, it, vi } from 'vitest';

import { DataNotices } from '../../components/DataNotices.tsx';
import { DataOptions } from '../../components/options/DataOptions.tsx';
import { PopupFoot } from '../../components/PopupFoot.tsx';
import { FAILURE_KEYS } from '../../domain/feed/failure-keys.ts';
import { FEED_FAILURES } from '../../domain/feed/feed-failure.ts';
import type { DataReport } from '../../domain/feed/data-report.ts';
import type { StoredChanges } from '../../domain/feed/registry-changes.ts';
import { date, phrase, text } from '../../domain/wording/phrase.ts';
import { messagesOf } from '../messages-of.ts';
import { textOf, violationsIn } from './reading.ts';
import { all, LANGUAGES, one, press, render, type Language } from './render.tsx';
import { dataReport } from './sample-data-report.ts';

const NOON = Date.parse('2026-11-23T12:00:00Z');
const noop = () => undefined;

const CHANGES: StoredChanges = {
  from: { version: 41, date: '2026-11-01' },
  to: { version: 42, date: '2026-11-20' },
  changes: [
    {
      kind: 'changed',
      provider: 'ovhcloud',
      name: 'OVHcloud',
      offering: 'Hosted Private Cloud',
      fact: phrase('plain', text('SecNumCloud')),
      before: [phrase('changes_until', date('2026-12-15'))],
      after: [phrase('changes_renewed', date('2029-12-15'))],
    },
    { kind: 'added', provider: 'brume', name: 'Brume', before: [], after: [] },
    { kind: 'removed', provider: 'nimbe', name: 'Nimbe', before: [], after: [] },
    {
      kind: 'added',
      provider: 'aube',
      name: 'Aube',
      fact: phrase('changes_event', date('2026-11')),
      before: [],
      after: [phrase('plain', text('Rachat.'))],
    },
    {
      kind: 'removed',
      provider: 'aube',
      name: 'Aube',
      offering: 'Machines',
      fact: phrase('plain', text('HDS')),
      before: [phrase('sheet_qualified')],
      after: [],
    },
  ],
  more: 3,
  seen: false,
};
const FULL: Partial<DataReport> = {
  checkedAt: NOON,
  nextAttemptAt: NOON + 86_400_000,
  lastError: { kind: 'http-status', detail: '503', at: NOON },
  expiredOn: '2026-11-22',
  leftOut: [{ record: 'providers.brume.kind', reason: 'Invalid type' }],
  changes: CHANGES,
};

function options(
  language: Language,
  report: Partial<DataReport> = {},
  props: Partial<ComponentProps<typeof DataOptions>> = {},
): HTMLElement {
  return render(
    language,
    <main>
      <h2>Données</h2>
      <DataOptions report={dataReport(report)} asked="nothing" versionBefore={42} onCheck={noop} {...props} />
    </main>,
  ).container;
}
const foot = (language: Language, report: Partial<DataReport>) => {
  const { container } = render(
    language,
    <PopupFoot registry={dataReport().registry} report={dataReport(report)} links={[]} />,
  );
  return textOf(one(container, 'footer > span'));
};

describe('the data, in the options', () => {
  it.each(LANGUAGES)('leave nothing for axe to say in %s', async (language) => {
    expect(await violationsIn(options(language, FULL))).toEqual([]);
  });

  it('say what they are, where they come from, when they were looked for, and what went wrong', () => {
    const lines = all(options('fr', FULL), '.data-facts dd').map(textOf);
    expect(lines[0]).toBe('42, du 20/11/2026');
    expect(lines[1]).toBe('reçues de feed.example.org, signature vérifiée');
    expect(lines[2]).toMatch(/^23\/11\/2026 /);
    expect(lines[3]).toMatch(/^24\/11\/2026 /);
    expect(lines[4]).toMatch(/^Le serveur des données a répondu par une erreur\. \[503\] \(le 23\/11\/2026 /);
  });

  it.each(FEED_FAILURES)('have a sentence of their own for %s', (kind) => {
    const sentences = LANGUAGES.map((language) => {
      const text = textOf(options(language, { lastError: { kind, detail: '', at: NOON } }));
      const sentence = messagesOf(language)(FAILURE_KEYS[kind], []);
      expect(text).toContain(sentence.replaceAll('\u00a0', ' '));
      return sentence;
    });
    expect(new Set(sentences).size).toBe(LANGUAGES.length);
  });

  it('list what the updates changed, one fact a line', () => {
    expect(all(options('fr', FULL), '.change-list li').map(textOf)).toEqual([
      'OVHcloud — Hosted Private Cloud — SecNumCloud : jusqu’au 15/12/2026 → renouvelée jusqu’au 15/12/2029',
      'Brume : ajouté',
      'Nimbe : retiré',
      'Aube — Événement (11/2026) : Rachat. (nouveau)',
      'Aube — Machines — HDS : Accordée (retiré)',
    ]);
    expect(textOf(options('fr', FULL))).toContain('Et 3 autres changements.');
    expect(textOf(options('fr', { changes: { ...CHANGES, changes: [], more: 0 } }))).toContain(
      'Aucun fait n’a changé.',
    );
  });

  it('name the records that cannot be read', () => {
    expect(one(options('en', FULL), '.left-out').textContent).toContain('providers.brume.kind');
  });

  it('are bundled and without a feed: said, and no error', () => {
    const container = options('fr', { origin: 'bundled', updates: 'unconfigured', host: '' });
    expect(textOf(container)).toContain('données embarquées du 20/11/2026, mises à jour non configurées');
    expect(all(container, 'button')).toEqual([]);
    expect(textOf(container)).not.toContain('Dernière erreur');
  });

  it('can be checked now, once at a time, and say how that went', () => {
    const onCheck = vi.fn<() => void>();
    press(one(options('fr', {}, { onCheck }), '[data-action="check"]'));
    expect(onCheck).toHaveBeenCalledTimes(1);
    press(one(options('fr', {}, { onCheck, asked: 'asking' }), '[data-action="check"]'));
    expect(onCheck).toHaveBeenCalledTimes(1);
    const outcome = (props: object, report: Partial<DataReport> = {}) =>
      textOf(one(options('fr', report, props), 'output'));
    expect(outcome({})).toBe('');
    expect(outcome({ asked: 'asking' })).toBe('Vérification en cours…');
    expect(outcome({}, { checking: true })).toBe('Vérification en cours…');
    expect(outcome({ asked: 'answered' })).toBe('Les données sont à jour.');
    expect(outcome({ asked: 'answered', versionBefore: 41 })).toBe('Les données sont passées à la version 42.');
    expect(outcome({ asked: 'answered' }, { lastError: { kind: 'offline', detail: '', at: NOON } })).toMatch(
      /hors ligne/,
    );
    expect(outcome({ asked: 'failed' })).toBe('La vérification n’a pas pu être lancée.');
  });
});

describe('the foot of the popup', () => {
  it.each<[string, Partial<DataReport>, string]>([
    [
      'no feed',
      { updates: 'unconfigured' },
      'Registre 42 · données embarquées du 20/11/2026, mises à jour non configurées',
    ],
    ['updates off', { updates: 'off', checkedAt: NOON }, 'Registre 42 · 20/11/2026 · mises à jour désactivées'],
    ['never checked', {}, 'Registre 42 · 20/11/2026 · mises à jour pas encore cherchées'],
    [
      'an error',
      { lastError: { kind: 'expired', detail: '', at: NOON } },
      'Registre 42 · 20/11/2026 · mises à jour pas encore cherchées · dernière recherche sans succès',
    ],
  ])('says how fresh the data are: %s', (_what, report, line) => {
    expect(foot('fr', report)).toBe(line);
  });
});

describe('the notices of the popup', () => {
  const notices = (report: DataReport | null, onSeen = noop) =>
    render('fr', <DataNotices report={report} onSeen={onSeen} />).container;

  it('say that something changed until it was seen, and lead to the list', async () => {
    const onSeen = vi.fn<() => undefined>();
    const container = notices(dataReport({ changes: CHANGES }), onSeen);
    expect(textOf(container)).toContain('Données mises à jour : 8 changements.');
    expect(one(container, 'a').getAttribute('href')).toBe('/options.html#data');
    press(one(container, 'button'));
    expect(onSeen).toHaveBeenCalledTimes(1);
    expect(await violationsIn(container)).toEqual([]);
    expect(textOf(notices(dataReport({ changes: { ...CHANGES, seen: true } })))).toBe('');
    expect(textOf(notices(dataReport({ changes: { ...CHANGES, changes: [], more: 0 } })))).toBe('');
  });

  it('say that the data are past their time', () => {
    expect(textOf(notices(dataReport({ expiredOn: '2026-11-22' })))).toContain('avant le 22/11/2026');
    expect(textOf(notices(null))).toBe('');
  });

  it.each([
    ['fr', 'Ces données datent du 20/11/2026'],
    ['en', 'These data are from 20/11/2026'],
    ['de', 'Diese Daten sind vom 20.11.2026'],
    ['es', 'Estos datos son del 20/11/2026'],
    ['it', 'Questi dati sono del 20/11/2026'],
    ['nl', 'Deze gegevens zijn van 20-11-2026'],
  ])('say of data that came with the extension from when they are, where that is long ago (%s)', (language, words) => {
    const report = dataReport({ origin: 'bundled', updates: 'unconfigured', expiredOn: '2027-01-04' });
    expect(textOf(render(language, <DataNotices report={report} onSeen={noop} />).container)).toContain(words);
    const section = <DataOptions report={report} asked="nothing" versionBefore={42} onCheck={noop} />;
    expect(textOf(render(language, section).container)).toContain(words);
  });
});
