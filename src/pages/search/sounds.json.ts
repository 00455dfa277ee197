import type { APIRoute } from 'astro';
import { soundTable } from '../../pinyin/sound-table.ts';

/** The sounds of characters, which the search loads only if it finds nothing. */
export const GET: APIRoute = () => Response.json(soundTable());
