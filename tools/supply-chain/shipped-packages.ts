import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from '../data-folder.ts';

/** A package whose code is in what the stores get. */
interface ShippedPackage {
  name: string;
  /** The file of the package that holds its licence; or, where it has none, the holder that its repository names. */
  licence: { file: string; before?: string } | { holder: string };
}

/**
 * Every package that may be in the extension. The build refuses a module of any other, so that nothing gets in that
 * nobody has looked at.
 */
export const SHIPPED: readonly ShippedPackage[] = [
  { name: '@aklinker1/zero-serialize-error', licence: { file: 'LICENSE' } },
  { name: '@webext-core/messaging', licence: { holder: 'Copyright (c) 2022 Aaron' } },
  { name: '@wxt-dev/webextension-polyfill', licence: { file: 'LICENSE' } },
  { name: 'ccount', licence: { file: 'license' } },
  { name: 'fflate', licence: { file: 'LICENSE' } },
  { name: 'idb', licence: { file: 'LICENSE' } },
  { name: 'jose', licence: { file: 'LICENSE.md' } },
  { name: 'preact', licence: { file: 'LICENSE' } },
  { name: 'rolldown', licence: { file: 'LICENSE' } },
  { name: 'stringify-entities', licence: { file: 'license' } },
  { name: 'valibot', licence: { file: 'LICENSE.md' } },
  { name: 'vite', licence: { file: 'LICENSE.md', before: '# Licenses of bundled dependencies' } },
  { name: 'webextension-polyfill', licence: { file: 'LICENSE' } },
  { name: 'write-excel-file', licence: { file: 'LICENSE' } },
  { name: 'wxt', licence: { holder: 'Copyright (c) 2023 Aaron' } },
  { name: 'xast-util-to-xml', licence: { file: 'license' } },
  { name: 'xastscript', licence: { file: 'license' } },
];

/**
 * The package that a module comes from.
 * In: a module id as the bundler has it. Out: the package's name; null for a module of ours.
 */
export function packageOf(moduleId: string): string | null {
  const path = moduleId.replaceAll('\\', '/').replaceAll('\0', '');
  const [, inside] = /.*\/node_modules\/((?:@[^/]+\/)?[^/?]+)/.exec(path) ?? [];
  if (inside !== undefined) return inside;
  // What a tool puts in by itself: `rolldown/runtime.js`, `vite/modulepreload-polyfill.js`, `virtual:wxt-plugins`.
  const [, tool] = /^(?:virtual:)?(rolldown|vite|wxt)\b/.exec(path) ?? [];
  return tool ?? null;
}

/**
 * What has to be said of the packages in the extension.
 * Out: text: each package with its version, its origin and its licence. Throws where a package or its licence is missing.
 */
export function thirdPartyNotices(): string {
  const parts = SHIPPED.map((shipped) => {
    const { version, license, repository } = readManifest(shipped.name);
    const origin = originOf(repository);
    return [`${shipped.name} ${version} (${license})`, origin, '', licenceText(shipped)].join('\n');
  });
  const rule = `\n\n${'='.repeat(72)}\n\n`;
  return `${[INTRODUCTION, ...parts].join(rule)}\n`;
}

const INTRODUCTION = `Ancrage: code under the EUPL-1.2, data under the Licence Ouverte 2.0.
Base map: Natural Earth, public domain.

The extension contains code of the following packages, each unchanged as published
in the npm registry, but for \`innerHTML\` of preact, which is replaced by \`textContent\`.`;

interface PackageManifest {
  version: string;
  license: string;
  repository: { url: string } | string;
}

/** npm lets a package on GitHub be named by owner and repository alone. */
function originOf(repository: PackageManifest['repository']): string {
  const address = typeof repository === 'string' ? repository : repository.url;
  const whole = /^[\w.-]+\/[\w.-]+$/.test(address) ? `https://github.com/${address}` : address;
  return whole.replace(/^git(?:\+https)?:/, 'https:').replace(/\.git$/, '');
}

function readManifest(name: string): PackageManifest {
  return JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as PackageManifest;
}

function licenceText({ name, licence }: ShippedPackage): string {
  if ('holder' in licence) return mitLicence(licence.holder);
  const text = readFileSync(join(ROOT, 'node_modules', name, licence.file), 'utf8');
  return (licence.before === undefined ? text : (text.split(licence.before)[0] ?? '')).trim();
}

/** The text that the package's own repository has beside the holder. */
function mitLicence(holder: string): string {
  const preact = readFileSync(join(ROOT, 'node_modules/preact/LICENSE'), 'utf8');
  const [, text] = preact.split(/Copyright[^\n]*\n/);
  if (text === undefined)
    throw new Error('preact/LICENSE is not the MIT licence any more: take its text from elsewhere');
  return `MIT License\n\n${holder}\n${text}`.trim();
}
