/** How long to work before giving the page its turn, in milliseconds. */
const SLICE = 4;

/** Waits for the browser to have nothing more urgent to do. Out: until when to work, on the clock of `performance.now()`. */
export function nextSlice(): Promise<number> {
  return new Promise((resolve) => {
    requestIdleCallback(
      () => {
        resolve(performance.now() + SLICE);
      },
      { timeout: 100 },
    );
  });
}
