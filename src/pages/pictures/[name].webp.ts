import path from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { encodeVariant } from '../../assets/picture-fs.ts';
import type { Variant } from '#core/picture-variants.ts';
import { picturePaths } from '../../routes.ts';

export const getStaticPaths = (() => picturePaths('webp')) satisfies GetStaticPaths;

export const GET: APIRoute<{ variant: Variant }> = async ({ props: { variant } }) =>
  new Response(await encodeVariant(variant, path.resolve('node_modules/.cache/pictures')), {
    headers: { 'content-type': 'image/webp' },
  });
