import { readFile } from 'node:fs/promises';
import type { APIRoute, GetStaticPaths } from 'astro';
import { formFilePaths } from '../../../routes.ts';

export const getStaticPaths = (() => formFilePaths('wasm')) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: string }> = async ({ props: { file } }) =>
  new Response(await readFile(file), { headers: { 'content-type': 'application/wasm' } });
