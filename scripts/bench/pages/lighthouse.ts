import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { serveFolder } from '../../lib/static-server.ts';
import { runMeasured } from '../lib/measured-run.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Lighthouse's metrics of a page, with its simulated slow phone. */
export interface LighthouseResult {
  address: string;
  /** From 0 to 100, by category. */
  scores: Record<(typeof CATEGORIES)[number], number>;
  /** Largest Contentful Paint in milliseconds. */
  largestPaint: number;
  /** Total Blocking Time in milliseconds. */
  blocked: number;
  /** Cumulative Layout Shift; 0 is none. */
  shift: number;
}

/**
 * @param browser path of Chromium
 * @param modules folder of the peers' packages
 * @param dir folder for Lighthouse's own report
 * @throws if Lighthouse cannot run here
 */
export async function runLighthouse(
  site: string,
  addresses: string[],
  { browser, modules, dir }: { browser: string; modules: string; dir: string },
): Promise<LighthouseResult[]> {
  const served = await serveFolder(site);
  const output = path.join(dir, 'lighthouse.json');
  try {
    const figures: LighthouseResult[] = [];
    for (const address of addresses) {
      await runMeasured({
        command: process.execPath,
        args: [
          path.join(modules, 'lighthouse/cli/index.js'),
          served.url + address,
          '--quiet',
          '--no-enable-error-reporting',
          '--output=json',
          `--output-path=${output}`,
          `--only-categories=${CATEGORIES.join(',')}`,
          '--chrome-flags=--headless=new --no-sandbox --disable-background-networking',
        ],
        cwd: dir,
        env: { ...process.env, CHROME_PATH: browser },
      });
      figures.push(resultOf(address, JSON.parse(await readFile(output, 'utf8'))));
    }
    return figures;
  } finally {
    served.server.close();
  }
}

interface LighthouseReport {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { numericValue?: number }>;
}

function resultOf(address: string, { categories, audits }: LighthouseReport): LighthouseResult {
  const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
  const value = (name: string) => audits[name]?.numericValue ?? 0;
  return {
    address,
    scores: {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
      seo: score('seo'),
    },
    largestPaint: Math.round(value('largest-contentful-paint')),
    blocked: Math.round(value('total-blocking-time')),
    shift: Number(value('cumulative-layout-shift').toFixed(3)),
  };
}
