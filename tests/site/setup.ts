import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { findBrowser, launchBrowserServer } from '../../scripts/lib/browser.ts';
import { run, serve } from '../lib/command.ts';
import { copyProjectTo } from '../lib/copy-project-to.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where tests connect to the browser that they share: a browser takes seconds to start. */
    browser: string;
    /** Copies of the project with the sample, one for each worker. */
    projects: string[];
    /** The sample bulletin at the root: its folder and its address. */
    site: { dir: string; url: string };
    /** The sample below a base path, with the published form, which edits a local folder. */
    siteBelow: { dir: string; url: string };
  }
}

const BELOW = 'https://bulletin.example/daokan';

/** Builds the sample bulletin twice and serves it, once for all tests of the built site. */
export default async function setup(project: TestProject) {
  const temporary = await mkdtemp(path.join(os.tmpdir(), 'bulletin-site-'));
  const stops: (() => void)[] = [];
  const site = async (name: string, cwd: string, env: Record<string, string>) => {
    const dir = path.join(temporary, name);
    const place = { ...env, BULLETIN_TEST_PROJECT: cwd };
    const built = await run('build', ['--outDir', dir], place);
    if (built.code !== 0) throw new Error(`The sample bulletin does not build:\n${built.stderr}`);
    const { url, stop } = await serve('preview', ['--outDir', dir], place);
    stops.push(stop);
    return { dir, url };
  };
  const browser = await launchBrowserServer(findBrowser());
  project.provide('browser', browser.wsEndpoint());
  const projects = Array.from({ length: project.config.maxWorkers }, (_, index) =>
    path.join(temporary, `project-${index + 1}`),
  );
  for (const copy of projects) {
    await copyProjectTo(copy);
    await cp('content', path.join(copy, 'content'), { recursive: true });
  }
  project.provide('projects', projects);
  const content = path.join(temporary, 'content');
  await cp('content', content, { recursive: true });
  await replaceIn(
    path.join(content, 'site.yaml'),
    /^admin: .*$/mu,
    'admin: { backend: gitee, publish: true }',
  );
  // Not in this folder, where `npm run types` may write the same generated modules.
  const [first = '', second = ''] = projects;
  const [root, below] = await Promise.all([
    site('root', second, { SITE_URL: '' }),
    site('below', first, { SITE_URL: BELOW, BULLETIN_CONTENT: content }),
  ]);
  // The bundled form depends on the code alone. The other caches are those of single bulletins.
  const form = (copy: string) => path.join(copy, 'node_modules/.cache/form');
  for (const copy of projects.slice(1)) await cp(form(first), form(copy), { recursive: true });
  project.provide('site', root);
  project.provide('siteBelow', below);
  return async () => {
    for (const stop of stops) stop();
    await browser.close();
    await rm(temporary, { recursive: true, force: true });
  };
}

async function replaceIn(file: string, from: RegExp, to: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  if (!from.test(text)) throw new Error(`${file} does not hold ${from}`);
  await writeFile(file, text.replace(from, to));
}
