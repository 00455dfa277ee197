/** An article's page contains an element that editions cannot print. Editions never leave it out silently. */
export class EditionError extends Error {
  override name = 'EditionError';
  readonly article: string;
  readonly element: string;

  /**
   * @param article its id, `2022-09/slug`
   * @param element the unsupported element, `<video>`
   */
  constructor(article: string, element: string) {
    super(`稿件“${article}”里有电子版、印刷版不认识的内容：${element}`);
    this.article = article;
    this.element = element;
  }
}
