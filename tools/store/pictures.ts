/** Where a toolbar's popup opens, and how wide Ancrage's is, in CSS pixels. */
const POPUP_WIDTH = 380;
const POPUP_HEIGHT = 600;

/**
 * The popup over the page that it lists, as a browser opens it at the end of its toolbar.
 * In: the addresses of two pictures. Out: a page.
 */
export function popupOverPage(page: string, popup: string): string {
  return `<!doctype html><meta charset="utf-8"><title>popup</title><style>
    body { margin: 0; overflow: hidden; background: url("${page}") top left / 1280px 800px no-repeat; }
    img { position: fixed; inset: 8px 24px auto auto; inline-size: ${POPUP_WIDTH}px; block-size: ${POPUP_HEIGHT}px;
      object-fit: none; object-position: left top; border-radius: 8px; box-shadow: 0 8px 32px #0006, 0 0 0 1px #0003; }
  </style><img src="${popup}" alt="">`;
}

const LINES = {
  fr: ['Où sont les données', 'Quel droit peut les atteindre', 'Pour quoi le service est qualifié'],
  en: ['Where the data is', 'Which law can reach it', 'What the service is qualified for'],
} as const;

/** The store's small picture: the name, and the three questions. In: the language, the icon as SVG. Out: a page. */
export function tile(language: keyof typeof LINES, icon: string): string {
  return `<!doctype html><meta charset="utf-8"><title>tile</title><style>
    body { margin: 0; block-size: 280px; box-sizing: border-box; padding: 40px 36px; overflow: hidden;
      font: 19px/1.3 system-ui, "DejaVu Sans", sans-serif; color: #fff; background: #2b5a87; }
    header { display: flex; gap: 18px; align-items: center; margin-block-end: 26px; }
    svg { inline-size: 72px; block-size: 72px; outline: 2px solid #fff8; border-radius: 16px; }
    h1 { margin: 0; font-size: 44px; line-height: 1; font-weight: 650; }
    ul { margin: 0; padding: 0; list-style: none; display: grid; gap: 9px; }
    li { padding-inline-start: 16px; border-inline-start: 3px solid #fff8; }
  </style><header>${icon}<h1>Ancrage</h1></header>
  <ul>${LINES[language].map((line) => `<li>${line}</li>`).join('')}</ul>`;
}
