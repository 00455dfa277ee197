/**
 * Pagefind's index format and browser program: the only module that knows either, besides
 * `search/shared/pagefind-files.ts`. It writes the files that `pagefind.js` loads; `search/browser/engine.ts` calls that script.
 *
 * The format is not documented. It was read from Pagefind's source, in which this state still applies to
 * version 1.6:
 * - chunks and posting lists: https://github.com/Pagefind/pagefind/blob/7776ce61ba91ff92e324f51539e478fd7ce6492b/pagefind_web/src/index.rs
 * - `.pf_meta`: https://github.com/Pagefind/pagefind/blob/7776ce61ba91ff92e324f51539e478fd7ce6492b/pagefind_web/src/metadata.rs
 * - signature, compression, file names: https://github.com/Pagefind/pagefind/blob/7776ce61ba91ff92e324f51539e478fd7ce6492b/pagefind/src/output/mod.rs
 * - `pagefind-entry.json`: https://github.com/Pagefind/pagefind/blob/7776ce61ba91ff92e324f51539e478fd7ce6492b/pagefind/src/output/entry.rs
 * - fragments and how the browser loads all of these: https://github.com/Pagefind/pagefind/blob/7776ce61ba91ff92e324f51539e478fd7ce6492b/pagefind_web_js/lib/coupled_search.ts
 *
 * In 1.6 the records of pages, words and occurrences have three fields. A test compares the result, down to the
 * number of fields, with the index that the installed Pagefind writes for the same texts.
 */
export { extractProgram, PACKED_PROGRAM, type PagefindProgram, pagefindProgram } from './program.ts';
export { SegmentIndex } from './segment-index.ts';
export { PAGEFIND_VERSION } from '../../shared/pagefind-version.ts';
