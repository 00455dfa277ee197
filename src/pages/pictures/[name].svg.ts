import { readFile } from 'node:fs/promises';
import type { APIRoute, GetStaticPaths } from 'astro';
import type { Variant } from '#core/picture-variants.ts';
import { picturePaths } from '../../routes.ts';

export const getStaticPaths = (() => picturePaths('svg')) satisfies GetStaticPaths;

/** Drawings are published as they are. */
export const GET: APIRoute<{ variant: Variant }> = async ({ props: { variant } }) =>
  new Response(await readFile(variant.picture.file, 'utf8'), {
    headers: { 'content-type': 'image/svg+xml' },
  });
