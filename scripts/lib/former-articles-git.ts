import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { isSystemError } from '../../src/core/system-error.ts';
import { isLater, parseCalendarDate } from '../../src/core/calendar-date.ts';
import type { FormerArticle } from '../../src/check/index.ts';
import { hasNotice, isPublic, type Issue } from '../../src/core/content.ts';
import type { ArticleFrontMatter } from '../../src/core/schema/article.ts';
import { asRead } from '../../src/core/text/edit.ts';
import { parseYaml, record } from '../../src/core/yaml-source.ts';
import { splitFrontMatter } from '../../src/loader/split-front-matter.ts';

/** Articles of the Git history that were public once. */
export interface History {
  /** Articles whose files no longer exist. */
  former: FormerArticle[];
  /**
   * Why the history is incomplete: `none` without a repository or a commit; `shallow` where older commits were
   * not fetched; `failed` where Git is missing or reports an error.
   */
  lacks?: 'none' | 'shallow' | 'failed';
}

/** A deleted file, and the revisions that may still contain it. */
interface Gone {
  /** Path inside the content folder, `issues/2022-09/a.md`. */
  file: string;
  revisions: string[];
}

/**
 * Finds the articles that were public in their last revision and whose files no longer exist.
 * @param dir the content folder
 * @param day the day of the last publication: articles with a later date were never public
 */
export async function formerArticles(dir: string, day?: string): Promise<History> {
  // `-m` compares a merge with each parent and so shows its deletions.
  const log = ['log', '-m', '--no-renames', '--diff-filter=D', '--format=%x00%H %P', '--name-only', '-z'];
  try {
    const [place, history, head] = await Promise.all([
      git(dir, ['rev-parse', '--is-shallow-repository', '--show-prefix']),
      git(dir, [...log, '--relative', '--', 'issues']),
      git(dir, ['ls-tree', '-r', '-z', '--name-only', 'HEAD', '--', 'issues']),
    ]);
    const [shallow, prefix = ''] = String(place).split('\n');
    const gone = goneFiles(String(history), String(head)).filter(
      ({ file }) => !existsSync(path.join(dir, file)),
    );
    const former = await formerOf(dir, prefix, gone, day);
    if (!former) return { former: [], lacks: 'failed' };
    return { former, ...(shallow === 'true' && { lacks: 'shallow' }) };
  } catch (error) {
    if (!(error instanceof GitError || isSystemError(error))) throw error;
    return { former: [], lacks: (await isRepository(dir)) ? 'failed' : 'none' };
  }
}

/** Undefined where objects are missing, because the history was fetched in part. */
async function formerOf(
  dir: string,
  prefix: string,
  gone: Gone[],
  day: string | undefined,
): Promise<FormerArticle[] | undefined> {
  if (gone.length === 0) return [];
  const candidates = gone.flatMap(({ file, revisions }) => revisions.map((revision) => ({ file, revision })));
  const names = candidates.flatMap(({ file, revision }) =>
    [file, `${path.posix.dirname(file)}/issue.yaml`].map((name) => `${revision}:${prefix}${name}`),
  );
  const texts = textsIn(await git(dir, ['cat-file', '--batch'], `${names.join('\n')}\n`));
  const found = new Map<string, FormerArticle | undefined>();
  for (const [index, { file }] of candidates.entries()) {
    const text = texts[index * 2];
    if (text === undefined) continue;
    found.set(file, found.get(file) ?? formerArticle(file, text, texts[index * 2 + 1], day));
  }
  if (gone.some(({ file }) => !found.has(file))) return undefined;
  return [...found.values()].filter((each) => each !== undefined);
}

/** The articles of the newest commit, and those that a commit removed with its parents as revisions. */
function goneFiles(history: string, head: string): Gone[] {
  const last = new Map(head.split('\0').map((file) => [file, ['HEAD']]));
  let parents: string[] = [];
  for (const token of history.split('\0')) {
    const line = token.replace(/^\n/u, '');
    if (/^[0-9a-f]{40,64}(?: |$)/u.test(line)) parents = line.split(' ').slice(1);
    else if (!last.has(line)) last.set(line, parents);
  }
  return [...last]
    .map(([file, revisions]) => ({ file, revisions }))
    .filter(({ file }) => /^issues\/[^/]+\/[^/]+\.mdx?$/u.test(file));
}

/** The article, if it or its withdrawal notice was public. */
function formerArticle(
  file: string,
  text: string,
  issueText: string | undefined,
  day: string | undefined,
): FormerArticle | undefined {
  const written = record(splitFrontMatter(text).frontMatter?.data) as ArticleFrontMatter;
  const issue = record(parseYaml(issueText ?? '').data) as Pick<Issue, 'status' | 'date'>;
  const dates = [written.date, issue.date].flatMap((date) => parseCalendarDate(String(date)) ?? []);
  if (day !== undefined && dates.some((date) => isLater(date, day))) return undefined;
  if (!isPublic(written, issue) && !hasNotice(written, issue)) return undefined;
  const { title, aliases } = written;
  const old = Array.isArray(aliases) ? aliases.map(String) : [];
  return { file, title: String(title), addresses: [`/${file.replace(/\.mdx?$/u, '')}/`, ...old] };
}

/** Whether there is a repository that is broken or has a commit. */
async function isRepository(dir: string): Promise<boolean> {
  let folder = path.resolve(dir);
  while (!existsSync(path.join(folder, '.git'))) {
    const above = path.dirname(folder);
    if (above === folder) return false;
    folder = above;
  }
  const results = await Promise.allSettled([
    git(dir, ['rev-parse', '--git-dir']),
    git(dir, ['rev-parse', '--verify', '--quiet', 'HEAD']),
  ]);
  const [repository, commit] = results.map(({ status }) => status === 'fulfilled');
  return !repository || commit === true;
}

/** The objects in the output of `git cat-file --batch`; undefined for missing ones. */
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

/** Git is missing, or reports an error. */
class GitError extends Error {
  override name = 'GitError';
}

/**
 * Runs Git in a folder.
 * @returns what it prints
 * @throws {GitError}
 */
async function git(dir: string, args: string[], input = ''): Promise<Buffer> {
  const child = spawn('git', ['-C', dir, ...args], {
    stdio: ['pipe', 'pipe', 'ignore'],
    // No network: a partial clone must not fetch missing objects.
    env: { ...process.env, GIT_NO_LAZY_FETCH: '1' },
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', (cause) => reject(new GitError('git cannot be started', { cause })));
    child.on('close', resolve);
  });
  // If Git ends before it has read its input, its exit code reports the error.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [output, code] = await Promise.all([buffer(child.stdout), ended]);
  if (code !== 0) throw new GitError(`git ${args[0]} ended with ${code}`);
  return output;
}
