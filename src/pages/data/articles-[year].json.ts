import type { APIRoute } from 'astro';
import { dataFile } from '../../feeds/index.ts';
import { yearDataPaths } from '../../routes.ts';
import type { yearData } from '../../views/data-view.ts';

export const getStaticPaths = yearDataPaths;

export const GET: APIRoute<{ data: ReturnType<typeof yearData> }> = ({ props: { data } }) =>
  new Response(dataFile(data), { headers: { 'content-type': 'application/json' } });
