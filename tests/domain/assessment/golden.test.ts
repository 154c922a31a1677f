import { describe, expect, it } from 'vitest';

import { assess } from '../../../domain/assessment/assess.ts';
import type { Assessment } from '../../../domain/assessment/assessment.ts';
import { createWording, type Wording } from '../../../domain/wording/wording.ts';
import { readProjectRegistry } from '../../project-registry.ts';
import { messagesOf } from '../../messages-of.ts';

const { registry } = readProjectRegistry();

const PAST = '2013-10-01';
const NOW = '2026-11-23';
const LATER = '2029-01-01';

/** What a French buyer meets most, and what the article of 2013 names. */
const PROVIDERS = [
  'aws',
  'aws-esc',
  'bleu',
  'cloud-temple',
  'cloudwatt',
  'exoscale',
  'google',
  'google-cloud',
  'google-workspace',
  'hetzner',
  'ibm-cloud',
  'infomaniak',
  'microsoft-365',
  'microsoft-azure',
  'numergy',
  'numspot',
  'o2switch',
  'oodrive',
  'oracle-cloud',
  'orange-business',
  'outscale',
  'ovhcloud',
  's3ns',
  'scaleway',
  'sictiam',
];
/** On record as founded or opened after the first day. */
const NOT_YET = ['aws-esc', 'bleu', 'numspot', 's3ns'];

const assessmentOn = (id: string, day: string): Assessment => {
  const provider = registry.providers[id];
  if (provider === undefined) throw new Error(`no provider ${id}`);
  return assess(provider, day, registry);
};

/** Every sentence that a reader gets without opening anything, as Markdown. */
function pageOf(wording: Wording): string {
  const { t, say, when } = wording;
  const status = ({ status: it }: Assessment) => {
    if (it === undefined || it.state === 'active') return [];
    const word = t(`status_${it.state}`);
    return [`- ${it.on === undefined ? word : `${word} ${when(it.on)}`}${it.successor ? ` → ${it.successor}` : ''}`];
  };
  return PROVIDERS.flatMap((id) =>
    [PAST, NOW, LATER]
      .filter((day) => day !== PAST || !NOT_YET.includes(id))
      .flatMap((day) => {
        const assessment = assessmentOn(id, day);
        return [
          `## ${assessment.name}, ${wording.date(day)}`,
          '',
          ...status(assessment),
          ...assessment.axes.flatMap((axis) => [
            `- ${t(`axis_${axis.axis}`)} (${axis.standing}; ${say(axis.brief)}): **${say(axis.statement)}**`,
            ...axis.details.map((detail) => `  - ${say(detail)}`),
          ]),
          '',
        ];
      }),
  ).join('\n');
}

describe('the sentences on twenty-five providers on three days', () => {
  it.each(['fr', 'en'] as const)('are those that were read and found right: %s', async (language) => {
    // A fact changed? Read what became of its sentence in the diff, then run this test with --update.
    await expect(pageOf(createWording(messagesOf(language)))).toMatchFileSnapshot(`golden/${language}.md`);
  });

  it('are on twenty-five', () => {
    expect(new Set(PROVIDERS).size).toBe(25);
  });
});

const keys = (id: string, day: string) => assessmentOn(id, day).axes.map(({ statement }) => statement.key);

describe('what the article of 2013 would have read', () => {
  it('CloudWatt is open then and closed now', () => {
    expect(assessmentOn('cloudwatt', PAST).status).toBeUndefined();
    expect(keys('cloudwatt', PAST)[0]).toBe('plain');
    expect(assessmentOn('cloudwatt', NOW).status).toMatchObject({ state: 'closed', on: '2020-02-01' });
    expect(keys('cloudwatt', NOW)[0]).toBe('location_closed');
  });

  it('no parent of CloudWatt is named on a day on which nobody held more than half', () => {
    expect(JSON.stringify(assessmentOn('cloudwatt', PAST).axes)).not.toContain('law_parent');
    expect(JSON.stringify(assessmentOn('cloudwatt', '2019-01-01').axes)).toContain('law_parent');
  });

  it('nothing is said of 2013 that began later: no qualification, no law, no parent of today', () => {
    for (const id of PROVIDERS) {
      if (['cloudwatt', 'numergy'].includes(id)) continue;
      const spoken = assessmentOn(id, PAST).axes.filter(({ receipts }) => receipts.length > 0);
      expect([id, spoken]).toEqual([id, []]);
    }
    for (const id of ['cloudwatt', 'numergy']) {
      expect(JSON.stringify(assessmentOn(id, PAST).axes)).not.toMatch(/CLOUD Act|SecNumCloud/u);
    }
  });
});

describe('Outscale’s qualification', () => {
  it('is in force, its end announced, then past it the renewal is to check', () => {
    const line = (day: string) => assessmentOn('outscale', day).axes[2];
    expect(line(NOW)).toMatchObject({ standing: 'due', statement: { key: 'qualification_due' } });
    expect(line(LATER)).toMatchObject({ standing: 'due', statement: { key: 'qualification_recheck' } });
  });
});
