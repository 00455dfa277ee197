import { readFile } from 'node:fs/promises';
import type { APIRoute, GetStaticPaths } from 'astro';
import { formFilePaths } from '../../../routes.ts';

export const getStaticPaths = (() => formFilePaths('js')) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: string }> = async ({ props: { file } }) =>
  new Response(await readFile(file), { headers: { 'content-type': 'text/javascript' } });
