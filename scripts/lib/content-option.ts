/**
 * The content folder of a command: `--content`, else the environment variable `BULLETIN_CONTENT`, else `content`.
 * @param typed the value of `--content`, if given
 * @returns the path as the user wrote it
 */
export function contentOption(typed?: string): string {
  return typed ?? process.env.BULLETIN_CONTENT ?? 'content';
}
