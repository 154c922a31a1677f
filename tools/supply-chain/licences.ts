/** Licences that may be combined with the EUPL-1.2 in what is distributed. */
const SHIPPABLE = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'MPL-2.0']);
/** Those of tools that stay on the machine of whoever builds. */
const USABLE = new Set([...SHIPPABLE, 'BlueOak-1.0.0', 'CC0-1.0', 'Python-2.0', 'Zlib']);

/** Packages that name their licence in a way of their own, each looked up in its repository. */
const LOOKED_UP: Record<string, string> = {
  // "BSD", which is no licence's id; its repository says the two-clause one.
  winreg: 'BSD-2-Clause',
};

interface LockedPackage {
  version?: string;
  license?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
}

/** A `package-lock.json` of version 3, as far as it is looked at. */
export interface Lockfile {
  packages: Record<string, LockedPackage>;
}

/**
 * Looks at the licence of every package that is installed.
 * In: the lockfile, and the names of the packages whose code ships. Out: what is wrong, in words; empty where nothing is.
 */
export function licenceProblems({ packages }: Lockfile, shipped: ReadonlySet<string>): string[] {
  return Object.entries(packages).flatMap(([path, { version = '', license }]) => {
    if (path === '') return [];
    const name = nameOf(path);
    const stated = LOOKED_UP[name] ?? license;
    if (stated === undefined) return [`${name} ${version}: names no licence`];
    const allowed = shipped.has(name) ? SHIPPABLE : USABLE;
    return isAllowed(stated, allowed) ? [] : [`${name} ${version}: ${stated} is not among the licences allowed`];
  });
}

/** In: the lockfile. Out: the names of the packages that run a script when they are installed, sorted. */
export function packagesWithInstallScript({ packages }: Lockfile): string[] {
  const found = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript === true);
  return [...new Set(found.map(([path]) => nameOf(path)))].sort();
}

function nameOf(path: string): string {
  return path.replace(/^.*node_modules\//, '');
}

/** In: an SPDX expression of ids, AND and OR, as far as npm packages use them, and the ids allowed. Out: whether it can be met. */
function isAllowed(expression: string, allowed: ReadonlySet<string>): boolean {
  const inner = /^\((.*)\)$/.exec(expression.trim())?.[1] ?? expression.trim();
  if (/[()]/.test(inner)) return false;
  return inner.split(/\s+OR\s+/).some((choice) => choice.split(/\s+AND\s+/).every((id) => allowed.has(id)));
}
