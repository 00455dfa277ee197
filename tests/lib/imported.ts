import { createHash } from 'node:crypto';
import type { KnownNames } from '../../src/import/draft.ts';
import { importFile } from '../../src/import/import-file.ts';
import { kindOf } from '../../src/import/readers/file-kind.ts';

export const NAMES: KnownNames = {
  categories: [
    { name: '园区要闻', aliases: [] },
    { name: '双招双引', aliases: [] },
  ],
  parks: [{ name: '白杨经济开发区', aliases: ['白杨经开区'] }],
  counties: [
    { name: '白杨县', aliases: ['白杨'], above: ['南山市', '某某省'] },
    { name: '石县', aliases: [], above: ['南山市', '某某省'] },
    { name: '青石县', aliases: ['青石'], above: ['南山市', '某某省'] },
    { name: '河西区', aliases: [], above: ['南山市', '某某省'] },
    { name: '河西区', aliases: [], above: ['北山市', '某某省'] },
  ],
  sources: [{ name: '南山日报', aliases: [] }],
  series: [],
};

export const bytesOf = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

export async function imported(
  content: string | Uint8Array,
  name = 'a.txt',
  siblings = new Map<string, Uint8Array>(),
) {
  const bytes = bytesOf(content);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const input = { name, kind: kindOf(name, bytes), bytes, sha256, siblings };
  return importFile(input, { names: NAMES, at: '2026-01-01', usedSlugs: new Set() });
}

export const codes = ({ report }: Awaited<ReturnType<typeof imported>>['articles'][number]) =>
  report.warnings.map(({ code }) => code);
export const body = ({ file }: { file: string }) => file.replace(/^---\n[\s\S]*?\n---\n\n/u, '');

/** Enough words to be prose. */
export const PROSE =
  '白杨县把项目清单逐条核对，管委会派人住进厂区，每周开一次碰头会，当场把难题交给能办的人去办。';
export const THIRD = '走廊尽头的大屏幕滚动显示各项目的进度，红色的是卡住的，黄色的是要催的，绿色的已经投产。';
export const FOURTH = '农闲时节，附近村里的年轻人骑上电动车就能来上班，中午还可以回家吃饭，照看老人和孩子。';
export const MORE = '企业负责人说，过去跑手续要半个月，现在材料一次交齐，三天就能拿到批复，工期因此提前了。';
