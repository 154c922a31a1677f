import { useState } from 'preact/hooks';

import { AXES, type AxisAssessment } from '../domain/assessment/assessment.ts';
import { additionWords, PROBLEM_KEYS } from '../domain/wording/dossier-words.ts';
import type { Addition, ChangeAnswer, UndoRequest } from '../domain/protocol/addition.ts';
import { useWording } from './wording-context.ts';

/** What became of a copy: nothing asked yet, done, or refused, and then the text to copy by hand. */
type Copy = { state: 'none' | 'done' } | { state: 'refused'; text: string };

export interface CardCalls {
  /** Copies statements as a citation. Out: null once copied, else the text that the browser or the page did not let through. */
  onCite: (axes: readonly AxisAssessment['axis'][]) => Promise<string | null>;
  /** Adds the provider to the dossier. */
  onAdd: () => Promise<Addition>;
  /** Takes an addition back. */
  onUndoAdd: (addition: UndoRequest) => Promise<ChangeAnswer>;
  onOpenDossier: (id: string) => void;
  /** The page is in a private window. */
  isPrivate: boolean;
  /** Opens the full sheet, at its form for an error where asked. */
  onSheet: (section?: 'report') => void;
}

/** What can be done from the card: cite it, put it in the dossier, say what is wrong in it, read all of it. */
export function CardActions({ onCite, onAdd, onUndoAdd, onOpenDossier, isPrivate, onSheet }: CardCalls) {
  const wording = useWording();
  const { t } = wording;
  const [copy, setCopy] = useState<Copy>({ state: 'none' });
  const [addition, setAddition] = useState<Addition | null>(null);
  const [undone, setUndone] = useState('');
  const add = async () => {
    setCopy({ state: 'none' });
    setUndone('');
    setAddition(await onAdd());
  };
  const undo = async ({ dossier, revision }: UndoRequest) => {
    const answer = await onUndoAdd({ dossier, revision });
    setAddition(null);
    setUndone(t(answer.ok ? 'dossier_undone' : PROBLEM_KEYS[answer.problem]));
  };
  const cite = async () => {
    setAddition(null);
    setUndone('');
    const text = await onCite(AXES);
    setCopy(text === null ? { state: 'done' } : { state: 'refused', text });
  };
  return (
    <>
      <output class="card-copied">
        {copy.state === 'done' && t('cite_done')}
        {copy.state === 'refused' && t('cite_failed')}
        {addition !== null && additionWords(addition, wording, isPrivate)}
        {undone}
      </output>
      {addition?.ok === true && (
        <div class="card-added">
          {addition.added > 0 && (
            <button type="button" class="text-button" data-action="undo" onClick={() => void undo(addition)}>
              {t('dossier_undo')}
            </button>
          )}
          <button
            type="button"
            class="text-button"
            data-action="open-dossier"
            onClick={() => {
              onOpenDossier(addition.dossier);
            }}
          >
            {t('dossier_open')}
          </button>
        </div>
      )}
      {copy.state === 'refused' && (
        <textarea
          class="card-citation"
          aria-label={t('cite')}
          readOnly
          value={copy.text}
          ref={(area) => {
            area?.select();
          }}
        />
      )}
      <div class="card-actions">
        <button type="button" class="text-button" onClick={() => void cite()}>
          {t('cite')}
        </button>
        <button type="button" class="text-button" data-action="add" onClick={() => void add()}>
          {t('dossier_add')}
        </button>
        <button
          type="button"
          class="text-button"
          onClick={() => {
            onSheet('report');
          }}
        >
          {t('report_short')}
        </button>
        <button
          type="button"
          class="text-button"
          onClick={() => {
            onSheet();
          }}
        >
          {t('card_sheet')}
        </button>
      </div>
    </>
  );
}
