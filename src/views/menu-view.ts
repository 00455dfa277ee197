import { listNames } from '#core/list-names.ts';
import type { ListKind } from '#core/url.ts';
import type { Link, ViewContext } from './view.ts';

/** The lists of the menu of a bulletin that sets no menu of its own. */
const MENU_KINDS: readonly ListKind[] = ['categories', 'parks', 'regions'];

/** The entries of the main menu: those of `site.yaml`, or the standard ones. */
export function menuOf({ archive, urls }: ViewContext): Link[] {
  const { menu } = archive.content.site;
  if (menu) return linksOf(menu, urls);
  return [
    { name: '首页', url: urls.home() },
    { name: '往期', url: urls.archive() },
    ...listLinks({ archive, urls }),
  ];
}

/** The main lists that the bulletin has. */
export function listLinks({ archive, urls }: ViewContext): Link[] {
  const names = listNames(archive.content.site);
  return MENU_KINDS.filter((kind) => archive.content.kinds.includes(kind)).map((kind) => ({
    name: names[kind],
    url: urls.listIndex(kind),
  }));
}

/** The links of the footer: the fixed pages, the feeds, and those of `site.yaml`. */
export function footerLinks({ archive, urls }: ViewContext): Link[] {
  const { pages, site } = archive.content;
  const own = linksOf(site.footer ?? [], urls);
  const hasFeeds = urls.isPublic && own.every(({ url }) => url !== urls.feeds());
  return [
    ...pages.map(({ id, title }) => ({ name: title, url: urls.page(id) })),
    ...(hasFeeds ? [{ name: '订阅', url: urls.feeds() }] : []),
    ...own,
  ];
}

function linksOf(links: readonly { label: string; url: string }[], urls: ViewContext['urls']): Link[] {
  return links.map(({ label, url }) => ({
    name: label,
    url: url.startsWith('/') ? urls.internal(url) : url,
  }));
}
