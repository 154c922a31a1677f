/** How a text was read: units taken one by one, copied or searched; items of the lists gone through; and how often an expression searched a long text. */
export interface Work {
  units: number;
  items: number;
  longSearches: number;
}

/** Longer than anything that stands near one name. */
const LONG_TEXT = 3000;

type Method = (this: unknown, ...rest: unknown[]) => unknown;

const BY_UNIT = ['charCodeAt', 'charAt', 'codePointAt', 'at'] as const;
const COPIES = ['slice', 'substring', 'trim', 'split', 'normalize', 'toLowerCase', 'toUpperCase', 'replace'] as const;
const OVER_LISTS = ['find', 'findIndex', 'filter', 'some', 'every', 'map', 'flatMap'] as const;
const SEARCHES = ['indexOf', 'includes', 'startsWith', 'endsWith'] as const;

/**
 * Counts what a piece of work reads of its texts, whoever reads: strings and expressions are watched while it runs.
 * A sticky expression is counted by what it matched; the others by the whole text that is before them.
 */
export function countWork(run: () => void): Work {
  const work: Work = { units: 0, items: 0, longSearches: 0 };
  const undo: (() => void)[] = [];
  const watch = (
    owner: object,
    name: string,
    count: (self: unknown, result: unknown, rest: unknown[]) => number,
    what: 'units' | 'items' = 'units',
  ) => {
    const methods = owner as Record<string, Method>;
    const original = methods[name] as Method;
    methods[name] = function (...rest) {
      const result = original.apply(this, rest);
      work[what] += count(this, result, rest);
      return result;
    };
    undo.push(() => {
      methods[name] = original;
    });
  };
  for (const name of BY_UNIT) watch(String.prototype, name, () => 1);
  for (const name of COPIES) {
    const made = name === 'slice' || name === 'substring';
    watch(String.prototype, name, (self, result) => String(made ? result : self).length + 1);
  }
  for (const name of SEARCHES) watch(String.prototype, name, (self) => String(self).length);
  for (const name of OVER_LISTS) watch(Array.prototype, name, (self) => (self as unknown[]).length, 'items');
  watch(RegExp.prototype, 'exec', (self, result, [text]) => {
    const { sticky } = self as RegExp;
    const length = String(text).length;
    if (!sticky && length > LONG_TEXT) work.longSearches += 1;
    return sticky ? ((result as RegExpExecArray | null)?.[0].length ?? 0) + 1 : length;
  });
  try {
    run();
  } finally {
    for (const restore of undo) restore();
  }
  return work;
}
