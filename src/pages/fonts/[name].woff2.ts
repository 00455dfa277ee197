import type { APIRoute } from 'astro';
import { mastheadFont } from '../../assets/masthead-font-fs.ts';
import { fontPaths } from '../../routes.ts';

export const getStaticPaths = fontPaths;

export const GET: APIRoute<{ title: string }> = async ({ props }) =>
  new Response(await mastheadFont(props.title), { headers: { 'content-type': 'font/woff2' } });
