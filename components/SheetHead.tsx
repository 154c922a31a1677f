import type { ComponentChildren } from 'preact';

import type { ProviderSheet } from '../domain/sheet/provider-sheet.ts';
import type { MessageKey } from '../domain/wording/message-key.ts';
import { statusWords } from '../domain/wording/status-words.ts';
import { Badge } from './Badge.tsx';
import { FactText } from './FactText.tsx';
import { Legend } from './Legend.tsx';
import { SourceRefs } from './SourceRefs.tsx';
import { useWording } from './wording-context.ts';

const KIND_KEYS: Record<ProviderSheet['kind'], MessageKey> = {
  provider: 'kind_provider',
  group: 'kind_group',
  programme: 'kind_programme',
  'public-service': 'kind_publicService',
  software: 'kind_software',
};

interface Props {
  sheet: ProviderSheet;
  registry: { version: number; date: string };
  /** The day as of which the facts are weighed. */
  day: string;
  /** Buttons: what can be done with the sheet. */
  children: ComponentChildren;
}

/** Who the provider is, and its badge. */
export function SheetHead({ sheet, registry, day, children }: Props) {
  const wording = useWording();
  const { t, date } = wording;
  const { assessment, identity, kind, statusReceipts } = sheet;
  return (
    <header class="sheet-head">
      <p class="sheet-kicker">
        {t(KIND_KEYS[kind])} · {t('card_registry', String(registry.version), date(registry.date))} ·{' '}
        {t('sheet_readOn', date(day))}
      </p>
      <h1>{assessment.name}</h1>
      {assessment.status !== undefined && assessment.status.state !== 'active' && (
        <p class="sheet-status">
          {statusWords(assessment.status, wording)} <SourceRefs numbers={statusReceipts} />
        </p>
      )}
      <div class="sheet-actions">{children}</div>
      <Badge axes={assessment.axes} size="header" />
      <Legend />
      <dl class="sheet-identity">
        {identity.map(({ label, line }) => (
          <div key={label}>
            <dt>{t(label)}</dt>
            <dd>
              <FactText line={line} />
            </dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
