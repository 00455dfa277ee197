import type { APIRoute, GetStaticPaths } from 'astro';
import { encodeVariant } from '../../assets/picture-fs.ts';
import type { Variant } from '#core/picture-variants.ts';
import { picturePaths } from '../../routes.ts';

export const getStaticPaths = (() => picturePaths('webp')) satisfies GetStaticPaths;

export const GET: APIRoute<{ variant: Variant }> = async ({ props: { variant } }) =>
  new Response(await encodeVariant(variant), {
    // The browser of who writes asks for a picture once: its address changes with its bytes.
    headers: { 'content-type': 'image/webp', 'cache-control': 'max-age=31536000, immutable' },
  });
