import type { APIRoute, GetStaticPaths } from 'astro';
import { icoIcon, type IconSource } from '../pictures/icons-fs.ts';
import { icoPaths } from '../routes.ts';

export const getStaticPaths = icoPaths satisfies GetStaticPaths;

export const GET: APIRoute<{ source: IconSource }> = async ({ props: { source } }) =>
  new Response(await icoIcon(source), { headers: { 'content-type': 'image/vnd.microsoft.icon' } });
