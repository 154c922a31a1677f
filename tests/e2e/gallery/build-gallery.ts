import { join } from 'node:path';

import { build } from 'vite';

const ROOT = join(import.meta.dirname, '../../..');

/** Bundles the gallery. Out: a page that draws the surface named in its query: `card`, `card-unfolded`, `popup` or `sheet`. */
export async function buildGallery(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      // As the extension: for older browsers, styles would be rewritten.
      target: ['chrome140', 'firefox140'],
      lib: { entry: join(ROOT, 'tests/e2e/gallery/gallery.tsx'), formats: ['iife'], name: 'gallery' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (output === undefined || !('output' in output)) throw new Error('nothing was bundled');
  const script = output.output[0].code.replaceAll('</script', '<\\/script');
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Galerie</title><body><script>${script}</script>`;
}
