import { describe, expect, it } from 'vitest';

import { assessLaw } from '../../../domain/assessment/law.ts';
import { BASES, type Exposure } from '../../../domain/registry/exposure.ts';
import type { Offering, Qualification } from '../../../domain/registry/offering.ts';
import type { Provider } from '../../../domain/registry/provider.ts';
import { countries, date, list, phrase, text } from '../../../domain/wording/phrase.ts';
import {
  addressOf,
  CHECKED_ON,
  cite,
  contested,
  DAY,
  known,
  NOT_APPLICABLE,
  NOT_REVIEWED,
  offering,
  provider,
  registryOf,
  REPLY,
  SEARCHED_ON,
  unknown,
} from './sample-registry.ts';

const exposure = (strength: Exposure['strength'], changes: Partial<Exposure> = {}): Exposure => ({
  law: 'us-act',
  country: 'US',
  basis: 'ultimate-parent',
  strength,
  ...changes,
});
const GB = { law: 'gb-act', country: 'GB' };

const assessed = (changes: Partial<Provider>, day = DAY) => assessLaw(provider(changes), day, registryOf());
const exposed = (exposures: Exposure[], day = DAY) => assessed({ exposures: known(exposures, 'register') }, day);
const us = countries(['US']);

describe('the law that can reach a provider', () => {
  it.each([
    ['none found', known([]), 'full', phrase('law_none'), phrase('law_none_brief')],
    ['a direct link', known([exposure('direct')]), 'empty', phrase('law_direct', us), phrase('plain', us)],
    [
      'an indirect link',
      known([exposure('indirect')]),
      'half',
      phrase('law_indirect', us),
      phrase('law_indirect_brief', us),
    ],
    [
      'a link whose reach is contested',
      known([exposure('contested')]),
      'contested',
      phrase('law_contested', us),
      phrase('law_contested_brief', us),
    ],
    [
      'a direct link that the provider contests',
      contested([exposure('direct')]),
      'contested',
      phrase('law_contested', us),
      phrase('law_contested_brief', us),
    ],
    ['searched and not found', unknown(), 'unknown', phrase('silence_unknown'), phrase('silence_unknown_brief')],
    ['not reviewed', NOT_REVIEWED, 'not-reviewed', phrase('silence_notReviewed'), phrase('silence_notReviewed_brief')],
    [
      'not applicable',
      NOT_APPLICABLE,
      'not-applicable',
      phrase('silence_notApplicable'),
      phrase('silence_notApplicable_brief'),
    ],
  ])('%s', (_case, exposures, standing, statement, brief) => {
    expect(assessed({ exposures })).toMatchObject({ axis: 'law', standing, statement, brief });
  });

  it.each([
    ['direct before indirect', [exposure('indirect', GB), exposure('direct')], phrase('law_direct', us)],
    ['indirect before contested', [exposure('contested', GB), exposure('indirect')], phrase('law_indirect', us)],
    [
      'those of one strength together, each country once',
      [exposure('direct'), exposure('direct', GB), exposure('direct', { basis: 'head-office' })],
      phrase('law_direct', countries(['US', 'GB'])),
    ],
  ])('the strongest link leads: %s', (_case, exposures, statement) => {
    expect(exposed(exposures).statement).toEqual(statement);
  });

  it.each([
    ['before its first day', [exposure('direct')], '2018-03-22', 'due'],
    ['on its first day', [exposure('direct')], '2018-03-23', 'empty'],
    ['on its last day', [exposure('direct', GB)], '2027-03-31', 'empty'],
    ['after its last day', [exposure('direct', GB)], '2027-04-01', 'due'],
  ])('a law counts while it is in force: %s', (_when, exposures, day, standing) => {
    expect(exposed(exposures, day).standing).toBe(standing);
  });

  it('a link stands when no law that reached through it is in force: nobody says that none was found', () => {
    expect(exposed([exposure('direct', GB)], '2027-04-01')).toMatchObject({
      statement: phrase('law_lapsed', countries(['GB'])),
      brief: phrase('law_lapsed_brief'),
    });
  });

  it('a law that has ended leaves the lead to those that run', () => {
    const exposures = [exposure('direct', GB), exposure('indirect')];
    expect(exposed(exposures, '2027-03-31').statement).toEqual(phrase('law_direct', countries(['GB'])));
    expect(exposed(exposures, '2027-04-01').statement).toEqual(phrase('law_indirect', us));
  });
});

describe('the details and notes of the law axis', () => {
  it.each([
    ['head-office', 'law_basis_headOffice'],
    ['ultimate-parent', 'law_basis_ultimateParent'],
    ['controlling-fund', 'law_basis_controllingFund'],
    ['subsidiary', 'law_basis_subsidiary'],
    ['technology-licensor', 'law_basis_technologyLicensor'],
    ['subprocessor', 'law_basis_subprocessor'],
  ] as const)('name a law and its link: %s', (basis, key) => {
    expect(BASES).toContain(basis);
    expect(exposed([exposure('direct', { basis })]).details).toEqual([phrase(key, list(['US Act']))]);
  });

  it('take one line for each kind of link, then one for each link without a law', () => {
    const exposures = [
      { country: 'CN', basis: 'subsidiary', strength: 'direct' } as const,
      exposure('direct', GB),
      exposure('indirect', { basis: 'subsidiary' }),
      exposure('direct'),
      exposure('contested'),
    ];
    expect(exposed(exposures).details).toEqual([
      phrase('law_basis_ultimateParent', list(['GB Act', 'US Act'])),
      phrase('law_basis_subsidiary', list(['US Act'])),
      phrase('law_unnamed', countries(['CN'])),
    ]);
  });

  it('keep what is noted on a law with the receipts, once', () => {
    const exposures = [
      exposure('direct', GB),
      exposure('direct'),
      exposure('indirect', { ...GB, basis: 'subsidiary' }),
    ];
    expect(exposed(exposures).notes).toEqual([
      phrase('note_about', text('GB Act'), {
        kind: 'localized',
        text: { fr: 'Échoit en 2027.', en: 'Lapses in 2027.' },
      }),
    ]);
  });

  it('begin with the ultimate parent and the licensor of the technology', () => {
    const { details } = assessed({
      exposures: known([exposure('direct')]),
      ultimateParent: known({ name: 'Nimbe Group, Inc.', country: 'US' }),
      technologyLicensor: contested({ name: 'Stratus Ltd', country: 'GB' }),
    });
    expect(details.slice(0, 2)).toEqual([
      phrase('law_parent', text('Nimbe Group, Inc.'), us),
      phrase('law_licensor', text('Stratus Ltd'), countries(['GB'])),
    ]);
  });

  it('of a silence name the parent, then tell the day of the search', () => {
    const ultimateParent = known({ name: 'Nimbe Group, Inc.', country: 'US' });
    expect(assessed({ exposures: unknown(), ultimateParent }).details).toEqual([
      phrase('law_parent', text('Nimbe Group, Inc.'), us),
      phrase('silence_unknown_detail', date(SEARCHED_ON)),
    ]);
  });

  it('of none found give the day of the last look', () => {
    const exposures = {
      ...known([] as Exposure[]),
      sources: [cite('register', CHECKED_ON), cite('press', '2026-11-02'), cite('own-page', '2026-10-30')],
    };
    expect(assessed({ exposures }).details).toEqual([phrase('law_none_detail', date('2026-11-02'))]);
  });

  it('of a contested link end with the reply', () => {
    const { notes } = assessed({ exposures: contested([exposure('direct', GB)]) });
    expect(notes.map(({ key }) => key)).toEqual(['note_about', 'contested_reply']);
    expect(notes.at(-1)).toEqual(phrase('contested_reply', { kind: 'localized', text: REPLY }));
  });
});

describe('a qualification that tests foreign law', () => {
  const offered = (value: Partial<Qualification>, until = '2028-01-01') =>
    offering({
      qualifications: [
        known({ scheme: 'secnumcloud', state: 'qualified', until, ...value } as const, 'secnumcloud-list'),
      ],
    });
  const quoted = (...offerings: Offering[]) =>
    assessed({ exposures: known([]), offerings }).details.map(({ key }) => key);

  it('is quoted beside the law axis by its offering, and changes nothing in it', () => {
    const { details, standing } = assessed({
      exposures: known([exposure('direct')]),
      offerings: [offered({ level: '3.2' })],
    });
    expect(details.at(-1)).toEqual(phrase('law_tested', text('Nimbe Machines')));
    expect(standing).toBe('empty');
    expect(quoted(offered({ level: '3.2' }))).toContain('law_tested');
    expect(quoted(offered({ level: '3.2' }), { ...offered({ level: '3.2' }), id: 'mail' })).toContain(
      'law_tested_many',
    );
  });

  it.each<[string, Offering]>([
    ['of another version', offered({ level: '3.1' })],
    ['of a version that is not on record', offered({})],
    ['that has ended', offered({ level: '3.2' }, '2026-11-22')],
    ['in progress', offered({ level: '3.2', state: 'in-progress' })],
    ['of a scheme that does not test it', offered({ scheme: 'hds', level: '3.2' })],
  ])('is not quoted when it is one %s', (_what, one) => {
    expect(quoted(one)).not.toContain('law_tested');
  });
});

describe('the receipts of the law axis', () => {
  const urls = (changes: Partial<Provider>) => assessed(changes).receipts.map(({ url }) => url);

  it('are those of the link, of who owns what, then of the text of the law', () => {
    expect(
      urls({
        exposures: known([exposure('direct')], 'register'),
        ultimateParent: known({ name: 'Nimbe Group, Inc.', country: 'US' }, 'press'),
        headOffice: known({ country: 'FR' }, 'own-page', 'register'),
      }),
    ).toEqual(['register', 'press', 'own-page', 'us-act'].map((id) => addressOf(id as 'press')));
  });

  it('leave out the text of a law that is not in force', () => {
    const { receipts } = exposed([exposure('direct', GB)], '2027-04-01');
    expect(receipts.map(({ url }) => url)).toEqual([addressOf('register')]);
  });

  it('give no provenance to the text of a law: nobody has to state it', () => {
    const receipts = exposed([exposure('direct')]).receipts.map(({ url, provenance }) => [url, provenance]);
    expect(receipts).toEqual([
      [addressOf('register'), 'official-register'],
      [addressOf('us-act'), undefined],
    ]);
  });

  it('of a silence are those of the search, then of who owns what', () => {
    expect(urls({ exposures: NOT_REVIEWED })).toEqual([]);
    const ultimateParent = known({ name: 'Nimbe Group, Inc.', country: 'US' }, 'press');
    expect(urls({ exposures: { ...unknown(), sources: [cite('register')] }, ultimateParent })).toEqual([
      addressOf('register'),
      addressOf('press'),
    ]);
  });
});
