/** Unzips where the browser cannot; a module of its own, since few browsers need it. */
export { gunzipSync } from 'fflate';
