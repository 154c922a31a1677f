import type { Fact } from '../registry/fact.ts';
import type { Qualification } from '../registry/offering.ts';
import { startOf } from '../registry/period.ts';

type Stated = Extract<Fact<Qualification>, { state: 'known' | 'contested' }>;

/** In: what a scheme said of an offering, and an ISO day. Out: whether that had been said by then. */
export function hasBegun({ value }: Stated, day: string): boolean {
  return value.from === undefined || startOf(value.from) <= day;
}

/** In: a fact and an ISO day. Out: whether it is a qualification in force; its last day counts. */
export function runs(fact: Fact<Qualification>, day: string): fact is Stated {
  return (
    (fact.state === 'known' || fact.state === 'contested') &&
    fact.value.state === 'qualified' &&
    hasBegun(fact, day) &&
    (fact.value.until === undefined || day <= fact.value.until)
  );
}
