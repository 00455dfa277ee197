import { defineCollection } from 'astro:content';
import { getLoader } from './loader/build-context.ts';

/** Only the bodies of `.mdx` articles; pages get all other data from `loader/build-context.ts`. */
export const collections = { mdx: defineCollection({ loader: getLoader() }) };
