import type { APIRoute, GetStaticPaths } from 'astro';
import { type IconSource, svgIcon } from '../pictures/icons-fs.ts';
import { svgIconPaths } from '../routes.ts';

export const getStaticPaths = svgIconPaths satisfies GetStaticPaths;

export const GET: APIRoute<{ source: IconSource }> = async ({ props: { source } }) =>
  new Response(await svgIcon(source), { headers: { 'content-type': 'image/svg+xml' } });
