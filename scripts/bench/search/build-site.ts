import { spawnSync } from 'node:child_process';

/** Builds a content folder as `npm run build` does, in a separate process. */
export function buildSite(content: string, outDir: string): void {
  const built = spawnSync(process.execPath, ['scripts/cli.ts', 'build', '--outDir', outDir], {
    env: { ...process.env, BULLETIN_CONTENT: content },
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(built.stderr);
}
