/** The HTML of all pages, as plain functions: Eleventy's own engines would be slower. */

const day = (date) => `${date.slice(0, 4)}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;

export function page(title, description, main) {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title ? `${title} - ` : ''}测试导刊</title>
<meta name="description" content="${description ?? '为测速而造'}">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header class="site-header"><a class="brand" href="/">测试导刊</a><nav aria-label="主导航"><ul><li><a href="/">首页</a></li><li><a href="/issues/">往期</a></li><li><a href="/categories/">栏目</a></li><li><a href="/parks/">园区</a></li><li><a href="/regions/">地区</a></li></ul></nav><form class="search-box" role="search" action="/search/"><label for="site-search">检索</label><input id="site-search" name="q" type="search"><button type="submit">检索</button></form></header>
<main id="main">
${main}
</main>
<footer class="site-footer"><nav aria-label="关于本刊"><ul><li><a href="/about/">关于</a></li></ul></nav><p>编辑出版：编辑部</p></footer>
</body>
</html>`;
}

function term(archive, kind, id) {
  return `<a href="/${kind}/${id}/">${archive.nameOf(kind, id)}</a>`;
}

function card(archive, article, { meta = false, category = false } = {}) {
  const line = meta
    ? `<p class="meta">${category ? term(archive, 'categories', article.categories[0]) : ''}<span>${archive.issue.get(article.issue).label}</span><time datetime="${article.date}">${day(article.date)}</time></p>`
    : '';
  return `<article class="card"><h3><a href="${article.url}">${article.title}</a></h3><p class="summary">${article.summary}</p>${line}</article>`;
}

function cover(archive, issue) {
  const lead = archive.articlesOf('issues', issue.id).find((article) => article.lead);
  return `<a class="cover" href="${issue.url}"><b>${issue.label}</b><span>${lead.title}</span><span>总第${issue.serial}期</span></a>`;
}

export function neighbours({ previous, next }, up = { url: '/issues/', label: '往期' }) {
  const link = (to, rel) => (to ? `<a href="${to.url}"${rel}>${to.label ?? to.title}</a>` : '');
  return `<nav class="neighbours"><ul><li>${link(previous, ' rel="prev"')}</li><li>${link(up, '')}</li><li>${link(next, ' rel="next"')}</li></ul></nav>`;
}

export function article(archive, self, content) {
  const issue = archive.issue.get(self.issue);
  const inIssue = archive.articlesOf('issues', self.issue);
  const at = inIssue.indexOf(self);
  const terms = (kind) => self[kind].map((id) => term(archive, kind, id)).join('');
  const [park] = self.parks;
  const others = archive
    .articlesOf('parks', park)
    .slice(0, 6)
    .filter((other) => other !== self)
    .slice(0, 5);
  return `<nav class="breadcrumb"><ol><li><a href="/">首页</a></li><li><a href="${issue.url}">${issue.label}</a></li><li>${terms('categories')}</li></ol></nav>
<article class="article" data-pagefind-body>
<header><h1>${self.title}</h1><p class="byline">${self.byline}<time datetime="${self.date}" data-pagefind-ignore>${day(self.date)}</time></p></header>
<div class="body">
${content}
</div>
</article>
<footer class="article-foot">
<dl class="facts">
<div><dt>期</dt><dd><a href="${issue.url}">${issue.label}</a>总第${issue.serial}期</dd></div>
<div><dt>栏目</dt><dd>${terms('categories')}</dd></div>
<div><dt>园区</dt><dd>${terms('parks')}</dd></div>
<div><dt>地区</dt><dd>${terms('regions')}</dd></div>
<div><dt>责任编辑</dt><dd>${self.editor}</dd></div>
<div><dt>权利</dt><dd>本刊稿件</dd></div>
</dl>
<section class="more"><h2>${term(archive, 'parks', park)}的其他报道</h2><div class="card-grid">
${others.map((other) => card(archive, other, { meta: true })).join('\n')}
</div></section>
</footer>
${neighbours({ previous: inIssue[at - 1], next: inIssue[at + 1] }, issue)}`;
}

export function issue(archive, one) {
  const articles = archive.articlesOf('issues', one.id);
  const lead = articles.find((each) => each.lead);
  const columns = Map.groupBy(articles, ({ categories: [id] }) => id);
  const column = ([id, inColumn]) =>
    `<section><h2>${term(archive, 'categories', id)}</h2>${inColumn
      .filter((each) => each !== lead)
      .map((each) => card(archive, each))
      .join('\n')}</section>`;
  return `<h1>${one.label} 总第${one.serial}期</h1>
<p>共${articles.length}篇</p>
<article class="lead"><h2><a href="${lead.url}">${lead.title}</a></h2><p class="summary">${lead.summary}</p></article>
<div class="columns">
${[...columns].map(column).join('\n')}
</div>`;
}

export function year(archive, { year: number, label }) {
  const issues = archive.issues.filter((each) => each.year === number);
  const section = ({ id }) => {
    const rows = issues.flatMap((each) =>
      archive
        .articlesOf('issues', each.id)
        .filter(({ categories }) => categories[0] === id)
        .map(({ url, title }) => `<li><a href="${url}">${title}</a><span>${each.label}</span></li>`),
    );
    return `<section><h2>${term(archive, 'categories', id)}</h2><ul>\n${rows.join('\n')}</ul></section>`;
  };
  return `<h1>${label}总目录</h1>
<div class="covers">${issues.map((each) => cover(archive, each)).join('\n')}</div>
${archive.kinds[0].entries.map(section).join('\n')}`;
}

export function archive(all) {
  const covers = all.issues
    .filter(({ year: of }) => of === all.years[0].year)
    .map((each) => cover(all, each));
  const rows = all.years.map(({ year: number, label, url }) => {
    const issues = all.issues.filter((each) => each.year === number);
    const articles = issues.reduce((sum, { id }) => sum + all.articlesOf('issues', id).length, 0);
    return `<li><a href="${url}">${label}</a><span>${issues.length}期，${articles}篇</span></li>`;
  });
  return `<h1>往期</h1>
<div class="covers">${covers.join('\n')}</div>
<ul class="rows">
${rows.join('\n')}
</ul>`;
}

export function index(all, kind, title, entries) {
  if (entries.length === 0) return `<h1>${title}</h1><p>还没有条目。</p>`;
  const rows = entries.map(
    ({ id }) =>
      `<li>${term(all, kind, id)}<span class="count">${all.articlesOf(kind, id).length}篇</span></li>`,
  );
  return `<h1>${title}</h1>
<ul class="entries">${rows.join('\n')}</ul>`;
}

export function list(all, kind, entry, articles, number, count) {
  const total = all.articlesOf(kind, entry.id).length;
  const facts = entry.full ? `<dl class="facts"><div><dt>全称</dt><dd>${entry.full}</dd></div></dl>` : '';
  const pages = Array.from({ length: count }, (_, at) => at + 1)
    .filter((each) => each === 1 || each === count || Math.abs(each - number) <= 2)
    .map((each) => `<li><a href="/${kind}/${entry.id}/${each === 1 ? '' : `${each}/`}">${each}</a></li>`);
  return `<h1>${entry.name}</h1>
<p>共${total}篇，第${number}页</p>
${facts}
<div class="list">${articles.map((each) => card(all, each, { meta: true, category: true })).join('\n')}</div>
${count > 1 ? `<nav class="pagination"><ul>${pages.join('')}</ul></nav>` : ''}`;
}
