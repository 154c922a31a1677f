import { DossierFull } from '../../domain/dossier/dossier-patch.ts';
import { UnreadableDossier } from '../../domain/dossier/stored-dossier.ts';
import type { DossierProblem, DossierRefusal } from '../../domain/protocol/addition.ts';

/** A change that was not made, for a reason that the reader is told. */
export class DossierRefused extends Error {
  override readonly name = 'DossierRefused';
  readonly problem: DossierProblem;

  constructor(problem: DossierProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** In: work on the dossiers. Out: what it gives, or why it was not done. Never rejects. */
export function orRefusal<Result>(work: Promise<Result>): Promise<Result | DossierRefusal> {
  return work.catch((error: unknown): DossierRefusal => ({ ok: false, problem: problemOf(error) }));
}

/** In: what a work on the dossiers failed with. Out: the reason that the reader is told. */
export function problemOf(error: unknown): DossierProblem {
  if (error instanceof DossierRefused || error instanceof UnreadableDossier) return error.problem;
  if (error instanceof DossierFull) return 'too-many';
  // Browsers differ in what they throw; the name is what they agree on.
  if (error instanceof Error && error.name === 'QuotaExceededError') return 'storage-full';
  return 'failed';
}
