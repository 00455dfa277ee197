import type { APIRoute, GetStaticPaths } from 'astro';
import { formFile, formFilePaths } from '../../../form-routes.ts';

export const getStaticPaths = (() => formFilePaths('js')) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: string }> = async ({ props: { file } }) =>
  new Response(await formFile(file), { headers: { 'content-type': 'text/javascript' } });
