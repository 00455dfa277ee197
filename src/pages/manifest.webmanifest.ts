import type { APIRoute } from 'astro';
import { getArchive, urls } from '../bulletin.ts';
import { manifestView } from '../views/manifest-view.ts';

export const GET: APIRoute = () =>
  new Response(JSON.stringify(manifestView({ archive: getArchive(), urls })), {
    headers: { 'content-type': 'application/manifest+json' },
  });
