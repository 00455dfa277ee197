/** Path that the site is served below; see astro.config.mjs. */
declare const __BASE__: string;

/** True in the dev server only. */
declare const __DEV_SERVER__: boolean;

/** False where a build leaves the editors’ form out, also one that the site asks for. */
declare const __ADMIN__: boolean;
