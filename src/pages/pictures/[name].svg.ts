import type { APIRoute, GetStaticPaths } from 'astro';
import { checkedBytes } from '../../pictures/checked-bytes-fs.ts';
import type { Variant } from '#core/picture-variants.ts';
import { readDrawing } from '../../loader/svg/read-drawing.ts';
import { picturePaths } from '../../routes.ts';

export const getStaticPaths = (() => picturePaths('svg')) satisfies GetStaticPaths;

/** Rebuilds the SVG from the checked bytes; the result is deterministic. */
export const GET: APIRoute<{ variant: Variant }> = async ({ props: { variant } }) => {
  const drawing = readDrawing(await checkedBytes(variant.picture));
  if ('problem' in drawing) throw new Error(drawing.problem);
  return new Response(drawing.svg, { headers: { 'content-type': 'image/svg+xml' } });
};
