import { readFile } from 'node:fs/promises';
import type { APIRoute, GetStaticPaths } from 'astro';
import { formFilePaths } from '../../../routes.ts';

export const getStaticPaths = formFilePaths satisfies GetStaticPaths;

const TYPES: Record<string, string> = {
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  wasm: 'application/wasm',
  woff2: 'font/woff2',
  png: 'image/png',
};

export const GET: APIRoute<{ file: string }> = async ({ params: { extension = '' }, props: { file } }) =>
  new Response(await readFile(file), {
    headers: { 'content-type': TYPES[extension] ?? 'application/octet-stream' },
  });
