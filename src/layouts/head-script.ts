import { PAGEFIND_VERSION } from '../search/shared/pagefind-version.ts';

/**
 * Runs before the first paint: applies the reader's settings, so that nothing flashes, and marks that scripts
 * run. It is the only inline script; the CSP contains its hash.
 */
export const HEAD_SCRIPT = `(function(d){d.dataset.script='';try{var s=JSON.parse(localStorage.getItem('reader')||'{}');['size','theme','contrast'].forEach(function(k){if(s[k])d.dataset[k]=s[k]})}catch(e){}})(document.documentElement)`;

/** What the search loads first, with the addresses that `search/browser/engine.ts` asks for, from the search page. */
const INDEX_FILES: [rel: string, file: string][] = [
  ['preload', 'catalogue.json'],
  ['modulepreload', `pagefind.js?${PAGEFIND_VERSION}`],
  ['preload', `wasm.unknown.pagefind?${PAGEFIND_VERSION}`],
];

/**
 * The script of the search page. If its address has a query, it also names the files that the search loads first: a
 * slow network needs more than a second for the scripts that ask for them.
 */
export const SEARCH_HEAD_SCRIPT = `${HEAD_SCRIPT};if(location.search)${JSON.stringify(INDEX_FILES)}.forEach(function(f){var l=document.createElement('link');l.rel=f[0];if(l.rel=='preload')l.as='fetch';l.crossOrigin='';l.href='../pagefind/'+f[1];document.head.append(l)})`;
