import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Finished, RunProgram } from '../../scripts/lib/upgrade/run-program.ts';
import { type Files, writeFiles } from './bulletin-files.ts';

const OK: Finished = { code: 0, stdout: '', stderr: '' };
export const OFFLINE =
  'npm error code ENOTFOUND\nnpm error network request to https://registry.example failed';

/** The behaviour of a version of the engine in a test. */
export interface FakeEngine {
  allowScripts?: Record<string, boolean>;
  peerDependencies?: Record<string, string>;
  changelog?: string;
  /** The site that it builds. */
  site: Files;
  /** Changes to the content, by the path inside the content folder. */
  migrate?: Files;
  /** Why it cannot build. */
  fails?: string;
}

/** npm and the engine's commands without a network: versions are those of `engines`. */
export class FakeNpm {
  readonly engines: Record<string, FakeEngine>;
  /** Every call, `npm install <folder>`. */
  readonly calls: string[] = [];
  /** The error that npm prints for its next installation in the bulletin. */
  failure: string | undefined;
  /** Called for each installation in a folder, before anything happens. */
  onInstall: (folder: string) => Promise<void> = async () => undefined;
  readonly #dir: string;

  private constructor(dir: string, engines: Record<string, FakeEngine>) {
    this.#dir = dir;
    this.engines = engines;
  }

  /** A bulletin with the engine 0.1.0 installed. */
  static async inBulletin(
    engines: Record<string, FakeEngine>,
    files: Files = {},
  ): Promise<[string, FakeNpm]> {
    const dir = await writeFiles({
      'package.json': `${JSON.stringify({ dependencies: { 'park-bulletin': '0.1.0' } }, null, 2)}\n`,
      'package-lock.json': '{ "lock": "0.1.0" }\n',
      'content/site.yaml': 'title: 某刊\n',
      ...files,
    });
    const npm = new FakeNpm(dir, engines);
    await npm.run('npm', ['install'], dir);
    npm.calls.length = 0;
    return [dir, npm];
  }

  readonly run: RunProgram = async (program, args, cwd) => {
    const place = cwd === this.#dir ? 'bulletin' : 'trial';
    const shown = args.map((arg) => (path.isAbsolute(arg) ? path.basename(arg) : arg));
    this.calls.push(`${place}: ${[program, ...shown].join(' ')}`);
    if (program === 'npm') return args[0] === 'rebuild' ? OK : this.#install(cwd);
    const engine = this.#engineOf(await manifest(path.join(String(args[0]), '../../package.json')));
    return this.#command(engine, args.slice(1), cwd);
  };

  async #install(cwd: string): Promise<Finished> {
    await this.onInstall(cwd);
    if (this.failure !== undefined) return { ...OK, code: 1, stderr: this.failure };
    const { dependencies } = await manifest(path.join(cwd, 'package.json'));
    const wanted = String(dependencies?.['park-bulletin']);
    const version = await this.#versionOf(wanted, cwd);
    const engine = this.engines[version];
    if (!engine) return { ...OK, code: 1, stderr: 'npm error code ETARGET\nnpm error notarget' };
    const folder = path.join(cwd, 'node_modules/park-bulletin');
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const { allowScripts, peerDependencies, changelog = '' } = engine;
    await writeFile(
      path.join(folder, 'package.json'),
      JSON.stringify({ version, allowScripts, peerDependencies }),
    );
    await writeFile(path.join(folder, 'CHANGELOG.md'), changelog);
    await writeFile(path.join(cwd, 'package-lock.json'), `{ "lock": "${version}" }\n`);
    return OK;
  }

  /** A tarball contains its version as text. */
  async #versionOf(wanted: string, cwd: string): Promise<string> {
    if (wanted === 'latest') return String(Object.keys(this.engines).at(-1));
    if (!wanted.startsWith('file:')) return wanted;
    return readFile(path.resolve(cwd, wanted.slice('file:'.length)), 'utf8');
  }

  #engineOf({ version = '' }: { version?: string }): FakeEngine {
    const engine = this.engines[version];
    if (!engine) throw new Error(`No engine ${version}`);
    return engine;
  }

  async #command(engine: FakeEngine, [name, ...args]: string[], cwd: string): Promise<Finished> {
    if (name === 'migrate') {
      await write(path.join(cwd, 'content'), engine.migrate ?? {});
      return OK;
    }
    if (engine.fails !== undefined) return { ...OK, code: 1, stderr: `${engine.fails}\n` };
    const made = await writeFiles(engine.site);
    await cp(made, String(args[args.indexOf('--outDir') + 1]), { recursive: true });
    return OK;
  }
}

async function write(dir: string, files: Files): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(dir, name);
    if (text === null) await rm(file);
    else await writeFile(file, text);
  }
}

async function manifest(file: string): Promise<{ version?: string; dependencies?: Record<string, string> }> {
  return JSON.parse(await readFile(file, 'utf8'));
}
