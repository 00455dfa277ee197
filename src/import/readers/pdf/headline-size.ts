/** Minimum size of a headline's characters, relative to the body's: no heading inside a text is set so large. */
export const MIN_HEADLINE_SIZE = 1.35;
