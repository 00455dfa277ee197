import type { APIRoute, GetStaticPaths } from 'astro';
import type { Variant } from '#core/picture-variants.ts';
import { checkedDrawing } from '../../pictures/checked-drawing-fs.ts';
import { picturePaths } from '../../routes.ts';

export const getStaticPaths = (() => picturePaths('svg')) satisfies GetStaticPaths;

export const GET: APIRoute<{ variant: Variant }> = async ({ props: { variant } }) => {
  const svg = await checkedDrawing(variant.picture);
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } });
};
