/** Token positions reserved for the title in every indexed article: a hit at a lower position is in the title. */
export const TITLE_LENGTH = 64;
