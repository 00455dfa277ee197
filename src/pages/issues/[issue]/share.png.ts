import type { APIRoute, GetStaticPaths } from 'astro';
import { sharePicture } from '../../../pictures/share-picture.ts';
import { sharePicturePaths } from '../../../routes.ts';
import type { ShareView } from '#core/share-picture.ts';

export const getStaticPaths = sharePicturePaths satisfies GetStaticPaths;

export const GET: APIRoute<{ view: ShareView }> = async ({ props: { view } }) =>
  new Response(await sharePicture(view), { headers: { 'content-type': 'image/png' } });
