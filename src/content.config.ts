import { defineCollection } from 'astro:content';
import { getLoader } from './loader/build-context.ts';

/** Only the `.mdx` bodies: all else goes from the loader to the pages directly, see `loader/build-context.ts`. */
export const collections = { mdx: defineCollection({ loader: getLoader() }) };
