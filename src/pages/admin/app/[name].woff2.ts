import type { APIRoute, GetStaticPaths } from 'astro';
import { formFile, formFilePaths } from '../../../form-routes.ts';

export const getStaticPaths = (() => formFilePaths('woff2')) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: string }> = async ({ props: { file } }) =>
  new Response(await formFile(file), { headers: { 'content-type': 'font/woff2' } });
