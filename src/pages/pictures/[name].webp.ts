import type { APIRoute, GetStaticPaths } from 'astro';
import { openPicture } from '../../pictures/encode-fs.ts';
import type { Variant } from '#core/picture-variants.ts';
import { picturePaths } from '../../routes.ts';

export const getStaticPaths = (() => picturePaths('webp')) satisfies GetStaticPaths;

/** For the dev server; a build encodes most pictures earlier, see `pictures/encode-queue.ts`. */
export const GET: APIRoute<{ variant: Variant }> = async ({ props: { variant } }) => {
  const encode = await openPicture(variant.picture);
  return new Response(await encode(variant), {
    // The address contains a hash of the picture, so the browser may cache it for ever.
    headers: { 'content-type': 'image/webp', 'cache-control': 'max-age=31536000, immutable' },
  });
};
