import { webAddressProblem } from './text/web-address.ts';

/** The public address of a bulletin's home page, in two parts. */
export interface SiteAddress {
  /** `https://x.example` */
  origin: string;
  /** Base path, `/` or `/daokan/`. */
  base: string;
}

/** Letters, digits and `-._~` need no escaping in an address; a base path is also the name of a folder. */
const BASE_PATH = /^\/?(?:[\w.~-]+\/)*[\w.~-]*$/u;

/** Problem and fix of a written address, the problem as the end of a sentence; undefined if it is valid. */
export function siteAddressProblem(written: string): [problem: string, fix: string] | undefined {
  const example = '例如 https://x.example 或 https://x.example/daokan';
  if (!/^https?:\/\//iu.test(written)) return ['不是网址', `网址以 https:// 或 http:// 开头，${example}`];
  const problem = webAddressProblem(written);
  if (problem !== undefined) return [problem, `写首页的网址，${example}`];
  const { pathname, search, hash } = new URL(written);
  if (search !== '' || hash !== '' || /[?#]$/u.test(written)) {
    return ['里有 ? 或 #', `只写到首页为止，${example}`];
  }
  if (!BASE_PATH.test(pathname) || /\.html?$/iu.test(pathname)) {
    return ['的子目录不对', `子目录只用英文字母、数字和连字符，不写文件名，${example}`];
  }
  return undefined;
}

/** Parses an address; undefined if it is invalid. */
export function parseSiteAddress(written: string): SiteAddress | undefined {
  if (siteAddressProblem(written) !== undefined) return undefined;
  const { origin, pathname } = new URL(written);
  return { origin, base: pathname.replace(/\/*$/u, '/') };
}
