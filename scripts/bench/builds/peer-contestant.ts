import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Contestant } from './contestant.ts';
import { replaceClosingSentence } from './contestant.ts';
import { type MeasuredRun, type Program, runMeasured } from '../lib/measured-run.ts';
import type { PeerBulletin } from './peer-content.ts';
import { moveAside } from './move-aside.ts';
import { writeEleventy } from './write-eleventy.ts';
import { writeHexo } from './write-hexo.ts';
import { writeHugo } from './write-hugo.ts';

const TEMPLATES = 'scripts/bench/peers';

/**
 * Differences from our build, for interpreting the figures:
 * - Peers get precomputed order, summaries and register ids, and simpler pages: no reader settings, no
 *   search filters, no check of names, dates and pictures.
 * - `hugo-pictures` encodes each picture as the same three WebP files as ours; the others copy the picture.
 * - Hugo adds a redirect (`page/1/`) to each list; these are not counted.
 * - Unmodified Pagefind runs after each peer; ours builds its own index.
 * - Peers rebuild everything after a change of a register or template, as after that of an article.
 */
interface Peer {
  tool: string;
  /** Folder of its templates. */
  templates: 'hugo' | 'eleventy' | 'hexo';
  write(dir: string, bulletin: PeerBulletin): Promise<void>;
  /** Folder that is copied into the site unchanged. */
  files: string;
  article(id: string): string;
  /** @param modules folder of the peers' packages */
  program(modules: string): Pick<Program, 'command' | 'args' | 'env'>;
  /** Output and caches. */
  outputs: string[];
}

const hugo: Omit<Peer, 'tool' | 'program'> = {
  templates: 'hugo',
  write: writeHugo,
  files: 'static',
  article: (id) => `content/issues/${id}.md`,
  outputs: ['public', 'resources', 'cache', '.hugo_build.lock'],
};

const hugoProgram = (pictures: string) => ({
  command: 'hugo',
  args: ['--quiet'],
  env: { ...process.env, HUGO_PARAMS_PICTURES: pictures },
});

export const PEERS: Peer[] = [
  { ...hugo, tool: 'hugo', program: () => hugoProgram('copied') },
  { ...hugo, tool: 'hugo-pictures', program: () => hugoProgram('encoded') },
  {
    tool: 'eleventy',
    templates: 'eleventy',
    write: writeEleventy,
    files: '.',
    article: (id) => `pages/issues/${id}.md`,
    program: (modules) => ({
      command: process.execPath,
      args: [path.join(modules, '@11ty/eleventy/cmd.cjs'), '--quiet'],
    }),
    outputs: ['public', '.cache'],
  },
  {
    tool: 'hexo',
    templates: 'hexo',
    write: writeHexo,
    files: 'source',
    article: (id) => `source/_posts/${id}.md`,
    program: (modules) => ({
      command: process.execPath,
      args: [path.join(modules, 'hexo/bin/hexo'), 'generate', '--silent'],
    }),
    outputs: ['public', 'db.json'],
  },
];

/**
 * A peer that builds the same bulletin, followed by Pagefind.
 * @param dir an empty folder
 * @param modules folder of the peers' packages
 */
export async function peerContestant(
  peer: Peer,
  dir: string,
  bulletin: PeerBulletin,
  modules: string,
): Promise<Contestant> {
  await cp(path.join(TEMPLATES, peer.templates), dir, { recursive: true });
  await cp(path.join(TEMPLATES, 'style.css'), path.join(dir, peer.files, 'style.css'));
  if (modules !== '') await symlink(modules, path.join(dir, 'node_modules'));
  await peer.write(dir, bulletin);
  const [newest] = bulletin.articles;
  const site = path.join(dir, 'public');
  return {
    tool: peer.tool,
    runs: ['cold', 'warm-article'],
    site,
    deleteOutput: () =>
      moveAside(
        dir,
        peer.outputs.map((name) => path.join(dir, name)),
      ),
    applyChange: async (run, round) => {
      if (run !== 'warm-article') return;
      const file = path.join(dir, peer.article(`${newest?.issue}/${newest?.slug}`));
      await writeFile(file, replaceClosingSentence(await readFile(file, 'utf8'), round));
    },
    build: async () => {
      // Pagefind would leave files of the previous index.
      await moveAside(dir, [path.join(site, 'pagefind')]);
      const pages = await runMeasured({ ...peer.program(modules), cwd: dir });
      const index = await runMeasured({
        command: process.execPath,
        args: [path.resolve('node_modules/pagefind/lib/runner/bin.cjs'), '--site', site],
        cwd: dir,
      });
      return combinedCost(pages, index);
    },
  };
}

function combinedCost(pages: MeasuredRun, index: MeasuredRun) {
  return {
    wall: pages.wall + index.wall,
    cpu: pages.cpu + index.cpu,
    peakMB: Math.max(pages.peakMB, index.peakMB),
    indexWall: index.wall,
  };
}
