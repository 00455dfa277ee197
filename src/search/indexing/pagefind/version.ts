/** The version whose format is written; a build stops if another one is installed. */
export const PAGEFIND_VERSION = '1.6.0';
