import type { APIRoute } from 'astro';
import { yearDataPaths } from '../../routes.ts';
import type { yearData } from '../../views/data-view.ts';

export const getStaticPaths = yearDataPaths;

export const GET: APIRoute<{ data: ReturnType<typeof yearData> }> = ({ props: { data } }) =>
  Response.json(data);
