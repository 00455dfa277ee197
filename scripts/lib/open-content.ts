import { shownPath } from '../../src/core/diagnostic.ts';
import { ContentFolder } from '../../src/loader/content-folder-fs.ts';
import { CommandError } from './command-error.ts';
import { displayPath } from './display-path.ts';

/**
 * Opens a content folder for a command that writes something.
 * @throws CommandError if the content is written for a newer engine
 */
export async function openContent(dir: string): Promise<ContentFolder> {
  const folder = await ContentFolder.open(dir);
  const [first] = folder.diagnostics;
  if (!folder.isNewer || !first) return folder;
  const place = `${shownPath(displayPath(dir), first.file)}:${first.line}`;
  throw new CommandError(`${place} ${first.problem}`, first.fix);
}
