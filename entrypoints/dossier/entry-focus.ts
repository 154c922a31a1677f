/** In: an entry's id. Out: those drawn beside it, the following one first. */
export function entriesBeside(id: string): string[] {
  const drawn = document.querySelector(`[data-entry="${id}"]`);
  const beside = [drawn?.nextElementSibling, drawn?.previousElementSibling];
  return beside.flatMap((element) => (element instanceof HTMLElement ? [element.dataset['entry'] ?? ''] : []));
}

/** Gives the focus to an entry, without moving the page; to the look-up where there is none. */
export function focusEntry(id: string | undefined): void {
  const link = document.querySelector<HTMLElement>(
    id === undefined ? '.provider-search input' : `[data-entry="${id}"] h3 a`,
  );
  link?.focus({ preventScroll: true });
}
