/* global hexo */
const PER_PAGE = 20;
let archive;

/** Articles, issues and lists, worked out once a build. */
function archiveOf(locals) {
  const { years, issues, kinds } = locals.data.facts;
  const articles = locals.posts.toArray().sort((a, b) => a.weight - b.weight);
  const lists = new Map();
  const add = (key, article) => {
    const list = lists.get(key);
    if (list) list.push(article);
    else lists.set(key, [article]);
  };
  for (const article of articles) {
    add(`issues/${article.issue}`, article);
    for (const [kind, ids] of Object.entries(article.lists)) {
      for (const id of ids) add(`${kind}/${id}`, article);
    }
  }
  const names = new Map(
    kinds.flatMap(({ kind, entries }) => entries.map(({ id, name }) => [`${kind}/${id}`, name])),
  );
  const withUrl = issues.map((issue) => ({ ...issue, url: `/issues/${issue.id}/` }));
  return {
    issues: withUrl,
    issue: new Map(withUrl.map((issue) => [issue.id, issue])),
    years: years.map((year) => ({ year, label: `${year}年`, url: `/issues/${year}/` })),
    kinds,
    articlesOf: (kind, id) => lists.get(`${kind}/${id}`) ?? [],
    nameOf: (kind, id) => names.get(`${kind}/${id}`),
  };
}

hexo.extend.helper.register('archive', () => archive);
hexo.extend.helper.register('day', (date) => date.format('YYYY年M月D日'));
hexo.extend.helper.register('term', (kind, id) => {
  return `<a href="/${kind}/${id}/">${archive.nameOf(kind, id)}</a>`;
});

hexo.extend.generator.register('bulletin', (locals) => {
  archive = archiveOf(locals);
  const { issues, years, kinds, articlesOf } = archive;
  const page = (path, layout, data) => ({ path, layout: [layout], data });
  const folder = (url) => `${url.slice(1)}index.html`;
  return [
    page('index.html', 'issue', { title: '', issue: issues[0] }),
    page('issues/latest/index.html', 'issue', { title: '最新一期', issue: issues[0] }),
    page('issues/index.html', 'archive', { title: '往期' }),
    ...issues.map((issue, at) =>
      page(folder(issue.url), 'issue', {
        title: issue.label,
        issue,
        neighbours: { previous: issues[at + 1], next: issues[at - 1] },
      }),
    ),
    ...years.map((year, at) =>
      page(folder(year.url), 'year', {
        title: `${year.label}总目录`,
        year,
        neighbours: { previous: years[at + 1], next: years[at - 1] },
      }),
    ),
    ...kinds.map((kind) => page(`${kind.kind}/index.html`, 'index', { title: kind.title, kind })),
    ...kinds.flatMap(({ kind, entries }) =>
      entries.flatMap((entry) => {
        const articles = articlesOf(kind, entry.id);
        const count = Math.max(1, Math.ceil(articles.length / PER_PAGE));
        return Array.from({ length: count }, (_, at) =>
          page(`${kind}/${entry.id}/${at === 0 ? '' : `${at + 1}/`}index.html`, 'list', {
            title: entry.name,
            kind,
            entry,
            articles: articles.slice(at * PER_PAGE, (at + 1) * PER_PAGE),
            total: articles.length,
            number: at + 1,
            count,
          }),
        );
      }),
    ),
    page('about/index.html', 'plain', {
      title: '关于',
      html: '<h1>关于</h1><div class="body"><p>为测速而造。</p></div>',
    }),
    page('search/index.html', 'plain', { title: '检索', html: '<h1>检索</h1>' }),
    page('404.html', 'plain', {
      title: '没有这一页',
      html: '<h1>没有这一页</h1><p><a href="/">回首页</a></p>',
    }),
  ];
});
