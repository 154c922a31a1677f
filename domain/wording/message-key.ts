import type messages from '../../public/_locales/fr/messages.json';

/** Every key of the messages shown to users; French is the reference, a test holds the others to it. */
export type MessageKey = keyof typeof messages;
