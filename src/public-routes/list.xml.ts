import type { APIRoute } from 'astro';
import { rssFile } from '../feeds/index.ts';
import { listFeedPaths } from '../routes.ts';
import type { ArticleFeed } from '../views/feed-view.ts';
import { withEnclosures } from './enclosures.ts';
import { textFile } from './respond.ts';

export const getStaticPaths = listFeedPaths;

export const GET: APIRoute<{ feed: ArticleFeed }> = async ({ props: { feed } }) =>
  textFile(rssFile(await withEnclosures(feed)), 'application/rss+xml');
