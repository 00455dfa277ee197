/** Base path of the site; see astro.config.mjs. */
declare const __BASE__: string;

/** The public address without the base path, `https://x.example`; empty if it is unknown. */
declare const __ORIGIN__: string;

/** True in the dev server only. */
declare const __DEV_SERVER__: boolean;

/** True with `--drafts`: the site shows drafts, and is not for the public. */
declare const __DRAFTS__: boolean;

/** False with `--no-admin`: the build omits the editors' form even if site.yaml says to publish it. */
declare const __ADMIN__: boolean;
