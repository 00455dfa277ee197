import type { APIRoute } from 'astro';
import { getArchive, urls } from '../bulletin.ts';
import { rssFile } from '../feeds/index.ts';
import { correctionsFeed } from '../views/feed-view.ts';
import { textFile } from './respond.ts';

export const GET: APIRoute = () =>
  textFile(rssFile(correctionsFeed({ archive: getArchive(), urls })), 'application/rss+xml');
