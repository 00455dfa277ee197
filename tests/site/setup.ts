import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { findBrowser } from '../../scripts/lib/browser.ts';
import { run, start } from '../lib/command.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    browser: string;
    /** The sample bulletin at the root: its folder and its address. */
    site: { dir: string; url: string };
    /** The sample below a base path, with the form, which it publishes for a folder of the machine. */
    siteBelow: { dir: string; url: string };
  }
}

const BELOW = 'https://bulletin.example/daokan';

/** Builds the sample bulletin twice and serves it, once for all tests of the built site. */
export default async function setup(project: TestProject) {
  const temporary = await mkdtemp(path.join(os.tmpdir(), 'bulletin-site-'));
  const stops: (() => void)[] = [];
  const serve = async (name: string, port: number, env: Record<string, string>) => {
    const dir = path.join(temporary, name);
    const built = await run('build', ['--outDir', dir], env);
    if (built.code !== 0) throw new Error(`The sample bulletin does not build:\n${built.stderr}`);
    const { child, output } = start('preview', ['--outDir', dir, '--port', String(port)], env);
    stops.push(() => child.kill());
    const url = await addressIn(output);
    return { dir, url };
  };
  project.provide('browser', findBrowser());
  project.provide('site', await serve('root', 4731, { SITE_URL: '' }));
  const content = path.join(temporary, 'content');
  await cp('content', content, { recursive: true });
  await replaceIn(
    path.join(content, 'site.yaml'),
    /^admin: .*$/mu,
    'admin: { backend: gitee, publish: true }',
  );
  project.provide('siteBelow', await serve('below', 4741, { SITE_URL: BELOW, BULLETIN_CONTENT: content }));
  return async () => {
    for (const stop of stops) stop();
    await rm(temporary, { recursive: true, force: true });
  };
}

async function replaceIn(file: string, from: RegExp, to: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  if (!from.test(text)) throw new Error(`${file} does not hold ${from}`);
  await writeFile(file, text.replace(from, to));
}

/** Waits for the address that the preview prints. */
async function addressIn(output: { stdout: string; stderr: string }): Promise<string> {
  for (let waited = 0; waited < 300; waited += 1) {
    const address = /http:\/\/localhost:\d+\S*/u.exec(output.stdout)?.[0];
    if (address) return address;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The preview did not start:\n${output.stderr}`);
}
