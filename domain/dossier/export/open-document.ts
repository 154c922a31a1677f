import { strToU8, zipSync } from 'fflate';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';

type Child = Parameters<typeof x>[2];
export type XmlElement = Extract<ReturnType<typeof x>, { type: 'element' }>;

/** The namespaces of OpenDocument 1.3 that are written here. */
const NAMESPACES = {
  'xmlns:office': 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  'xmlns:style': 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  'xmlns:text': 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  'xmlns:table': 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  'xmlns:number': 'urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0',
  'xmlns:fo': 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  'xmlns:svg': 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  'xmlns:meta': 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
  'xmlns:config': 'urn:oasis:names:tc:opendocument:xmlns:config:1.0',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
};
const VERSION = '1.3';
/** Of the files within: no clock here, and the moment stands in `meta.xml`. */
const UNDATED = new Date(Date.UTC(1980, 0, 2));

/** In: a qualified name, its attributes, what is in it. Out: the element. */
export function element(name: string, attributes: Record<string, string> = {}, ...children: Child[]): XmlElement {
  return x(name, attributes, ...children);
}

/** The parts of one OpenDocument file. */
export interface OpenDocumentParts {
  kind: 'text' | 'spreadsheet';
  title: string;
  subject: string;
  /** BCP 47 */
  language: string;
  /** ISO date and time, with or without its offset. */
  at: string;
  /** What is in `office:document-styles`, in the order of the schema. */
  styles: XmlElement[];
  /** What is in `office:document-content`, in the order of the schema. */
  content: XmlElement[];
  /** What is in `office:settings`: how a programme shows it at first. */
  settings?: XmlElement[];
}

/**
 * Packs an OpenDocument file (OASIS OpenDocument 1.3, part 2: packages).
 * In: its parts. Out: the bytes of the package, the same for the same parts.
 */
export function packOpenDocument(parts: OpenDocumentParts): Uint8Array<ArrayBuffer> {
  const type = `application/vnd.oasis.opendocument.${parts.kind}`;
  const files: [string, XmlElement][] = [
    ['content.xml', root('office:document-content', parts.content)],
    ['styles.xml', root('office:document-styles', parts.styles)],
    ['meta.xml', root('office:document-meta', [metaOf(parts)])],
    ...(parts.settings === undefined
      ? []
      : [['settings.xml', root('office:document-settings', parts.settings)] as [string, XmlElement]]),
  ];
  const zipped = zipSync(
    {
      // First and not compressed, so that the file's kind can be read at a fixed place.
      mimetype: [strToU8(type), { level: 0 }],
      ...Object.fromEntries(files.map(([path, tree]) => [path, strToU8(xml(tree))])),
      'META-INF/manifest.xml': strToU8(xml(manifestOf(type, files))),
    },
    { mtime: UNDATED, level: 6 },
  );
  return new Uint8Array(zipped);
}

/** In: `fr`, `en-GB`. Out: the attributes that tell a programme by which dictionary to read. */
export function languageAttributes(language: string): Record<string, string> {
  const { language: code, region } = new Intl.Locale(language).maximize();
  return { 'fo:language': code, 'fo:country': code === 'en' ? 'GB' : (region ?? 'none') };
}

function root(name: string, children: XmlElement[]): XmlElement {
  return element(name, { ...NAMESPACES, 'office:version': VERSION }, children);
}

function metaOf({ title, subject, language, at }: OpenDocumentParts): XmlElement {
  const moment = at.replace(/(?:Z|[+-]\d\d:\d\d)$/, '');
  return element('office:meta', {}, [
    element('meta:generator', {}, 'Ancrage'),
    element('dc:title', {}, title),
    element('dc:subject', {}, subject),
    element('dc:language', {}, language),
    element('meta:creation-date', {}, moment),
    element('dc:date', {}, moment),
  ]);
}

function manifestOf(type: string, files: readonly [string, XmlElement][]): XmlElement {
  const entry = (path: string, mediaType: string) =>
    element('manifest:file-entry', { 'manifest:full-path': path, 'manifest:media-type': mediaType });
  return element(
    'manifest:manifest',
    { 'xmlns:manifest': 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0', 'manifest:version': VERSION },
    [
      element('manifest:file-entry', {
        'manifest:full-path': '/',
        'manifest:version': VERSION,
        'manifest:media-type': type,
      }),
      ...files.map(([path]) => entry(path, 'text/xml')),
    ],
  );
}

function xml(tree: XmlElement): string {
  const text = toXml(tree, { closeEmptyElements: true, tightClose: true });
  // The serializer leaves `>` as it is, and XML 1.0 wants it escaped here (https://www.w3.org/TR/xml/#syntax).
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text.replaceAll(']]>', ']]&gt;')}`;
}
