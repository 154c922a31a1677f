/** A page, whichever the browser. Functions given to `evaluate` run in the page's own world. */
export interface TestPage {
  goto: (url: string) => Promise<void>;
  evaluate: <Result, Argument = undefined>(
    work: (argument: Argument) => Result,
    argument?: Argument,
  ) => Promise<Awaited<Result>>;
  /** Runs `work` until it gives something truthy. */
  waitFor: <Result, Argument = undefined>(
    work: (argument: Argument) => Result,
    argument?: Argument,
  ) => Promise<Awaited<Result>>;
  movePointer: (x: number, y: number) => Promise<void>;
  press: (key: string) => Promise<void>;
  /** Control and V, as a hand presses them. */
  paste: () => Promise<void>;
  click: (x: number, y: number) => Promise<void>;
  /** A finger's tap, on a browser launched with touch. */
  tap: (x: number, y: number) => Promise<void>;
  /** Puts the page's tab in front: one behind is not read. */
  show: () => Promise<void>;
  setViewport: (width: number, height: number) => Promise<void>;
  screenshot: (file: string) => Promise<void>;
  /** Chooses a file of this machine in a file input, as its dialog does. */
  chooseFile: (selector: string, file: string) => Promise<void>;
  /** Console messages of the page so far. */
  console: () => string[];
  url: () => string;
  /** Freezes the page for a moment, then lets it go on: by the lifecycle in Chromium, by the back/forward cache in Firefox. */
  freeze: () => Promise<void>;
  /** Back in the history, as its button does. */
  back: () => Promise<void>;
  close: () => Promise<void>;
}

/** The built extension in a real browser. */
export interface BrowserUnderTest {
  name: 'chromium' | 'firefox';
  open: (url?: string) => Promise<TestPage>;
  /** Opens a page of the extension's own, by its path: `options.html`. */
  openOwn: (path: string) => Promise<TestPage>;
  /** The same in a private window; absent where the browser shows none of an extension's pages there. */
  openPrivately?: (path: string) => Promise<TestPage>;
  /** Waits for a tab that the extension opened itself. In: a part of its address. */
  opened: (address: string) => Promise<TestPage>;
  /** Opens the popup's page for a tab. */
  openPopup: (page: TestPage) => Promise<TestPage>;
  /** Grants `activeTab` for the page in front, as a click on the toolbar button does. */
  clickToolbar: (page: TestPage) => Promise<void>;
  /** Runs a keyboard command of the extension on the page in front. */
  command: (name: string) => Promise<void>;
  /** Chooses the extension's entry in the menu of a selected text. */
  lookUpSelection: (text: string) => Promise<void>;
  /** Enters a text in the address bar, after the extension's keyword. */
  enterInAddressBar: (text: string) => Promise<void>;
  /** Gives or takes access to a site, as the browser's own settings do. In: a match pattern. */
  setAccess: (origin: string, given: boolean) => Promise<void>;
  /** Where what a page downloads is put, under the name that it bears. */
  downloads: string;
  /** What the toolbar shows for the page's tab. */
  toolbar: (page: TestPage) => Promise<{ text: string; title: string }>;
  /** Reloads the extension, as an update does. */
  reloadExtension: () => Promise<void>;
  /** Settles when the browser is closed, by us or by whoever looks at it. */
  closed: Promise<void>;
  /** Ends the background's worker or event page, as the browser does after a while. */
  stopBackground: () => Promise<void>;
  close: () => Promise<void>;
}
