import type { APIRoute } from 'astro';
import { licenses } from '../form-routes.ts';

export const GET: APIRoute = async () =>
  new Response(await licenses(), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
