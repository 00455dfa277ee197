import path from 'node:path/posix';

/**
 * The article that a relative link such as `../2022-10/other.md` names.
 * @param link address as written, without its anchor
 * @param file path of the file it stands in
 * @returns `2022-10/other`, or undefined where the link is none to an article's file
 */
export function articleOfLink(link: string, file: string): string | undefined {
  if (!/^[^:/?#][^:?#]*\.mdx?$/u.test(link)) return undefined;
  const target = path.resolve('/', path.dirname(file.replaceAll('\\', '/')), link);
  return /\/issues\/([^/]+\/[^/]+)\.mdx?$/u.exec(target)?.[1];
}
