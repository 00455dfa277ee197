import path from 'node:path';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import type * as model from '#core/content.ts';
import { proofreader } from './check/proofread.ts';
import { contentLoaders } from './loader/collections.ts';

const loaderOf = contentLoaders(path.resolve(process.env.BULLETIN_CONTENT ?? 'content'), { proofreader });

/** The loader has checked and resolved its entries: here they only get their type. */
const collection = <T>(name: keyof model.Content) =>
  defineCollection({ loader: loaderOf(name), schema: z.custom<T>() });

export const collections = {
  site: collection<model.Content['site']>('site'),
  issues: collection<model.Issue>('issues'),
  articles: collection<model.Article>('articles'),
  pages: collection<model.Page>('pages'),
  categories: collection<model.Category>('categories'),
  parks: collection<model.Park>('parks'),
  regions: collection<model.Region>('regions'),
  sources: collection<model.Source>('sources'),
  series: collection<model.Term>('series'),
  topics: collection<model.Term>('topics'),
  industries: collection<model.Term>('industries'),
};
