import * as v from 'valibot';

/** The edition that came with the extension: its content script has the names already. */
export const BUNDLED_EDITION = 'bundled';

/** Which registry is in force: the same word for the same content. */
export const EditionSchema = v.pipe(v.string(), v.maxLength(64));
