/** Articles, issues and lists, worked out once a build. */
export function archiveOf({ years, issues, kinds }, items) {
  const articles = items
    .map(({ data, url }) => ({ ...data.article, url }))
    .sort((a, b) => a.weight - b.weight);
  const lists = new Map();
  const add = (key, article) => {
    const list = lists.get(key);
    if (list) list.push(article);
    else lists.set(key, [article]);
  };
  for (const article of articles) {
    add(`issues/${article.issue}`, article);
    for (const kind of ['categories', 'parks', 'regions']) {
      for (const id of article[kind]) add(`${kind}/${id}`, article);
    }
  }
  const names = new Map(
    kinds.flatMap(({ kind, entries }) => entries.map(({ id, name }) => [`${kind}/${id}`, name])),
  );
  const withUrl = issues.map((issue) => ({ ...issue, url: `/issues/${issue.id}/` }));
  return {
    articles,
    issues: withUrl,
    issue: new Map(withUrl.map((issue) => [issue.id, issue])),
    years: years.map((year) => ({ year, label: `${year}年`, url: `/issues/${year}/` })),
    kinds,
    articlesOf: (kind, id) => lists.get(`${kind}/${id}`) ?? [],
    nameOf: (kind, id) => names.get(`${kind}/${id}`),
    byUrl: new Map(articles.map((article) => [article.url, article])),
  };
}
