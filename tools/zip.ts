import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from './data-folder.ts';
import { archivesOf, buildArchives, writeChecksums } from './supply-chain/archives.ts';
import { billOfMaterials } from './supply-chain/bill-of-materials.ts';

const BILL = 'ancrage-sbom.cdx.json';

buildArchives(ROOT);
writeFileSync(join(ROOT, '.output', BILL), billOfMaterials(ROOT));
console.log('In .output/:');
process.stdout.write(writeChecksums(ROOT, [...Object.keys(archivesOf(ROOT)), BILL]));
