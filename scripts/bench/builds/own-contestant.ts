import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type MadeArticle, type MadeBulletin, writeMadeBulletin } from '../lib/made-bulletin.ts';
import { INDEXING } from '../../lib/build/progress.ts';
import { type Contestant, replaceClosingSentence, type Run, RUNS } from './contestant.ts';
import { runMeasured } from '../lib/measured-run.ts';
import { moveAside } from './move-aside.ts';

/** Entries of the project's folder that a build does not need. */
const NOT_COPIED = new Set(['.git', '.astro', 'node_modules', 'content', 'tests', 'dist']);
/** Text on each article's page. */
const CHANGED_TEMPLATE = 'src/components/ArticleFoot.astro';

/**
 * Our own build, in a copy of the project with its own caches, whose templates may be changed.
 * @param dir an empty folder
 */
export async function ownContestant(dir: string, made: MadeBulletin): Promise<Contestant> {
  const project = path.join(dir, 'project');
  const content = path.join(dir, 'content');
  const site = path.join(dir, 'site');
  await copyProject(project);
  await writeMadeBulletin(content, made);
  const changes = changesIn(project, content, made);
  return {
    tool: 'ours',
    runs: [...RUNS],
    site,
    deleteOutput: async () => {
      const modules = path.join(project, 'node_modules');
      const caches = (await readdir(modules)).filter((name) => name.startsWith('.') && name !== '.bin');
      await moveAside(dir, [
        site,
        path.join(project, '.astro'),
        ...caches.map((name) => path.join(modules, name)),
      ]);
    },
    applyChange: async (run, round) => changes[run]?.(round),
    build: async () => {
      const { wall, cpu, peakMB, lines } = await runMeasured({
        command: process.execPath,
        args: [...(await buildArguments(project)), '--outDir', site],
        cwd: project,
        env: { ...process.env, BULLETIN_CONTENT: content, SITE_URL: '' },
      });
      const indexing = lines.find(({ text }) => text === INDEXING);
      if (!indexing) throw new Error(`The build did not say “${INDEXING}”`);
      return { wall, cpu, peakMB, indexWall: wall - indexing.at };
    },
  };
}

/** The changes before the warm builds, by run; a change gets the number of the round. */
function changesIn(
  project: string,
  content: string,
  { articles }: MadeBulletin,
): Partial<Record<Run, (round: number) => Promise<void>>> {
  const edit = async (file: string, to: (text: string) => string) => {
    const before = await readFile(file, 'utf8');
    const after = to(before);
    if (after === before) throw new Error(`${file}: the benchmark's change changed nothing`);
    await writeFile(file, after);
  };
  const editArticle = (article: MadeArticle | undefined, round: number) =>
    edit(path.join(content, 'issues', article?.issue ?? '', `${article?.slug}.md`), (text) =>
      replaceClosingSentence(text, round),
    );
  return {
    'warm-article': (round) => editArticle(articles.at(-1), round),
    'warm-old-article': (round) => editArticle(articles[Math.floor(articles.length / 2)], round),
    // Changes the name on pages; the old one becomes an alias, because articles use it.
    'warm-register': (round) =>
      edit(path.join(content, 'parks/p3.yaml'), (text) =>
        text
          .replace(/^shortName: .*$/mu, `shortName: 三号园区（${round}）`)
          .replace(/(?:aliases: .*\n)?$/u, 'aliases: [3号园区]\n'),
      ),
    'warm-template': (round) =>
      edit(path.join(project, CHANGED_TEMPLATE), (text) =>
        text.replace(
          /<footer class="article-foot"[^>]*>/u,
          `<footer class="article-foot" data-round="${round}">`,
        ),
      ),
  };
}

/** Node's arguments in `npm run build`. */
async function buildArguments(project: string): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(path.join(project, 'package.json'), 'utf8'));
  return (scripts.build as string).replace(/^node /u, '').split(' ');
}

/** Copies the project with its packages, without its content and caches. */
async function copyProject(to: string): Promise<void> {
  for (const name of await readdir('.')) {
    if (!NOT_COPIED.has(name)) await cp(name, path.join(to, name), { recursive: true });
  }
  const modules = path.join(to, 'node_modules');
  await mkdir(modules);
  const packages = (await readdir('node_modules')).filter((name) => !name.startsWith('.') || name === '.bin');
  for (const name of packages) await symlink(path.resolve('node_modules', name), path.join(modules, name));
}
