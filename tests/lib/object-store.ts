import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { freePort } from './command.ts';
import { temporaryFolder } from './temporary-folders.ts';

const SOURCE = 'tests/lib/object-store';
const FOLDER = path.resolve('node_modules/.cache/object-store');
const BUCKET = 'daokan';
/** The account that s3rver knows. */
const ACCOUNT = 'S3RVER';

/** The part of s3rver that is used: https://github.com/jamhall/s3rver#readme */
interface S3rver {
  on(
    event: 'event',
    heard: (event: { Records: [{ eventName: string; s3: { object: { key: string } } }] }) => void,
  ): void;
  run(): Promise<unknown>;
  close(): Promise<void>;
}

/** An object store on this machine that speaks the protocol of S3, OSS and COS: s3rver. */
export class ObjectStore {
  readonly #origin: string;
  readonly #server: S3rver;
  readonly #changes: string[] = [];

  private constructor(origin: string, server: S3rver) {
    this.#origin = origin;
    this.#server = server;
    server.on('event', ({ Records: [{ eventName, s3 }] }) =>
      this.#changes.push(`${eventName.startsWith('ObjectCreated') ? '+' : '-'} ${s3.object.key}`),
    );
  }

  /** Starts it with an empty bucket; installs it once for each state of its lock file. */
  static async start(): Promise<ObjectStore> {
    await install();
    const Server = createRequire(path.join(FOLDER, 'package.json'))('s3rver') as new (
      options: object,
    ) => S3rver;
    const port = await freePort();
    const server = new Server({
      address: '127.0.0.1',
      port,
      directory: temporaryFolder(),
      silent: true,
      configureBuckets: [{ name: BUCKET }],
    });
    const store = new ObjectStore(`http://127.0.0.1:${port}`, server);
    await server.run();
    return store;
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
    return this.#changes.splice(0);
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

  stop(): Promise<void> {
    return this.#server.close();
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
