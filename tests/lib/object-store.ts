import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from './command.ts';
import { temporaryFolder } from './temporary-folders.ts';

const SOURCE = 'tests/lib/object-store';
const FOLDER = path.resolve('node_modules/.cache/object-store');
const BUCKET = 'daokan';
/** The account that s3rver knows. */
const ACCOUNT = 'S3RVER';

/** An object store on this machine that speaks the protocol of S3, OSS and COS: s3rver. */
export class ObjectStore {
  readonly #origin: string;
  readonly #child: ChildProcess;
  #said = '';

  private constructor(origin: string, child: ChildProcess) {
    this.#origin = origin;
    this.#child = child;
    child.stdout?.on('data', (text: Buffer) => (this.#said += text));
  }

  /** Starts it with an empty bucket; installs it once for each state of its lock file. */
  static async start(): Promise<ObjectStore> {
    await install();
    const port = await freePort();
    const args = [
      path.join(FOLDER, 'node_modules/s3rver/bin/s3rver.js'),
      ...['--address', '127.0.0.1', '--port', String(port), '--directory', temporaryFolder()],
      ...['--configure-bucket', BUCKET],
    ];
    const store = new ObjectStore(
      `http://127.0.0.1:${port}`,
      spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] }),
    );
    for (let waited = 0; waited < 100; waited += 1) {
      if (await fetch(store.#origin).catch(() => undefined)) return store;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('s3rver does not answer');
  }

  /** What `upload` takes. */
  readonly target = `${BUCKET}:${BUCKET}`;

  /** The settings of rclone, as the handbook gives them. */
  get environment(): Record<string, string> {
    const settings = {
      TYPE: 's3',
      PROVIDER: 'Other',
      ENDPOINT: this.#origin,
      ACCESS_KEY_ID: ACCOUNT,
      SECRET_ACCESS_KEY: ACCOUNT,
      FORCE_PATH_STYLE: 'true',
      NO_CHECK_BUCKET: 'true',
    };
    const named = Object.entries(settings).map(([name, value]) => [
      `RCLONE_CONFIG_${BUCKET.toUpperCase()}_${name}`,
      value,
    ]);
    // Rclone 1.60 does not start with a certificate of the machine's own.
    return { ...Object.fromEntries(named), AWS_CA_BUNDLE: '' };
  }

  /** Changes since the last call, in their order: `+ about/index.html`, `- old/index.html`. */
  changes(): string[] {
    const lines = this.#said.matchAll(/(Stored|Deleted) object "([^"]+)"/gu);
    this.#said = '';
    return [...lines].map(([, work, name]) => `${work === 'Stored' ? '+' : '-'} ${name}`);
  }

  /** A stored file with the metadata that a browser would get. */
  async get(name: string): Promise<{ type: string | null; cache: string | null; bytes: Buffer }> {
    const response = await fetch(`${this.#origin}/${BUCKET}/${encodeURI(name)}`);
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return {
      type: response.headers.get('content-type'),
      cache: response.headers.get('cache-control'),
      bytes: Buffer.from(await response.arrayBuffer()),
    };
  }

  stop(): void {
    this.#child.kill();
  }
}

async function install(): Promise<void> {
  const lock = await readFile(path.join(SOURCE, 'package-lock.json'), 'utf8');
  const mark = path.join(FOLDER, 'installed');
  if (existsSync(mark) && (await readFile(mark, 'utf8')) === lock) return;
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  await copyFile('.npmrc', path.join(FOLDER, '.npmrc'));
  for (const name of ['package.json', 'package-lock.json'])
    await copyFile(path.join(SOURCE, name), path.join(FOLDER, name));
  execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: FOLDER, stdio: 'ignore' });
  await writeFile(mark, lock);
}
