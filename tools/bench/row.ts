/** One line of the benchmark. `met`: whether the value keeps to the bar. */
export interface Row {
  name: string;
  value: number;
  unit: string;
  bar: string;
  met: boolean;
}

/** In: what was measured and the most it may be. Out: a row. */
export function atMost(name: string, value: number, unit: string, bar: number): Row {
  return { name, value, unit, bar: `≤ ${bar}`, met: value <= bar };
}

/** In: what was measured and the least it has to be. Out: a row. */
export function atLeast(name: string, value: number, unit: string, bar: number): Row {
  return { name, value, unit, bar: `≥ ${bar}`, met: value >= bar };
}
