/** The site that was built must not be published. */
export class SiteError extends Error {
  override name = 'SiteError';

  /** @param problems in Chinese, each with the page or file that it is about */
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
  }
}
