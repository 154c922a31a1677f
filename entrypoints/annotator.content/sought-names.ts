import { compileMatcher, type Matcher } from '../../domain/detection/matcher.ts';
import { NO_EVIDENCE, type NameList } from '../../domain/registry/name-index.ts';
import { readNameEvidence } from './background-calls.ts';

/** The names that a page is searched for. What tells the ambiguous ones apart is asked for once one of them is met: most pages have none. */
export class SoughtNames {
  readonly #names: NameList;
  readonly #edition: string;
  #matcher: Matcher;
  #completed: Promise<void> | null = null;

  /** In: the names of an edition of the registry. */
  constructor(names: NameList, edition: string) {
    this.#names = names;
    this.#edition = edition;
    this.#matcher = compileMatcher(names);
  }

  get edition(): string {
    return this.#edition;
  }

  get matcher(): Matcher {
    return this.#matcher;
  }

  /** Settles once ambiguous names can be told apart. Where the background does not help, they do not count. */
  complete(): Promise<void> {
    this.#completed ??= readNameEvidence(this.#edition)
      .catch(() => null)
      .then((evidence) => {
        this.#matcher = compileMatcher({ ...this.#names, ...(evidence ?? NO_EVIDENCE) });
      });
    return this.#completed;
  }
}
