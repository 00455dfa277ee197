import { defineCollection } from 'astro:content';
import { handedLoader } from './loader/handover.ts';

/** Only the `.mdx` bodies: all else goes from the loader to the pages directly, see `loader/handover.ts`. */
export const collections = { mdx: defineCollection({ loader: handedLoader() }) };
