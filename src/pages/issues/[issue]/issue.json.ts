import type { APIRoute } from 'astro';
import { dataFile } from '../../../feeds/index.ts';
import { issueDataPaths } from '../../../routes.ts';
import type { issueData } from '../../../views/data-view.ts';

export const getStaticPaths = issueDataPaths;

export const GET: APIRoute<{ data: ReturnType<typeof issueData> }> = ({ props: { data } }) =>
  new Response(dataFile(data), { headers: { 'content-type': 'application/json' } });
