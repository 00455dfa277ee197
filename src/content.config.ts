// Not from 'astro:content': Vite would load Astro's whole runtime for it, in every build.
import { defineCollection } from 'astro/content/config';
import { getLoader } from './loader/build-context.ts';

/** Only the bodies of `.mdx` articles; pages get all other data from `loader/build-context.ts`. */
export const collections = { mdx: defineCollection({ loader: getLoader() }) };
