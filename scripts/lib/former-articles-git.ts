import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { FormerArticle } from '../../src/check/lost-addresses.ts';
import { asRead } from '../../src/core/text/edit.ts';
import { parseYaml, record } from '../../src/core/yaml-source.ts';
import { splitFrontMatter } from '../../src/loader/front-matter.ts';

/** A file that is gone, and the revision that still had it. */
interface Gone {
  /** Path inside the content folder, `issues/2022-09/a.md`. */
  file: string;
  revision: string;
}

/**
 * The articles that were public when they were last seen in the history and whose files are gone.
 * @param dir the content folder
 * @returns undefined where there is no history to ask: no Git, no repository, no commit
 */
export async function formerArticles(dir: string): Promise<FormerArticle[] | undefined> {
  try {
    const log = [
      'log',
      '--no-renames',
      '--diff-filter=D',
      '--format=%x00%H',
      '--name-only',
      '-z',
      '--relative',
    ];
    const [prefix, history, head] = await Promise.all([
      git(dir, ['rev-parse', '--show-prefix']),
      git(dir, [...log, '--', 'issues']),
      git(dir, ['ls-tree', '-r', '-z', '--name-only', 'HEAD', '--', 'issues']),
    ]);
    const gone = goneFiles(String(history), String(head)).filter(
      ({ file }) => !existsSync(path.join(dir, file)),
    );
    if (gone.length === 0) return [];
    const names = gone.flatMap(({ file, revision }) =>
      [file, `${path.posix.dirname(file)}/issue.yaml`].map(
        (name) => `${revision}:${String(prefix).trim()}${name}`,
      ),
    );
    const texts = textsIn(await git(dir, ['cat-file', '--batch'], `${names.join('\n')}\n`));
    return gone.flatMap(({ file }, index) => former(file, texts[index * 2], texts[index * 2 + 1]) ?? []);
  } catch {
    return undefined;
  }
}

/** Files of articles that the newest commit has, or that a commit has removed: each once, from its last revision. */
function goneFiles(history: string, head: string): Gone[] {
  const last = new Map(head.split('\0').map((file) => [file, 'HEAD']));
  let revision = '';
  for (const token of history.split('\0')) {
    const file = token.replace(/^\n/u, '');
    if (/^[0-9a-f]{40,64}$/u.test(token)) revision = `${token}^`;
    else if (!last.has(file)) last.set(file, revision);
  }
  return [...last]
    .map(([file, from]) => ({ file, revision: from }))
    .filter(({ file }) => /^issues\/[^/]+\/[^/]+\.mdx?$/u.test(file));
}

/** What readers could open, where the article was public. */
function former(
  file: string,
  text: string | undefined,
  issueText: string | undefined,
): FormerArticle | undefined {
  const { title, status, rights, aliases } = record(splitFrontMatter(text ?? '').frontMatter?.data);
  const issue = record(parseYaml(issueText ?? '').data);
  if (status !== 'ready' || rights === 'unknown' || issue.status !== 'published') return undefined;
  const old = Array.isArray(aliases) ? aliases.map(String) : [];
  return { file, title: String(title), addresses: [`/${file.replace(/\.mdx?$/u, '')}/`, ...old] };
}

/** The objects that `git cat-file --batch` prints, undefined for those that are missing. */
function textsIn(output: Buffer): (string | undefined)[] {
  const texts: (string | undefined)[] = [];
  for (let at = 0; at < output.length;) {
    const end = output.indexOf('\n', at);
    const size = / blob (\d+)$/u.exec(output.toString('utf8', at, end))?.[1];
    const text = () => asRead(output.toString('utf8', end + 1, end + 1 + Number(size)));
    texts.push(size === undefined ? undefined : text());
    at = end + 1 + (size === undefined ? 0 : Number(size) + 1);
  }
  return texts;
}

async function git(dir: string, args: string[], input = ''): Promise<Buffer> {
  const child = spawn('git', ['-C', dir, ...args], { stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  // Git that ends before it has read its input says so by its exit code.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [output, code] = await Promise.all([buffer(child.stdout), ended]);
  if (code !== 0) throw new Error(`git ${args[0]} ended with ${code}`);
  return output;
}
