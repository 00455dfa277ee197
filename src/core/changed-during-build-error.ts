/** Thrown when a file was saved after it was checked, because the build would publish unchecked content. */
export class ChangedDuringBuildError extends Error {
  /** @param what the file as named in messages: `图片“x.png”` */
  constructor(what: string) {
    super(`${what}在生成的途中改过。再运行一次 npm run build`);
    this.name = 'ChangedDuringBuildError';
  }
}
