import type { FactLine } from '../domain/sheet/fact-line.ts';
import { PROVENANCE_KEYS } from '../domain/wording/names.ts';
import { Glyph } from './Glyph.tsx';
import { Said, SaidEach } from './Said.tsx';
import { SourceRefs } from './SourceRefs.tsx';
import { useWording } from './wording-context.ts';

/** A fact in words: its value or its silence, what has to be read with it, and the numbers of its receipts. */
export function FactText({ line }: { line: FactLine }) {
  const { t } = useWording();
  const [first, ...rest] = line.phrases;
  return (
    <div class="fact" data-state={line.state}>
      <div class="fact-value">
        {line.state !== 'known' && <Glyph standing={line.state} size={13} />}
        <span>
          {first !== undefined && <Said of={first} />} <SourceRefs numbers={line.receipts} />
          {line.provenance !== undefined && <span class="fact-provenance">{t(PROVENANCE_KEYS[line.provenance])}</span>}
        </span>
      </div>
      <SaidEach of={[...rest, ...line.notes]} as="div" class="fact-more" />
    </div>
  );
}
