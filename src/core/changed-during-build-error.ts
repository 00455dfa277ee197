/** A file was saved after it was read and checked: what would be published is not what was checked. */
export class ChangedDuringBuildError extends Error {
  /** @param what the file, as an editor calls it: `图片“x.png”` */
  constructor(what: string) {
    super(`${what}在生成的途中改过。再运行一次 npm run build`);
    this.name = 'ChangedDuringBuild';
  }
}
