import type { HostName } from './hosts.ts';

/**
 * What to say where a site that is published has moved to another folder of its host: all its addresses change, and
 * only the server can redirect the old ones.
 * @param before base path of the site that is replaced, `/` or `/daokan/`
 * @param now base path of the new one
 * @returns undefined if they are the same
 */
export function movedBase(before: string, now: string, host: HostName): string | undefined {
  if (before === now) return undefined;
  const says = `网站从 ${before} 移到了 ${now}：旧网址都变了，读者收藏的、别处转引的打不开，要由服务器转到新的`;
  const line = host === 'nginx' ? `在 server 里加一行“${nginxRewrite(before, now)}”` : '在服务器上设转向';
  return `提醒：${says}\n  改法：${line}；不想移的，改回 site.yaml 的 url，再发布一次`;
}

function nginxRewrite(before: string, now: string): string {
  // The new folder may lie inside the old one.
  const except = now.startsWith(before) ? `(?!${now.slice(before.length)})` : '';
  return `rewrite ^${before}${except}(.*)$ ${now}$1 permanent;`;
}
