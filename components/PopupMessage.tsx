import type { MessageKey } from '../domain/wording/message-key.ts';
import { useWording } from './wording-context.ts';

interface Content {
  title: MessageKey;
  body?: MessageKey;
  action?: MessageKey;
}

const CONTENT = {
  loading: { title: 'popup_loading' },
  none: { title: 'popup_none_title', body: 'popup_none_body' },
  unlisted: { title: 'popup_unlisted_title', body: 'popup_unlisted_body', action: 'popup_annotate' },
  unread: { title: 'popup_unread_title', body: 'popup_unread_body', action: 'popup_annotate' },
  revoked: { title: 'popup_revoked_title', body: 'popup_revoked_body', action: 'popup_allow' },
  off: { title: 'popup_off_title', body: 'popup_off_body' },
  'off-everywhere': { title: 'popup_off_title', body: 'popup_offEverywhere_body' },
  // Until when, and the way back, stand below.
  paused: { title: 'popup_pausedHere_title' },
  blocked: { title: 'popup_blocked_title', body: 'popup_blocked_body' },
  restricted: { title: 'popup_restricted_title', body: 'popup_restricted_body' },
  failed: { title: 'popup_failed_title', body: 'popup_failed_body', action: 'popup_retry' },
} as const satisfies Record<string, Content>;

interface Props {
  kind: keyof typeof CONTENT;
  onAction?: () => void;
}

/** Why there is no list, in a sentence, and what the reader can do about it. */
export function PopupMessage({ kind, onAction }: Props) {
  const { t } = useWording();
  const content: Content = CONTENT[kind];
  return (
    <section class="popup-message" data-kind={kind} aria-live="polite">
      <h1>{t(content.title)}</h1>
      {content.body !== undefined && <p>{t(content.body)}</p>}
      {content.action !== undefined && (
        <button type="button" class="main-button" onClick={onAction}>
          {t(content.action)}
        </button>
      )}
    </section>
  );
}
