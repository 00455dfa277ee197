/** A data file as JSON, one article a line: programs that compare texts find what has changed. */
export function dataFile({ articles, ...head }: { articles: readonly object[] }): string {
  const lines = articles.map((article) => JSON.stringify(article));
  return `${JSON.stringify(head).slice(0, -1)},"articles":[\n${lines.join(',\n')}\n]}\n`;
}
