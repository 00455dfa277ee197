/** The built site must not be published. */
export class SiteError extends Error {
  override name = 'SiteError';
  /** One sentence, in Chinese, about the site as a whole. */
  readonly summary: string;

  /** @param problems in Chinese, each with its page or file */
  constructor(problems: readonly string[], summary: string) {
    super(problems.join('\n'));
    this.summary = summary;
  }
}
