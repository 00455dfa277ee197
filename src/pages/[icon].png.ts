import type { APIRoute, GetStaticPaths } from 'astro';
import { pngIcon } from '../pictures/icons-fs.ts';
import { type IconProps, pngIconPaths } from '../routes.ts';

export const getStaticPaths = pngIconPaths satisfies GetStaticPaths;

export const GET: APIRoute<IconProps> = async ({ props: { source, file } }) =>
  new Response(await pngIcon(source, file), { headers: { 'content-type': 'image/png' } });
