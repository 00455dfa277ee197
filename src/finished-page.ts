import { urls } from './bulletin.ts';
import { getBuildOutput } from './loader/build-context.ts';

/**
 * The HTML of an article's page: from the running build, or from the dev server.
 * @param id `2022-09/slug`
 * @param request address of the file that repeats the page, for the dev server
 */
export async function finishedPage(id: string, request: URL): Promise<string> {
  const output = getBuildOutput();
  if (output) return output.page(`issues/${id}`);
  const response = await fetch(new URL(urls.article(id), request));
  if (!response.ok) throw new Error(`The page of ${id} is not available: ${response.status}`);
  return response.text();
}
