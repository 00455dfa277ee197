import { WASM_FILE } from '../search/shared/pagefind-files.ts';
import { PAGEFIND_VERSION } from '../search/shared/pagefind-version.ts';

/**
 * Runs before the first paint: applies the reader's settings, so that nothing flashes, and marks that scripts
 * run. It is the only inline script; the CSP contains its hash.
 */
export const HEAD_SCRIPT = `(function(d){d.dataset.script='';try{var s=JSON.parse(localStorage.getItem('reader')||'{}');['size','theme','contrast'].forEach(function(k){if(s[k])d.dataset[k]=s[k]})}catch(e){}})(document.documentElement)`;

/** Pagefind's program, with the addresses that `search/browser/engine.ts` asks for, from the search page. */
const PROGRAM_FILES = ['pagefind.js', WASM_FILE].map((file) => `${file}?${PAGEFIND_VERSION}`);

/**
 * The script of the search page. If its address has a query, it also asks for the files that the search loads first: a
 * slow network needs more than a second for the scripts that ask for them. The worker finds the program in the
 * browser's cache, unless the browser cannot run it (see `runsProgram`); those that can have `findLast`. The
 * catalogue is asked for each time, and handed over.
 */
export const SEARCH_HEAD_SCRIPT = `${HEAD_SCRIPT};if(location.search)(function(w,load){w.searchCatalogue=load('catalogue.json',{cache:'no-cache'},'json');if([].findLast)${JSON.stringify(PROGRAM_FILES)}.forEach(function(f){load(f,{},'arrayBuffer')})})(window,function(f,o,as){return fetch('../pagefind/'+f,o).then(function(r){return r.ok?r[as]():void 0}).catch(function(){})})`;
