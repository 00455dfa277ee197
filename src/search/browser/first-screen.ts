/** Results that fill the screen of a phone: they are checked and shown before the others. */
export const FIRST_SCREEN = 3;
