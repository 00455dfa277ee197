import type { APIRoute } from 'astro';
import { getArchive, urls } from '../../bulletin.ts';
import { dataIndex } from '../../views/data-view.ts';

/** The list of the data files, one for each year. */
export const GET: APIRoute = () => Response.json(dataIndex({ archive: getArchive(), urls }));
