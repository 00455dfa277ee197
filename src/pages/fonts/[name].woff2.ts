import type { APIRoute } from 'astro';
import { getArchive } from '../../bulletin.ts';
import { mastheadFont, mastheadFontName } from '../../assets/masthead-font-fs.ts';

export async function getStaticPaths() {
  const { title } = (await getArchive()).content.site;
  return [{ params: { name: mastheadFontName(title) }, props: { title } }];
}

export const GET: APIRoute<{ title: string }> = async ({ props }) =>
  new Response(await mastheadFont(props.title), { headers: { 'content-type': 'font/woff2' } });
