import type { APIRoute, GetStaticPaths } from 'astro';
import type { Issue } from '#core/content.ts';
import { EDITION_TYPES } from '#core/edition.ts';
import { editionFile } from '../../../issue-editions.ts';
import { editionPaths } from '../../../edition-routes.ts';

export const getStaticPaths = (() => editionPaths('epub')) satisfies GetStaticPaths;

export const GET: APIRoute<{ issue: Issue }> = async ({ props: { issue }, url }) =>
  new Response(await editionFile(issue, 'epub', url), { headers: { 'content-type': EDITION_TYPES.epub } });
