import path from 'node:path/posix';

/**
 * The id of the article that a relative link such as `../2022-10/other.md` leads to.
 * @param link address as written, without anchor
 * @param file path of the file that contains the link
 * @returns `2022-10/other`, or undefined if the link does not lead to an article's file
 */
export function articleOfLink(link: string, file: string): string | undefined {
  if (!/^[^:/?#][^:?#]*\.mdx?$/u.test(link)) return undefined;
  const target = path.resolve('/', path.dirname(file.replaceAll('\\', '/')), link);
  return /\/issues\/([^/]+\/[^/]+)\.mdx?$/u.exec(target)?.[1];
}
