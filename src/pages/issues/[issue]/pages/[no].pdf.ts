import { readFile } from 'node:fs/promises';
import type { APIRoute, GetStaticPaths } from 'astro';
import type { PageFile } from '#core/content.ts';
import { printedPagePdfPaths } from '../../../../routes.ts';

export const getStaticPaths = printedPagePdfPaths satisfies GetStaticPaths;

export const GET: APIRoute<{ pdf: PageFile }> = async ({ props: { pdf } }) =>
  new Response(new Uint8Array(await readFile(pdf.file)), { headers: { 'content-type': 'application/pdf' } });
