import type { DossierBeginning } from '../../domain/dossier/beginning.ts';
import type { Dossier } from '../../domain/dossier/dossier.ts';
import type { DossierProblem } from '../../domain/protocol/addition.ts';
import type { ChangeRequest, DossierComparison } from '../../domain/protocol/dossier-messages.ts';
import { onDataChanged } from '../own-page/data-calls.ts';
import {
  changeDossier,
  compareDossier,
  onDossiersChanged,
  readDossier,
  readDossierBeginning,
  undoInDossier,
} from '../own-page/dossier-calls.ts';
import type { TextPlace } from './text-place.ts';

/** How long a comparison waits for the list to be drawn, in milliseconds. */
const PATIENCE = 50;

type Comparison = Extract<DossierComparison, { ok: true }>;

/** What a window shows of a dossier. */
export interface DossierState {
  reading:
    | { kind: 'loading' }
    /** `entries` of them in all: more than the dossier holds while the rest of it is read. */
    | { kind: 'shown'; dossier: Dossier; entries: number; undoable: boolean }
    | { kind: 'refused'; problem: DossierProblem };
  /** What the registry in force says otherwise; null while it is not known. */
  comparison: Comparison | null;
  conflict: Conflict | null;
}

/** A text that this window and another one changed. */
export interface Conflict {
  mine: string;
  theirs: string;
  /** The dossier as this window would have it. */
  copy: Dossier;
}

/** The beginning of a dossier that was asked for before the page knew how to show it. */
let foreseen: { id: string; beginning: Promise<DossierBeginning | null> } | null = null;

/** Asks for a dossier ahead: while it comes, the page reads its settings and its words. */
export function foresee(id: string): void {
  foreseen = { id, beginning: readDossierBeginning(id) };
}

/** Reads a dossier, and again whenever it changes here or in another window; and changes it. */
export class DossierDesk {
  readonly #id: string;
  readonly #show: (state: DossierState) => void;
  #state: DossierState = { reading: { kind: 'loading' }, comparison: null, conflict: null };
  /** How many readings began: only the last one is shown. */
  #begun = 0;
  /** The reading that began last. */
  #reading = Promise.resolve();

  /** In: the dossier's id, and what shows each new state of it. */
  constructor(id: string, show: (state: DossierState) => void) {
    this.#id = id;
    this.#show = show;
  }

  get state(): DossierState {
    return this.#state;
  }

  /** Out: what stops it. */
  start(): () => void {
    this.#reading = this.#open();
    const stops = [onDossiersChanged(() => void this.#read()), onDataChanged(this.#compare)];
    // A fact also changes by the day alone, while a page stays open.
    document.addEventListener('visibilitychange', this.#compare);
    return () => {
      for (const stop of stops) stop();
      document.removeEventListener('visibilitychange', this.#compare);
    };
  }

  /** Makes a change. Out: null once it is made, else why it was not. */
  async change(change: ChangeRequest['change']): Promise<DossierProblem | null> {
    const shown = this.#shown();
    if (shown === null) return 'missing';
    const answer = await changeDossier({ dossier: this.#id, revision: shown.revision, change });
    await this.#read();
    return answer.ok ? null : answer.problem;
  }

  /**
   * Saves a text, unless another window changed it since the typing began: then both are kept, and the reader chooses.
   * In: where it stands, the text, what was saved there when the typing began. Out: as above.
   */
  async saveText(place: TextPlace, text: string, base: string, again = true): Promise<DossierProblem | null> {
    // A copy of it may be kept below: never of its beginning alone. No waiting otherwise: the page may be closing.
    const shown = this.#isWhole() ? this.#shown() : await this.whole();
    if (shown === null) return 'missing';
    const theirs = place.read(shown);
    if (theirs === text) return null;
    if (theirs !== base) {
      this.#update({ conflict: { mine: text, theirs: theirs ?? '', copy: place.write(shown, text) } });
      return null;
    }
    const problem = await this.change(place.change(shown, text));
    // It was read again meanwhile: what another window changed may be something else.
    return problem === 'changed-elsewhere' && again ? this.saveText(place, text, base, false) : problem;
  }

  /** Takes the last change back. Out: as above. */
  async undo(): Promise<DossierProblem | null> {
    const shown = this.#shown();
    if (shown === null) return 'missing';
    const answer = await undoInDossier({ dossier: this.#id, revision: shown.revision });
    await this.#read();
    return answer.ok ? null : answer.problem;
  }

  /** Out: the dossier with all its entries; null where it cannot be read. */
  async whole(): Promise<Dossier | null> {
    if (!this.#isWhole()) await this.#reading;
    return this.#isWhole() ? this.#shown() : null;
  }

  /** The reader chose among two versions. */
  settle(): void {
    this.#update({ conflict: null });
  }

  #shown(): Dossier | null {
    return this.#state.reading.kind === 'shown' ? this.#state.reading.dossier : null;
  }

  #isWhole(): boolean {
    const { reading } = this.#state;
    return reading.kind === 'shown' && reading.entries === reading.dossier.entries.length;
  }

  #update(part: Partial<DossierState>): void {
    this.#state = { ...this.#state, ...part };
    this.#show(this.#state);
  }

  /** Shows the beginning of a long dossier while all of it is read. */
  async #open(): Promise<void> {
    const ahead = foreseen?.id === this.#id ? foreseen.beginning : null;
    foreseen = null;
    const beginning = await (ahead ?? readDossierBeginning(this.#id));
    if (beginning !== null && this.#shown() === null) {
      this.#update({ reading: { kind: 'shown', ...beginning, undoable: false } });
      // Drawn before megabytes of answer are taken apart.
      await new Promise((drawn) => setTimeout(drawn, PATIENCE));
    }
    await this.#readWhole();
  }

  #read(): Promise<void> {
    this.#reading = this.#readWhole();
    return this.#reading;
  }

  async #readWhole(): Promise<void> {
    this.#begun += 1;
    const turn = this.#begun;
    const answer = await readDossier(this.#id);
    if (!answer.ok) {
      if (turn === this.#begun) this.#update({ reading: { kind: 'refused', problem: answer.problem } });
      return;
    }
    const shown = this.#shown();
    // Another reading knows more, or this one nothing new.
    if (shown !== null && this.#isWhole() && shown.revision >= answer.dossier.revision) return;
    const { dossier, undoable } = answer;
    this.#update({ reading: { kind: 'shown', dossier, entries: dossier.entries.length, undoable } });
    // Once it is before the reader's eyes.
    setTimeout(this.#compare, PATIENCE);
  }

  readonly #compare = (): void => {
    void compareDossier(this.#id).then((answer) => {
      if (answer.ok) this.#update({ comparison: answer });
    });
  };
}
