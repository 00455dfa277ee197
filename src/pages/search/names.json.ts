import type { APIRoute } from 'astro';
import { getArchive, urls } from '../../bulletin.ts';
import { namesView } from '../../views/names-view.ts';

export const GET: APIRoute = async () => Response.json(namesView({ archive: getArchive(), urls }));
