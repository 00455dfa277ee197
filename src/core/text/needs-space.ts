/** What needs a space where a line ends: Latin letters, digits and ASCII punctuation. */
export const NEEDS_SPACE = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}!-~]/u;
