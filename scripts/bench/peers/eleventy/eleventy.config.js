import { readFileSync } from 'node:fs';
import { archiveOf } from './archive.js';
import * as views from './views.js';

/** Lists and other pages that are no article's: an address and what is shown there. */
function pagesOf(archive) {
  const { issues, years, kinds, articlesOf } = archive;
  const latest = issues[0];
  const withNeighbours = (list, at) => ({ previous: list[at + 1], next: list[at - 1] });
  const perPage = 20;
  return [
    { url: '/', title: '', html: () => views.issue(archive, latest) },
    { url: '/issues/latest/', title: '最新一期', html: () => views.issue(archive, latest) },
    { url: '/issues/', title: '往期', html: () => views.archive(archive) },
    ...issues.map((issue, at) => ({
      url: issue.url,
      title: issue.label,
      html: () => views.issue(archive, issue) + views.neighbours(withNeighbours(issues, at)),
    })),
    ...years.map((year, at) => ({
      url: year.url,
      title: `${year.label}总目录`,
      html: () => views.year(archive, year) + views.neighbours(withNeighbours(years, at)),
    })),
    ...kinds.map(({ kind, title, entries }) => ({
      url: `/${kind}/`,
      title,
      html: () => views.index(archive, kind, title, entries),
    })),
    ...kinds.flatMap(({ kind, entries }) =>
      entries.flatMap((entry) => {
        const articles = articlesOf(kind, entry.id);
        const count = Math.max(1, Math.ceil(articles.length / perPage));
        return Array.from({ length: count }, (_, at) => ({
          url: `/${kind}/${entry.id}/${at === 0 ? '' : `${at + 1}/`}`,
          title: entry.name,
          html: () =>
            views.list(archive, kind, entry, articles.slice(at * perPage, (at + 1) * perPage), at + 1, count),
        }));
      }),
    ),
    { url: '/about/', title: '关于', html: () => '<h1>关于</h1><div class="body"><p>为测速而造。</p></div>' },
    { url: '/search/', title: '检索', html: () => '<h1>检索</h1>' },
    {
      url: '/404.html',
      title: '没有这一页',
      html: () => '<h1>没有这一页</h1><p><a href="/">回首页</a></p>',
    },
  ];
}

export default function configure(config) {
  const facts = JSON.parse(readFileSync('facts.json', 'utf8'));
  let archive;
  config.addCollection('articles', (api) => {
    archive = archiveOf(facts, api.getFilteredByTag('article'));
    return archive.articles;
  });
  config.addCollection('pages', (api) => pagesOf(archiveOf(facts, api.getFilteredByTag('article'))));
  config.addJavaScriptFunction('archive', () => archive);
  config.addPassthroughCopy({ pictures: 'pictures', 'style.css': 'style.css' });
  return {
    dir: { input: 'pages', includes: '../layouts', output: 'public' },
    markdownTemplateEngine: false,
  };
}
