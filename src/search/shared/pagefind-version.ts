/** The version of Pagefind whose format is written and whose program searches; a build stops if another is installed. */
export const PAGEFIND_VERSION = '1.6.0';
