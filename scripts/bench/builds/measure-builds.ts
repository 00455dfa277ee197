import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { makeBulletin } from '../lib/made-bulletin.ts';
import type { Contestant, BuildCost, Run } from './contestant.ts';
import { medians, type Measurement } from './measurements.ts';
import { ownContestant } from './own-contestant.ts';
import { peerBulletin } from './peer-content.ts';
import { peerPackages, requireHugo } from '../lib/peer-packages.ts';
import { peerContestant, PEERS } from './peer-contestant.ts';
import { missingIn, readSite, type SitePages } from './compare-sites.ts';

export const TOOLS = ['ours', ...PEERS.map(({ tool }) => tool)];

/** A peer lacks pages or text that our site has: the comparison would not be fair. */
export class DifferentPagesError extends Error {
  override name = 'DifferentPagesError';
}

/**
 * Builds one generated bulletin with each tool in turn, for several rounds.
 * @param tools some of TOOLS
 * @returns one row for each tool and run
 * @throws MissingPeerError, DifferentPagesError
 */
export async function measureBuilds(
  articles: number,
  { tools, rounds, say }: { tools: string[]; rounds: number; say: (line: string) => void },
): Promise<Measurement[]> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'bulletin-bench-'));
  try {
    say(`造 ${articles} 篇…`);
    const contestants = await contestantsIn(dir, articles, tools, say);
    const costs = new Map<string, BuildCost[]>();
    const sites = new Map<string, SitePages>();
    const builds = contestants.flatMap((contestant) => contestant.runs.map((run) => ({ contestant, run })));
    for (let round = 1; round <= rounds; round += 1) {
      for (const { contestant, run } of builds) {
        const { tool } = contestant;
        const cost = await runBuild(contestant, run, round);
        say(`${articles} 篇，第 ${round} 次，${tool} ${run}：${cost.wall.toFixed(2)} 秒`);
        const key = `${tool} ${run}`;
        costs.set(key, [...(costs.get(key) ?? []), cost]);
        if (round > 1 || run !== 'cold') continue;
        sites.set(tool, await readSite(contestant.site));
        requireSamePages(tool, sites);
      }
    }
    return contestants.flatMap(({ tool, runs }) =>
      runs.map((run) => {
        const site = sites.get(tool);
        return {
          tool,
          articles,
          run,
          ...medians(costs.get(`${tool} ${run}`) ?? []),
          pages: site?.addresses.size ?? 0,
          outputMB: site?.outputMB ?? 0,
        };
      }),
    );
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function contestantsIn(
  dir: string,
  articles: number,
  tools: string[],
  say: (line: string) => void,
): Promise<Contestant[]> {
  const peers = PEERS.filter(({ tool }) => tools.includes(tool));
  if (peers.some(({ templates }) => templates === 'hugo')) requireHugo();
  const modules = peers.some(({ templates }) => templates !== 'hugo') ? await peerPackages(say) : '';
  const made = await makeBulletin(articles);
  const folder = async (tool: string) => {
    await mkdir(path.join(dir, tool));
    return path.join(dir, tool);
  };
  const contestants: Contestant[] = [];
  if (tools.includes('ours')) contestants.push(await ownContestant(await folder('ours'), made));
  const bulletin = peerBulletin(made);
  for (const peer of peers) {
    contestants.push(await peerContestant(peer, await folder(peer.tool), bulletin, modules));
  }
  return contestants;
}

async function runBuild(contestant: Contestant, run: Run, round: number): Promise<BuildCost> {
  if (run === 'cold') await contestant.deleteOutput();
  await contestant.applyChange(run, round);
  return contestant.build();
}

function requireSamePages(tool: string, sites: Map<string, SitePages>): void {
  const [mine, peer] = [sites.get('ours'), sites.get(tool)];
  if (!mine || !peer) return;
  const missing = missingIn(peer, mine);
  if (missing.length === 0) return;
  const listed = missing.slice(0, 10).join('\n  ');
  throw new DifferentPagesError(
    `${tool} 和本刊生成的页面不一样（${missing.length} 处），不能比较：\n  ${listed}\n  改法：改 scripts/bench/peers 里它的模板`,
  );
}
