import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { filesIn } from '../lib/folder.ts';
import { LONG } from '../lib/long.ts';

/** Installs from the registry and so needs a network: only in the long run. */
it.runIf(LONG)(
  'works as a package: three commands turn an empty folder into a published bulletin with the same pages',
  { timeout: 900_000 },
  async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), '打包 测试-'));
    const npm = (dir: string, ...args: string[]) => {
      const done = spawnSync('npm', args, {
        cwd: dir,
        encoding: 'utf8',
        env: { ...process.env, SITE_URL: '' },
      });
      expect([args[0], done.status, done.status === 0 ? '' : done.stderr]).toEqual([args[0], 0, '']);
      return done.stdout;
    };
    npm('.', 'pack', '--pack-destination', folder);
    const tarball = path.join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '');
    const call = ['exec', '--yes', `--package=file:${tarball}`, '--', 'park-bulletin'];
    npm(folder, ...call, 'new', 'bulletin', '江畔园区', '--region', '四川省', '--yes');
    const dir = path.join(folder, '江畔园区');
    npm(dir, 'install');
    npm(dir, 'run', 'check');
    npm(dir, 'run', 'build');
    const packed = await filesIn(path.join(dir, 'dist'));
    expect(packed['index.html']).toContain('写在第一期前面');
    expect(Object.values(packed).join('')).not.toMatch(/河北|园区导刊/u);
    npm(
      '.',
      'run',
      'build',
      '--',
      '--content',
      path.join(dir, 'content'),
      '--outDir',
      path.join(folder, 'site'),
    );
    expect(await filesIn(path.join(folder, 'site'))).toEqual(packed);
  },
);
