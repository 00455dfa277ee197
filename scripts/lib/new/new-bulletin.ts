import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { today } from '../as-of-day.ts';
import { siteSchema } from '../../../src/core/schema/site.ts';
import { engineFile, engineFolder } from '../../../src/engine/engine-folder.ts';
import { DiagnosticCollector } from '../../../src/loader/diagnostic-collector.ts';
import { provinceRegions } from '../../../src/loader/province-regions-fs.ts';
import { freeSlug, slugOf } from '../../../src/pinyin/slug.ts';
import { applyChanges } from '../../../src/scaffold/apply-changes-fs.ts';
import { bulletinFiles, type NewBulletin } from '../../../src/scaffold/bulletin-files.ts';
import { CI_HOSTS } from '../../../src/scaffold/ci-files.ts';
import { parseChoice, wrongUse } from '../command.ts';
import { displayPath } from '../display-path.ts';
import { VERSION } from '../upgrade/bulletin-package.ts';
import { CommandError } from '../command-error.ts';
import { type KeptTarball, isDownload, keptTarball, tarballFile } from '../kept-tarball.ts';
import { fieldFinding } from './field-finding.ts';
import { Terminal } from './terminal.ts';

export const BULLETIN_FLAGS = ['name', 'publisher', 'region', 'categories', 'ci', 'engine'] as const;
type Flag = (typeof BULLETIN_FLAGS)[number];
export type BulletinFlags = Partial<Record<Flag, string>>;

export interface MadeBulletin {
  dir: string;
  files: string[];
}

/** Default categories of a new bulletin, with their slugs. */
const CATEGORIES: Readonly<Record<string, string>> = {
  卷首: 'foreword',
  特稿: 'features',
  园区要闻: 'park-news',
  招商引资: 'investment',
  产业观察: 'industry',
  经验交流: 'experience',
  公告: 'notices',
};
const QUESTIONS: Record<'name' | 'publisher' | 'region' | 'categories' | 'ci', string> = {
  name: '刊名',
  publisher: '编辑出版',
  region: '哪个省（不止一个用“、”隔开）',
  categories: '栏目（用“、”隔开）',
  ci: `自动核对用哪一家：${CI_HOSTS.join('、')}`,
};

/**
 * Creates the folder of a new bulletin: all its files or none.
 * @param dir a folder that is empty or does not exist
 * @param ask whether to prompt for what the flags do not give
 * @throws CommandError if the folder cannot be used
 */
export async function newBulletin(
  dir: string | undefined,
  flags: BulletinFlags,
  { ask }: { ask: boolean },
): Promise<MadeBulletin> {
  if (dir === undefined) wrongUse('要写上放在哪个文件夹：new bulletin <文件夹>');
  for (const [flag, typed] of Object.entries(flags)) {
    const problem = answerProblem(flag as Flag, typed);
    if (problem) wrongUse(`--${flag}：${problem}`);
  }
  await checkFolder(dir);
  const proposals: Required<Omit<BulletinFlags, 'engine'>> = {
    name: path.basename(path.resolve(dir)),
    publisher: '本刊编辑部',
    region: '',
    categories: Object.keys(CATEGORIES).join('、'),
    ci: CI_HOSTS[0],
    ...flags,
  };
  const answers = ask ? await askFor(proposals) : proposals;
  const nameProblem = answerProblem('name', answers.name);
  if (nameProblem) wrongUse(`--name：${nameProblem}`);
  const { tarball, ...engine } = await engineOf(flags.engine, dir);
  const files = bulletinFiles({
    name: answers.name,
    publisher: answers.publisher,
    provinces: listOf(answers.region),
    categories: columnsOf(answers.categories),
    date: today(),
    ci: parseChoice('--ci', answers.ci, CI_HOSTS),
    ...engine,
  });
  const create = new Map([...files].map(([file, text]) => [file, Buffer.from(text)]));
  if (tarball) create.set(tarball.file, tarball.bytes);
  try {
    await mkdir(dir, { recursive: true });
    await applyChanges(dir, { create, replace: new Map(), remove: [] });
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
    throw new CommandError(`${dir} 写不进去（${cause.code}）`, '换一个文件夹，或者改这个文件夹的权限');
  }
  return { dir, files: [...create.keys()] };
}

/** The report for people. */
export function formatNewBulletin({ dir, files }: MadeBulletin): string {
  return [
    `已建 ${dir}：${files.length} 个文件`,
    '接着做：',
    `  cd ${/\s/u.test(dir) ? `"${dir}"` : dir}`,
    '  npm install',
    '  npm start',
    '第一期已经能看；改 content/ 里的稿件和 site.yaml，再运行一次 npm start。',
  ].join('\n');
}

async function checkFolder(dir: string): Promise<void> {
  const entries = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new CommandError(`${dir} 不能用（${error.code}）`, '换一个文件夹');
  });
  // A folder with only a Git repository counts as empty.
  const [first] = entries.filter((name) => name !== '.git');
  if (first !== undefined) {
    throw new CommandError(
      `文件夹 ${dir} 不是空的（里面有 ${first}）`,
      '换一个新的文件夹，或先把里面的东西移走',
    );
  }
}

async function askFor<T extends Record<string, string>>(proposals: T): Promise<T> {
  console.log('新的刊物。方括号里的是建议，直接回车就用它。');
  const terminal = new Terminal();
  const answers: Record<string, string> = { ...proposals };
  for (const [flag, label] of Object.entries(QUESTIONS)) {
    answers[flag] = await terminal.ask({
      label,
      proposal: proposals[flag],
      validate: async (typed) => {
        const problem = answerProblem(flag as Flag, typed);
        return problem && `  ！${problem}`;
      },
    });
  }
  terminal.close();
  return answers as T;
}

/** The problem of an answer, by the rules for `site.yaml`; undefined if there is none. */
function answerProblem(flag: Flag, typed: string): string | undefined {
  switch (flag) {
    case 'name':
      return fieldProblem('title', typed);
    case 'publisher':
      return fieldProblem('publisher', typed);
    case 'region': {
      const collector = new DiagnosticCollector('site.yaml');
      provinceRegions(collector, listOf(typed));
      const [first] = collector.diagnostics;
      return first && `${first.problem}。${first.fix}`;
    }
    case 'categories':
      return listOf(typed).length > 0 ? undefined : '至少写一个栏目';
    case 'engine':
      return VERSION.test(typed) || isDownload(typed) || tarballFile(typed, '.') !== undefined
        ? undefined
        : `“${typed}”不是版本号，也不是程序包（.tgz）`;
    case 'ci':
      return CI_HOSTS.some((host) => host === typed) ? undefined : `可选：${CI_HOSTS.join('、')}`;
    default:
      return undefined;
  }
}

function fieldProblem(key: 'title' | 'publisher', typed: string): string | undefined {
  const finding = fieldFinding(siteSchema, key, typed);
  return finding && `${finding.problem}。改法：${finding.fix}`;
}

function listOf(typed: string): string[] {
  return typed
    .split(/[、，,]/u)
    .map((part) => part.trim())
    .filter(Boolean);
}

function columnsOf(typed: string): NewBulletin['categories'] {
  const taken = new Set<string>();
  return listOf(typed).map((name) => {
    const id = freeSlug(CATEGORIES[name] ?? slugOf(name), (slug) => taken.has(slug));
    taken.add(id);
    return { id, name };
  });
}

/**
 * The engine for package.json: what was typed, or where this engine was installed from. A tarball is kept in the
 * bulletin.
 * @throws CommandError if the tarball cannot be read
 */
async function engineOf(
  typed: string | undefined,
  dir: string,
): Promise<Pick<NewBulletin, 'engine' | 'allowScripts'> & { tarball?: KeptTarball }> {
  const { version, allowScripts } = JSON.parse(await readFile(engineFile('package.json'), 'utf8')) as {
    version: string;
    allowScripts: Record<string, boolean>;
  };
  const source = typed ?? (await installedFrom()) ?? version;
  const file = tarballFile(source, process.cwd());
  if (file === undefined) return { engine: source, allowScripts };
  const tarball = await keptTarball(file, dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === undefined) throw error;
    const fix = '用 --engine 写明程序包（.tgz）在哪里，或者写版本号';
    throw new CommandError(`程序包 ${displayPath(file)} 读不了（${error.code}）`, fix);
  });
  return { engine: tarball.source, allowScripts, tarball };
}

/** The tarball or folder that npm installed this engine from; undefined for the registry. */
async function installedFrom(): Promise<string | undefined> {
  const modules = path.resolve(engineFolder(), '..');
  const list = path.join(modules, '.package-lock.json');
  if (path.basename(modules) !== 'node_modules' || !existsSync(list)) {
    return path.basename(modules) === 'node_modules' ? undefined : `file:${engineFolder()}`;
  }
  const { packages } = JSON.parse(await readFile(list, 'utf8')) as {
    packages: Record<string, { resolved?: string }>;
  };
  const from = packages['node_modules/park-bulletin']?.resolved ?? '';
  return from.startsWith('file:')
    ? `file:${path.resolve(modules, '..', from.slice('file:'.length))}`
    : undefined;
}
