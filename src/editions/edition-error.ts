/** Something on an article's page that no edition knows how to print. Nothing is ever left out instead. */
export class EditionError extends Error {
  override name = 'EditionError';
  readonly article: string;
  readonly element: string;

  /**
   * @param article its id, `2022-09/slug`
   * @param element what is not known, `<video>`
   */
  constructor(article: string, element: string) {
    super(`稿件“${article}”里有电子版、印刷版不认识的内容：${element}`);
    this.article = article;
    this.element = element;
  }
}
