import path from 'node:path';
import { defineCollection } from 'astro:content';
import { barringProofreader, proofreader } from './check/proofread.ts';
import { contentLoader } from './loader/collections.ts';

const content = path.resolve(process.env.BULLETIN_CONTENT ?? 'content');

/** Only the `.mdx` bodies: all else goes from the loader to the pages directly, see `loader/handover.ts`. */
export const collections = {
  mdx: defineCollection({ loader: contentLoader(content, { build: barringProofreader, dev: proofreader }) }),
};
