import * as views from '../views.js';

export function render({ page, article, content }) {
  const archive = this.archive();
  return views.page(
    article.title,
    article.summary,
    views.article(archive, archive.byUrl.get(page.url), content),
  );
}
