import type { ContentScriptContext } from 'wxt/utils/content-script-context';

import { EvidencePending } from '../../domain/detection/find-mentions.ts';
import type { Highlights } from './highlights.ts';
import { judgeWindow } from './judge-window.ts';
import { PageMoved, proseLength } from './page-text.ts';
import { MANY, PageWatcher } from './page-watcher.ts';
import type { ShadowRoots } from './shadow-roots.ts';
import type { SoughtNames } from './sought-names.ts';
import { readWindows, spansAround } from './text-window.ts';
import { nextSlice } from './time-slices.ts';

/** How often one reading begins again because the page moved under it. */
const MOST_RESTARTS = 3;
/** How long a restless page is left alone, in milliseconds. */
const CALM = 2000;
/** How long a reading may take before it gives the page its turn for the first time, in milliseconds. */
const FIRST_SLICE = 4;
/** Between two times that marks are painted during one reading, in milliseconds; three times as long each time. */
const FIRST_PAUSE = 250;
/** Between two looks for shadow roots that were attached to elements long there, in milliseconds; twice as long each time. */
const [FIRST_LOOK, LAST_LOOK] = [500, 64_000];

/** Keeps what is known of a page in step with the page: reads it, watches it, reads again what changed. */
export class PageReader {
  readonly #document: Document;
  #names: SoughtNames;
  readonly #context: ContentScriptContext;
  readonly #highlights: Highlights;
  readonly #shadowRoots: ShadowRoots;
  readonly #watcher: PageWatcher;
  readonly #onRead: () => void;
  readonly #waiting = new Set<Node>();
  #reading: Promise<void> | null = null;
  #deadline = 0;
  #paintAt = 0;
  #pause = FIRST_PAUSE;
  #stopped = false;
  /** Somebody waits for the reading to be done, whether or not the tab is in front. */
  #awaited = 0;
  readonly #asleep = new Set<() => void>();

  constructor(
    document: Document,
    names: SoughtNames,
    context: ContentScriptContext,
    {
      highlights,
      shadowRoots,
      ownAttribute,
    }: { highlights: Highlights; shadowRoots: ShadowRoots; ownAttribute: string },
    onRead: () => void,
  ) {
    this.#document = document;
    this.#names = names;
    this.#context = context;
    this.#highlights = highlights;
    this.#shadowRoots = shadowRoots;
    this.#onRead = onRead;
    this.#watcher = new PageWatcher(ownAttribute, (places) => {
      this.#enqueue(places);
    });
  }

  start(): void {
    this.#watcher.watch(this.#document);
    this.#document.addEventListener('visibilitychange', this.#onVisibilityChange);
    this.#enqueue([this.#document]);
    this.#lookAgain(FIRST_LOOK);
  }

  /** Looks for other names from now on, and over again: what stays the same stays painted. */
  lookFor(names: SoughtNames): void {
    this.#names = names;
    this.#enqueue([this.#document, ...this.#shadowRoots.all]);
  }

  stop(): void {
    this.#stopped = true;
    this.#watcher.stop();
    this.#document.removeEventListener('visibilitychange', this.#onVisibilityChange);
    this.#waiting.clear();
    this.#shadowRoots.clear();
    this.#wake();
  }

  /** Settles once everything that is there now has been read. */
  async finish(): Promise<void> {
    this.#awaited += 1;
    this.#wake();
    this.#watcher.flush();
    await this.#look();
    this.#read();
    await this.#reading;
    this.#awaited -= 1;
  }

  #enqueue(places: Iterable<Node>): void {
    if (this.#stopped) return;
    if (!this.#context.isValid) {
      this.#context.abort('the extension was reloaded or removed');
      return;
    }
    for (const place of places) this.#waiting.add(place);
    if (this.#waiting.size > MANY) {
      this.#waiting.clear();
      for (const root of [this.#document, ...this.#shadowRoots.all]) this.#waiting.add(root);
    }
    // A tab that nobody looks at costs nothing; it is read when it comes to the front, or when the popup asks.
    if (!this.#document.hidden) this.#read();
  }

  #read(): void {
    if (this.#waiting.size === 0) return;
    this.#reading ??= this.#readAll().finally(() => {
      this.#reading = null;
    });
  }

  async #readAll(): Promise<void> {
    this.#deadline = performance.now() + FIRST_SLICE;
    while (this.#waiting.size > 0) {
      const places = await this.#readWaiting();
      if (this.#stopped) return;
      for (const root of this.#shadowRoots.dropDisconnected()) this.#watcher.unwatch(root);
      this.#highlights.dropDisconnected();
      this.#highlights.register();
      this.#highlights.repaint();
      this.#onRead();
      // Once what everybody sees is marked: it may find more to read.
      for (const place of places) await this.#lookIn(place);
    }
  }

  /** Reads until nothing waits. Out: the places around which it read. */
  async #readWaiting(): Promise<Node[]> {
    const all: Node[] = [];
    let restarts = 0;
    // The first time there is nothing to compare with.
    let again = this.#highlights.size > 0;
    this.#paintAt = 0;
    this.#pause = FIRST_PAUSE;
    while (this.#waiting.size > 0 && !this.#stopped) {
      const places = [...this.#waiting];
      this.#waiting.clear();
      all.push(...places);
      try {
        await this.#readAround(places, again);
      } catch (error) {
        if (error instanceof EvidencePending) {
          await this.#names.complete();
          for (const place of places) this.#waiting.add(place);
          continue;
        }
        if (!(error instanceof PageMoved)) throw error;
        // A page that never holds still is read as far as it lets itself be read, and once more when it has calmed down.
        restarts += 1;
        if (restarts <= MOST_RESTARTS) for (const place of places) this.#waiting.add(place);
        else this.#readLater(places);
        await this.#turn();
      }
      again = this.#highlights.size > 0;
    }
    return all;
  }

  async #readAround(places: Node[], again: boolean): Promise<void> {
    if (again) for (const place of places) this.#dropUnread(place);
    for (const span of spansAround(places)) {
      for (const window of readWindows(span, again ? null : this.#names.matcher)) {
        judgeWindow(window, this.#names.matcher, this.#highlights, again);
        this.#paintSome();
        if (this.#isOver()) await this.#turn();
        if (this.#stopped) return;
      }
    }
  }

  /** What a text no longer holds, or what is no longer text, is met by no reading. */
  #dropUnread(place: Node): void {
    if (place.nodeType !== Node.TEXT_NODE) return;
    const length = proseLength(place as Text);
    for (const mention of this.#highlights.startingIn(place)) {
      if (mention.range.startOffset >= length) this.#highlights.drop(mention);
    }
  }

  /** The first names at once, the rest in ever fewer steps. */
  #paintSome(): void {
    const now = performance.now();
    if (!this.#highlights.isBehind || now < this.#paintAt) return;
    this.#highlights.repaint();
    this.#paintAt = now + this.#pause;
    this.#pause *= 3;
  }

  #isOver(): boolean {
    return performance.now() >= this.#deadline;
  }

  /** Gives the page its turn; as long as the tab is behind, unless somebody waits. */
  async #turn(): Promise<void> {
    if (this.#document.hidden && this.#awaited === 0) {
      await new Promise<void>((resolve) => {
        this.#asleep.add(resolve);
      });
    }
    this.#deadline = await nextSlice();
  }

  #wake(): void {
    for (const wake of this.#asleep) wake();
    this.#asleep.clear();
  }

  async #lookIn(place: Node): Promise<void> {
    if (!place.isConnected) return;
    for (const root of this.#shadowRoots.lookIn(place)) {
      if (root !== null) {
        this.#watcher.watch(root);
        this.#waiting.add(root);
      }
      if (this.#isOver()) await this.#turn();
      if (this.#stopped) return;
    }
  }

  /** Nothing tells that a shadow root was attached to an element that was there before: one has to look. */
  async #look(): Promise<void> {
    await this.#lookIn(this.#document);
    for (const root of this.#shadowRoots.all) await this.#lookIn(root);
  }

  #lookAgain(pause: number): void {
    if (pause > LAST_LOOK) return;
    this.#context.setTimeout(() => {
      if (this.#stopped) return;
      void this.#look().then(() => {
        this.#enqueue([]);
        this.#lookAgain(2 * pause);
      });
    }, pause);
  }

  #readLater(places: Node[]): void {
    this.#context.setTimeout(() => {
      this.#enqueue(places);
    }, CALM);
  }

  readonly #onVisibilityChange = (): void => {
    if (!this.#context.isValid) {
      this.#context.abort('the extension was reloaded or removed');
    } else if (!this.#document.hidden) {
      this.#wake();
      this.#read();
    }
  };
}
