import path from 'node:path';
import type { APIRoute } from 'astro';
import { encodeVariant } from '../../assets/picture-fs.ts';
import { picturePaths } from '../../routes.ts';

export const getStaticPaths = picturePaths;

export const GET: APIRoute = async ({ props }) => {
  const { variant } = props as Awaited<ReturnType<typeof picturePaths>>[number]['props'];
  const bytes = await encodeVariant(variant, path.resolve('node_modules/.cache/pictures'));
  const type = variant.width === undefined ? 'image/svg+xml' : 'image/webp';
  return new Response(bytes, { headers: { 'content-type': type } });
};
