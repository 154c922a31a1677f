import type { ComponentChildren } from 'preact';

import { Glyph } from './Glyph.tsx';
import { useWording } from './wording-context.ts';

interface Props {
  demoAddress: string;
  optionsAddress: string;
  browser: 'chrome' | 'firefox';
}

/** What somebody reads once, after installing: what it does, what leaves the browser, where to try it, how to keep it at hand. */
export function Welcome({ demoAddress, optionsAddress, browser }: Props) {
  const { t } = useWording();
  return (
    <div class="welcome">
      <header class="welcome-head">
        <h1>{t('welcome_title')}</h1>
        <p>{t('welcome_lead')}</p>
      </header>
      <ol class="welcome-pictures">
        <Picture title={t('welcome_marks_title')} text={t('welcome_marks_text')}>
          <MarksPicture />
        </Picture>
        <Picture title={t('welcome_card_title')} text={t('welcome_card_text')}>
          <CardPicture />
        </Picture>
        <Picture title={t('welcome_list_title')} text={t('welcome_list_text')}>
          <ListPicture />
        </Picture>
      </ol>
      <section class="welcome-try">
        <div>
          <h2>{t('welcome_try_title')}</h2>
          <p>{t('welcome_try_text')}</p>
        </div>
        <a class="main-button" href={demoAddress}>
          {t('welcome_try_action')}
        </a>
      </section>
      <div class="welcome-pair">
        <section>
          <h2>{t('welcome_privacy_title')}</h2>
          <p>{t('welcome_privacy_text')}</p>
        </section>
        <section>
          <h2>{t('welcome_pin_title')}</h2>
          <p>{t(browser === 'firefox' ? 'welcome_pin_firefox' : 'welcome_pin_chrome')}</p>
        </section>
      </div>
      <footer class="welcome-foot">
        <a href={optionsAddress}>{t('welcome_options')}</a>
      </footer>
    </div>
  );
}

function Picture({ title, text, children }: { title: string; text: string; children: ComponentChildren }) {
  return (
    <li>
      {/* The words below say what it shows. */}
      <div class="picture" aria-hidden="true">
        {children}
      </div>
      <h2>{title}</h2>
      <p>{text}</p>
    </li>
  );
}

/** A line of a text, as wide as said, in the picture's own units. */
const Line = ({ width }: { width: number }) => <span class="line" style={{ inlineSize: `${width}%` }} />;

function MarksPicture() {
  return (
    <div class="sheet-of-paper">
      <Line width={62} />
      <Line width={96} />
      <p>
        <Line width={30} /> <mark>OVHcloud</mark> <Line width={22} />
      </p>
      <Line width={88} />
      <p>
        <mark>Scaleway</mark> <Line width={46} />
      </p>
      <Line width={70} />
    </div>
  );
}

function CardPicture() {
  const { t } = useWording();
  const rows = [
    ['full', t('axis_location')],
    ['half', t('axis_law')],
    ['due', t('axis_qualification')],
  ] as const;
  return (
    <div class="card-picture">
      <Line width={44} />
      {rows.map(([standing, name]) => (
        <div class="card-picture-row" key={name}>
          <Glyph standing={standing} size={18} />
          <div>
            <small>{name}</small>
            <Line width={72} />
          </div>
        </div>
      ))}
    </div>
  );
}

/** Nobody's rows: a picture says nothing of a provider. */
const ROWS = [
  { width: 46, standings: ['half', 'contested', 'due'] },
  { width: 34, standings: ['full', 'unknown', 'empty'] },
  { width: 40, standings: ['half', 'empty', 'full'] },
] as const;

function ListPicture() {
  return (
    <div class="card-picture">
      <Line width={50} />
      {ROWS.map(({ width, standings }) => (
        <div class="list-picture-row" key={width}>
          <Line width={width} />
          <span>
            {standings.map((standing) => (
              <Glyph key={standing} standing={standing} size={14} />
            ))}
          </span>
        </div>
      ))}
    </div>
  );
}
