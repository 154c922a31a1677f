import { element, languageAttributes, type XmlElement } from './open-document.ts';

/** Liberation Sans has Arial's metrics: the pages break alike where only one of them is installed. */
const FONT = 'Liberation Sans';
const INK = '#1a1a1a';
const LINE = '0.5pt solid #8c8c8c';
const HEAD_GROUND = '#ececec';

/** In: BCP 47, what stands at the foot of each page. Out: what is in `office:document-styles`. */
export function documentStyles(language: string, foot: string): XmlElement[] {
  return [
    fontFaces(),
    element('office:styles', {}, [
      element('style:default-style', { 'style:family': 'paragraph' }, [
        element('style:paragraph-properties', {
          'style:writing-mode': 'page',
          'fo:orphans': '2',
          'fo:widows': '2',
          'style:tab-stop-distance': '1.25cm',
        }),
        element('style:text-properties', {
          'style:font-name': FONT,
          'fo:font-size': '10pt',
          'fo:color': INK,
          ...languageAttributes(language),
        }),
      ]),
      element('style:default-style', { 'style:family': 'table' }, [
        element('style:table-properties', { 'table:border-model': 'collapsing' }),
      ]),
      paragraphStyle('Standard', 'Standard', ''),
      paragraphStyle('Text_20_body', 'Text body', 'Standard', {
        'fo:margin-bottom': '0.2cm',
        'fo:line-height': '120%',
      }),
      paragraphStyle('Heading', 'Heading', 'Standard', { 'fo:keep-with-next': 'always' }, { 'fo:font-weight': 'bold' }),
      paragraphStyle('Title', 'Title', 'Heading', { 'fo:margin-bottom': '0.1cm' }, { 'fo:font-size': '20pt' }),
      paragraphStyle(
        'Subtitle',
        'Subtitle',
        'Heading',
        { 'fo:margin-bottom': '0.4cm' },
        {
          'fo:font-size': '12pt',
          'fo:font-weight': 'normal',
        },
      ),
      headingStyle(1, { 'fo:margin-top': '0.5cm', 'fo:margin-bottom': '0.2cm' }, '14pt'),
      headingStyle(2, { 'fo:margin-top': '0.5cm', 'fo:margin-bottom': '0.2cm' }, '11.5pt'),
      headingStyle(3, { 'fo:margin-top': '0.3cm', 'fo:margin-bottom': '0.12cm' }, '10pt'),
      paragraphStyle(
        'Table_20_Contents',
        'Table Contents',
        'Standard',
        { 'fo:margin-bottom': '0.06cm' },
        { 'fo:font-size': '9pt' },
      ),
      paragraphStyle('Table_20_Heading', 'Table Heading', 'Table_20_Contents', {}, { 'fo:font-weight': 'bold' }),
      paragraphStyle('List_20_item', 'List item', 'Text_20_body', { 'fo:margin-bottom': '0.06cm' }),
      paragraphStyle(
        'Source',
        'Source',
        'Standard',
        { 'fo:margin-bottom': '0.04cm', 'fo:keep-with-next': 'always' },
        { 'fo:font-size': '9pt' },
      ),
      paragraphStyle('Source_20_end', 'Source end', 'Source', {
        'fo:margin-bottom': '0.2cm',
        'fo:keep-with-next': 'auto',
      }),
      paragraphStyle(
        'Footer',
        'Footer',
        'Standard',
        { 'fo:border-top': LINE, 'fo:padding-top': '0.1cm' },
        {
          'fo:font-size': '8pt',
        },
      ),
      textStyle('Strong_20_Emphasis', 'Strong Emphasis', { 'fo:font-weight': 'bold' }),
      textStyle('Internet_20_link', 'Internet link', {
        'fo:color': '#0b3d91',
        'style:text-underline-style': 'solid',
        'style:text-underline-color': 'font-color',
      }),
      listStyle('Bullets', [
        element('text:list-level-style-bullet', { 'text:level': '1', 'text:bullet-char': '•' }, [labelWidth('0.5cm')]),
      ]),
      listStyle('Sources', [
        element(
          'text:list-level-style-number',
          { 'text:level': '1', 'style:num-format': '1', 'style:num-prefix': '[', 'style:num-suffix': ']' },
          [labelWidth('1.1cm')],
        ),
      ]),
    ]),
    element('office:automatic-styles', {}, [
      pageLayout('Upright', '21cm', '29.7cm', 'portrait'),
      pageLayout('Wide', '29.7cm', '21cm', 'landscape'),
      footTabs('Foot_20_upright', '17cm'),
      footTabs('Foot_20_wide', '25.7cm'),
    ]),
    element('office:master-styles', {}, [
      masterPage('Standard', 'Upright', 'Foot_20_upright', foot),
      masterPage('Wide', 'Wide', 'Foot_20_wide', foot),
    ]),
  ];
}

/** Out: the styles that the content's tables and page turns use. */
export function contentStyles(columns: ReadonlyMap<string, number>): XmlElement[] {
  return [
    element('style:style', { 'style:name': 'Table', 'style:family': 'table' }, [
      element('style:table-properties', {
        'table:align': 'left',
        'fo:margin-top': '0.1cm',
        'fo:margin-bottom': '0.35cm',
        'table:border-model': 'collapsing',
      }),
    ]),
    ...[...columns].map(([name, width]) =>
      element('style:style', { 'style:name': name, 'style:family': 'table-column' }, [
        element('style:table-column-properties', { 'style:column-width': `${width.toFixed(2)}cm` }),
      ]),
    ),
    element('style:style', { 'style:name': 'Kept', 'style:family': 'table-row' }, [
      element('style:table-row-properties', { 'fo:keep-together': 'always' }),
    ]),
    cellStyle('Cell', {}),
    cellStyle('Head', { 'fo:background-color': HEAD_GROUND }),
    pageTurn('Turn_20_wide', 'Wide'),
    pageTurn('Turn_20_upright', 'Standard'),
  ];
}

/** Out: the fonts, which both parts of the document declare. */
export function fontFaces(): XmlElement {
  return element('office:font-face-decls', {}, [
    element('style:font-face', {
      'style:name': FONT,
      'svg:font-family': `'${FONT}', Arial, Helvetica`,
      'style:font-family-generic': 'swiss',
      'style:font-pitch': 'variable',
    }),
  ]);
}

function paragraphStyle(
  name: string,
  shown: string,
  parent: string,
  paragraph: Record<string, string> = {},
  text: Record<string, string> = {},
): XmlElement {
  return element(
    'style:style',
    {
      'style:name': name,
      'style:display-name': shown,
      'style:family': 'paragraph',
      ...(parent !== '' && { 'style:parent-style-name': parent }),
    },
    [element('style:paragraph-properties', paragraph), element('style:text-properties', text)],
  );
}

function headingStyle(level: 1 | 2 | 3, paragraph: Record<string, string>, size: string): XmlElement {
  const style = paragraphStyle(`Heading_20_${level}`, `Heading ${level}`, 'Heading', paragraph, {
    'fo:font-size': size,
  });
  return { ...style, attributes: { ...style.attributes, 'style:default-outline-level': String(level) } };
}

function textStyle(name: string, shown: string, text: Record<string, string>): XmlElement {
  return element('style:style', { 'style:name': name, 'style:display-name': shown, 'style:family': 'text' }, [
    element('style:text-properties', text),
  ]);
}

function listStyle(name: string, levels: XmlElement[]): XmlElement {
  return element('text:list-style', { 'style:name': name }, levels);
}

function labelWidth(width: string): XmlElement {
  return element('style:list-level-properties', { 'text:list-level-position-and-space-mode': 'label-alignment' }, [
    element('style:list-level-label-alignment', {
      'text:label-followed-by': 'listtab',
      'text:list-tab-stop-position': width,
      'fo:text-indent': `-${width}`,
      'fo:margin-left': width,
    }),
  ]);
}

function cellStyle(name: string, cell: Record<string, string>): XmlElement {
  return element('style:style', { 'style:name': name, 'style:family': 'table-cell' }, [
    element('style:table-cell-properties', { 'fo:padding': '0.09cm', 'fo:border': LINE, ...cell }),
  ]);
}

/** A heading that begins a new kind of page. */
function pageTurn(name: string, master: string): XmlElement {
  return element('style:style', {
    'style:name': name,
    'style:family': 'paragraph',
    'style:parent-style-name': 'Heading_20_1',
    'style:master-page-name': master,
  });
}

function pageLayout(name: string, width: string, height: string, orientation: string): XmlElement {
  return element('style:page-layout', { 'style:name': name }, [
    element('style:page-layout-properties', {
      'fo:page-width': width,
      'fo:page-height': height,
      'style:print-orientation': orientation,
      'fo:margin-top': '1.6cm',
      'fo:margin-bottom': '1.2cm',
      'fo:margin-left': '2cm',
      'fo:margin-right': '2cm',
    }),
    element('style:header-style'),
    element('style:footer-style', {}, [
      element('style:header-footer-properties', { 'fo:min-height': '0.8cm', 'fo:margin-top': '0.4cm' }),
    ]),
  ]);
}

function footTabs(name: string, width: string): XmlElement {
  return element(
    'style:style',
    { 'style:name': name, 'style:family': 'paragraph', 'style:parent-style-name': 'Footer' },
    [
      element('style:paragraph-properties', {}, [
        element('style:tab-stops', {}, [element('style:tab-stop', { 'style:position': width, 'style:type': 'right' })]),
      ]),
    ],
  );
}

function masterPage(name: string, layout: string, footStyle: string, foot: string): XmlElement {
  return element('style:master-page', { 'style:name': name, 'style:page-layout-name': layout }, [
    element('style:footer', {}, [
      element('text:p', { 'text:style-name': footStyle }, [
        foot,
        element('text:tab'),
        element('text:page-number', { 'text:select-page': 'current' }, '1'),
        ' / ',
        element('text:page-count', {}, '1'),
      ]),
    ]),
  ]);
}
