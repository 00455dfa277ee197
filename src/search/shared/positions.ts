/** Positions that the title takes in every article of the index, so that a hit below it is a hit in the title. */
export const TITLE_LENGTH = 64;
