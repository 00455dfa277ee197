import { ID_PATTERN } from './schema/field.ts';

/** Names below an issue that the build uses itself, see `url.ts`. */
export const RESERVED_SLUGS: ReadonlySet<string> = new Set(['print']);

/** Why an article cannot have a file name, which is the last part of its address; undefined if it can. */
export function slugProblem(slug: string): string | undefined {
  if (!ID_PATTERN.test(slug)) return '只能用小写英文字母、数字和连字符';
  return RESERVED_SLUGS.has(slug) ? '是本站已有的地址' : undefined;
}
