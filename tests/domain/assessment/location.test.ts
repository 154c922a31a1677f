import { describe, expect, it } from 'vitest';

import { assessLocation } from '../../../domain/assessment/location.ts';
import type { Offering } from '../../../domain/registry/offering.ts';
import { countries, date, number, phrase, text } from '../../../domain/wording/phrase.ts';
import {
  addressOf,
  chosen,
  cite,
  contested,
  DAY,
  kept,
  known,
  NOT_APPLICABLE,
  NOT_REVIEWED,
  offering,
  offeringKept,
  provider,
  REASON,
  registryOf,
  REPLY,
  SEARCHED_ON,
  unknown,
} from './sample-registry.ts';

const located = (offerings: Offering[], day = DAY) => assessLocation(provider({ offerings }), day, registryOf());
const storedIn = (storage: Offering['location']['storage'], day = DAY) => located([offeringKept(storage)], day);

describe('where data is kept', () => {
  it.each([
    ['one EU country', kept('FR'), 'full', phrase('plain', countries(['FR']))],
    ['several EU countries', kept('FR', 'DE'), 'full', phrase('plain', countries(['FR', 'DE']))],
    ['an EEA country outside the EU', kept('NO'), 'full', phrase('plain', countries(['NO']))],
    ['a choice of EU countries', chosen('FR', 'DE'), 'full', phrase('location_choiceAmong', countries(['FR', 'DE']))],
    ['a choice of one country', chosen('DE'), 'full', phrase('plain', countries(['DE']))],
    ['a contested EU country', contested(kept('FR').value), 'contested', phrase('plain', countries(['FR']))],
    ['contested, inside and outside', contested(kept('FR', 'US').value), 'contested', phrase('location_partly')],
    ['a contested choice', contested(chosen('FR', 'US').value), 'contested', phrase('location_choiceFrance')],
    ['a contested country outside', contested(kept('US').value), 'contested', phrase('plain', countries(['US']))],
    [
      'an EU country among others unsaid',
      known({ ...kept('FR').value, complete: false }),
      'half',
      phrase('plain', countries(['FR'])),
    ],
    ['inside and outside the EEA', kept('FR', 'US'), 'half', phrase('location_partly')],
    ['a choice inside and outside', chosen('DE', 'US'), 'half', phrase('location_choice')],
    ['a choice with France in it', chosen('FR', 'US'), 'half', phrase('location_choiceFrance')],
    ['one country outside the EEA', kept('US'), 'empty', phrase('plain', countries(['US']))],
    ['several outside the EEA', kept('US', 'GB'), 'empty', phrase('plain', countries(['US', 'GB']))],
    ['a choice outside the EEA', chosen('US', 'IN'), 'empty', phrase('plain', countries(['US', 'IN']))],
    ['searched and not found', unknown(), 'unknown', phrase('silence_unknown')],
    ['not reviewed', NOT_REVIEWED, 'not-reviewed', phrase('silence_notReviewed')],
    ['not applicable', NOT_APPLICABLE, 'not-applicable', phrase('silence_notApplicable')],
  ] as const)('%s', (_case, storage, standing, statement) => {
    expect(storedIn(storage)).toMatchObject({ axis: 'location', standing, statement });
  });

  it.each([
    ['one country by its name', kept('FR'), phrase('plain', countries(['FR']))],
    ['EU countries as the EU', kept('FR', 'DE'), phrase('location_eu')],
    ['EU and other EEA countries as the EEA', kept('FR', 'NO'), phrase('location_eea')],
    ['one country outside by its name', kept('US'), phrase('plain', countries(['US']))],
    ['several outside as outside', kept('US', 'IN'), phrase('location_outside')],
    ['a mixture as partly outside', kept('FR', 'US'), phrase('location_partly')],
    ['a choice across as a choice', chosen('FR', 'US'), phrase('location_choice_brief')],
  ])('sums up %s', (_case, storage, brief) => {
    expect(storedIn(storage).brief).toEqual(brief);
  });

  it.each([
    ['2020-01-31', 'full'],
    ['2020-02-01', 'empty'],
  ])('goes by who was a member on %s', (day, standing) => {
    expect(storedIn(kept('GB'), day).standing).toBe(standing);
  });
});

describe('the details and notes of a location', () => {
  it('name the countries on each side, those of the EEA first', () => {
    expect(storedIn(kept('US', 'FR', 'IN')).details).toEqual([
      phrase('location_insideEea', countries(['FR'])),
      phrase('location_outsideEea', countries(['US', 'IN'])),
      phrase('location_adequateNone'),
    ]);
  });

  it.each([
    ['2021-05-31', [phrase('location_adequateNone')], 0],
    ['2021-06-01', [phrase('location_adequate', countries(['GB']))], 1],
    ['2031-12-31', [phrase('location_adequate', countries(['GB']))], 1],
    ['2032-01-01', [phrase('location_adequateNone')], 0],
  ])('say which of them stand under an adequacy decision on %s, its scope and its source', (day, line, decisions) => {
    const { standing, details, notes, receipts } = storedIn(kept('GB', 'US'), day);
    expect({ standing, details }).toEqual({ standing: 'empty', details: line });
    expect(notes).toHaveLength(decisions);
    expect(receipts).toHaveLength(1 + decisions);
  });

  it('tell a decision that covers some organisations of a country only from a whole one', () => {
    const registry = registryOf();
    registry.countries.adequacy.push({ country: 'US', scope: REASON, partial: true, sources: [cite('press')] });
    const offerings = [offeringKept(kept('GB', 'US', 'IN'))];
    expect(assessLocation(provider({ offerings }), DAY, registry).details).toEqual([
      phrase('location_adequate', countries(['GB'])),
      phrase('location_adequateInPart', countries(['US'])),
    ]);
  });

  it('count the countries outside when there are more than four', () => {
    const outside = (...codes: string[]) => storedIn(chosen('FR', ...codes)).details.at(1);
    expect(outside('US', 'IN', 'BR', 'JP')).toEqual(phrase('location_outsideEea', countries(['US', 'IN', 'BR', 'JP'])));
    expect(outside('US', 'IN', 'BR', 'JP', 'AU')).toEqual(phrase('location_outsideEeaCount', number(5), number(0)));
  });

  it('say where backups, support and keys are, when that is stated, each country once', () => {
    const location = {
      storage: kept('FR'),
      backups: kept('DE'),
      support: contested(kept('IN', 'FR').value),
      keys: unknown(),
    };
    const offerings = [
      offering({ location }),
      offering({ id: 'mail', location: { ...location, backups: kept('DE', 'IE') } }),
    ];
    expect(located(offerings).notes).toEqual([
      phrase('location_backups', countries(['DE', 'IE'])),
      phrase('location_support', countries(['IN', 'FR'])),
    ]);
  });

  it('say on how many offerings the statement rests when some are silent', () => {
    const offerings = [
      offeringKept(kept('FR')),
      offeringKept(kept('FR'), { id: 'mail' }),
      offeringKept(NOT_REVIEWED, { id: 'drive' }),
    ];
    expect(located(offerings)).toMatchObject({
      standing: 'half',
      details: [phrase('location_coverage', text('2'), text('3'))],
    });
    expect(located(offerings.slice(0, 2))).toMatchObject({ standing: 'full', details: [] });
  });

  it('say of a choice that its list is not whole, of one place that nothing read rules out another', () => {
    const place = { ...kept('FR').value, complete: false };
    expect(storedIn(known(place)).details).toEqual([phrase('location_notRuledOut')]);
    expect(storedIn(known({ ...place, mode: 'customer-chooses' })).details).toEqual([phrase('location_partial')]);
  });

  it('of a contested place end with the reply', () => {
    const reply = phrase('contested_reply', { kind: 'localized', text: REPLY });
    expect(storedIn(contested(kept('FR').value)).notes).toEqual([reply]);
    expect(storedIn(kept('FR')).notes).toEqual([]);
  });

  it('of a silence tell the day of the search, or the reason', () => {
    expect(storedIn(unknown()).details).toEqual([phrase('silence_unknown_detail', date(SEARCHED_ON))]);
    expect(storedIn(NOT_APPLICABLE).details).toEqual([phrase('plain', { kind: 'localized', text: REASON })]);
  });
});

describe('the offerings that speak for a location', () => {
  it('are all those on sale, together', () => {
    const offerings = [offeringKept(kept('FR')), offeringKept(kept('US'), { id: 'mail' })];
    expect(located(offerings)).toMatchObject({ standing: 'half' });
  });

  it.each([
    ['2023-12-31', ['FR']],
    ['2024-01-01', ['FR', 'DE']],
    ['2024-12-31', ['FR', 'DE']],
    ['2025-01-01', ['DE']],
  ])('are those on sale on the day: %s', (day, codes) => {
    const offerings = [
      offeringKept(kept('FR'), { lifecycle: 'closed', until: '2024' }),
      offeringKept(kept('DE'), { id: 'new', from: '2024' }),
    ];
    expect(located(offerings, day).statement).toEqual(phrase('plain', countries(codes)));
  });

  it.each([{}, { from: '2020' }, { from: '2020', until: '2030' }])(
    'leave out one that is only announced: %j',
    (dates) => {
      const announced = offeringKept(kept('US'), { id: 'soon', lifecycle: 'announced', ...dates });
      expect(located([offeringKept(kept('FR')), announced]).standing).toBe('full');
    },
  );

  it('are the last ones sold when none is on sale any more', () => {
    const offerings = [offeringKept(kept('FR'), { lifecycle: 'closed', until: '2020' })];
    expect(located(offerings)).toMatchObject({
      standing: 'not-applicable',
      statement: phrase('location_closed'),
      details: [phrase('location_closed_detail', countries(['FR']))],
    });
    expect(located(offerings, '2020-12-31').standing).toBe('full');
  });

  it('end with their provider where they have no end of their own', () => {
    const status = known({ state: 'closed' as const, on: '2020-02-01' });
    const one = provider({ status, offerings: [offeringKept(kept('FR'), { lifecycle: 'closed', from: '2013' })] });
    const keyOn = (day: string) => assessLocation(one, day, registryOf()).statement.key;
    expect([keyOn('2013-10-01'), keyOn('2020-02-01'), keyOn('2020-02-02')]).toEqual([
      'plain',
      'plain',
      'location_closed',
    ]);
  });

  it('say of a closed service that it is closed, though nothing else is known', () => {
    expect(located([offering({ lifecycle: 'closed' })])).toMatchObject({
      statement: phrase('location_closed'),
      details: [],
    });
  });

  it('may be none: then nothing was reviewed, or nothing is on sale yet', () => {
    expect(located([]).statement).toEqual(phrase('silence_notReviewed'));
    expect(located([offeringKept(kept('FR'), { from: '2030' })])).toMatchObject({
      standing: 'not-applicable',
      statement: phrase('location_notYet'),
    });
  });

  it.each([
    [
      'two choices alike',
      [chosen('FR', 'DE'), chosen('DE', 'FR')],
      phrase('location_choiceAmong', countries(['FR', 'DE'])),
    ],
    [
      'a choice and a fixed place',
      [chosen('FR', 'DE'), kept('FR')],
      phrase('location_byOffering', countries(['FR', 'DE'])),
    ],
    ['fixed places', [kept('FR'), kept('DE')], phrase('plain', countries(['FR', 'DE']))],
    [
      'a choice across the EEA and a fixed place',
      [chosen('FR', 'US'), kept('FR')],
      phrase('location_choiceByOffering'),
    ],
  ])('are summed up without promising of one what holds of another: %s', (_case, [a, b], statement) => {
    expect(
      located([offeringKept(a ?? NOT_REVIEWED), offeringKept(b ?? NOT_REVIEWED, { id: 'mail' })]).statement,
    ).toEqual(statement);
  });
});

describe('the receipts of a location', () => {
  it('are those of every offering, each document once', () => {
    const offerings = [
      offeringKept(kept('FR')),
      offeringKept(kept('DE'), { id: 'mail' }),
      offeringKept(known(kept('IE').value, 'press'), { id: 'drive' }),
    ];
    expect(located(offerings).receipts.map(({ url }) => url)).toEqual([addressOf('own-page'), addressOf('press')]);
  });

  it('include those of the reply when the place is contested', () => {
    const { receipts } = storedIn(contested(kept('FR').value));
    expect(receipts.map(({ url, provenance }) => [url, provenance])).toEqual([
      [addressOf('press'), 'press'],
      [addressOf('reply'), 'provider-statement'],
    ]);
  });
});
