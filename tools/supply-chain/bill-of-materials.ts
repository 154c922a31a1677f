import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Component {
  'bom-ref': string;
  name: string;
  version: string;
}

/** A CycloneDX document, as far as it is touched. */
interface BillOfMaterials {
  serialNumber: string;
  metadata: { timestamp?: string; component: Component };
  components: Component[];
  dependencies: { ref: string; dependsOn?: string[] }[];
}

/**
 * What the extension is made of and made with.
 * In: the project's folder. Out: CycloneDX as JSON: every package of the lockfile, those of the tools marked as such. The
 * same lockfile gives the same bytes: no date, and a number that is taken from its content. Throws when npm fails.
 */
export function billOfMaterials(root: string): string {
  const windows = process.platform === 'win32';
  const words = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'];
  const made = execFileSync('npm', words, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28, shell: windows });
  const bill = JSON.parse(made) as BillOfMaterials;
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Component;
  delete bill.metadata.timestamp;
  // npm takes the folder's name.
  bill.metadata.component = { ...bill.metadata.component, name, version };
  bill.components.sort(by(({ 'bom-ref': ref }) => ref));
  bill.dependencies.sort(by(({ ref }) => ref));
  for (const { dependsOn } of bill.dependencies) dependsOn?.sort();
  bill.serialNumber = '';
  bill.serialNumber = `urn:uuid:${uuidOf(JSON.stringify(bill))}`;
  return `${JSON.stringify(bill, null, 2)}\n`;
}

function by<Item>(key: (item: Item) => string) {
  return (a: Item, b: Item) => (key(a) < key(b) ? -1 : 1);
}

/** A UUID made of a text alone (RFC 9562, version 8). */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
