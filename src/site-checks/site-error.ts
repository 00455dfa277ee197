/** The site that was built must not be published. */
export class SiteError extends Error {
  override name = 'SiteError';
  /** What is wrong with the site as a whole, in one sentence. */
  readonly summary: string;

  /** @param problems in Chinese, each with the page or file that it is about */
  constructor(problems: readonly string[], summary: string) {
    super(problems.join('\n'));
    this.summary = summary;
  }
}
