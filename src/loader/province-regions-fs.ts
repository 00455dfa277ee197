import { readFileSync } from 'node:fs';
import { type Region, type RegionRow, regionTable } from '#core/region-table.ts';
import { nearestNames } from '#core/text/nearest.ts';
import { engineFile } from '../engine/engine-folder.ts';
import type { DiagnosticCollector } from './diagnostic-collector.ts';

/** All provinces, cities and counties: name by GB/T 2260 code. Written by `npm run regions`. */
const TABLE = 'src/loader/china-regions.json';

/**
 * The regions of the provinces that `site.yaml` names, from the table that comes with the program.
 * @param collector of `site.yaml`; records unknown names
 * @param provinces full names or short ones: 四川省, 四川
 */
export function provinceRegions(collector: DiagnosticCollector, provinces: readonly string[] = []): Region[] {
  if (provinces.length === 0) return [];
  const names = JSON.parse(readFileSync(engineFile(TABLE), 'utf8')) as Record<string, string>;
  const table = Object.entries(names).map(([code, name]): RegionRow => ({ code, name }));
  const all = table.filter(({ code }) => code.endsWith('0000'));
  const codes = provinces.flatMap((typed, index) => {
    const found = all.find(({ name }) => name === typed || shortName(name) === typed);
    if (found) return found.code;
    const near = nearestNames(
      typed,
      all.map(({ name }) => name),
    );
    const fix =
      near.length > 0
        ? `你是不是想写${near.map((name) => `“${name}”`).join('、')}？`
        : '写省份的全称，例如 四川省';
    collector.at(['provinces', index], 'unknown-name', `没有“${typed}”这个省份`, fix);
    return [];
  });
  return regionTable(table, codes);
}

function shortName(name: string): string {
  return name.replace(/(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$/u, '');
}
