/** A data file as JSON with one article per line, so that line-based diffs show which articles changed. */
export function dataFile({ articles, ...head }: { articles: readonly object[] }): string {
  const lines = articles.map((article) => JSON.stringify(article));
  return `${JSON.stringify(head).slice(0, -1)},"articles":[\n${lines.join(',\n')}\n]}\n`;
}
