import * as v from 'valibot';

import { LocalizedTextSchema, NameSchema } from './text.ts';

/** A name that looks like a provider's and is not: nothing inside it is ever marked. */
export const FalseFriendSchema = v.strictObject({ text: NameSchema, means: LocalizedTextSchema });
export const FalseFriendsSchema = v.array(FalseFriendSchema);
