/**
 * Runs before the first paint: applies the reader's settings, so that nothing flashes, and marks that scripts
 * run. It is the only inline script; the CSP contains its hash.
 */
export const HEAD_SCRIPT = `(function(d){d.dataset.script='';try{var s=JSON.parse(localStorage.getItem('reader')||'{}');['size','theme','contrast'].forEach(function(k){if(s[k])d.dataset[k]=s[k]})}catch(e){}})(document.documentElement)`;
