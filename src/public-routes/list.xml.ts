import type { APIRoute } from 'astro';
import type { Feed } from '#core/feed.ts';
import { rssFile } from '../feeds/index.ts';
import { listFeedPaths } from '../routes.ts';
import { textFile } from './respond.ts';

export const getStaticPaths = listFeedPaths;

export const GET: APIRoute<{ feed: Feed }> = ({ props: { feed } }) =>
  textFile(rssFile(feed), 'application/rss+xml');
