import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { ID_PATTERN } from '../../../src/core/schema/field.ts';
import { type ParkFile, parkSchema } from '../../../src/core/schema/register-entries.ts';
import { freeSlug, slugOf } from '../../../src/pinyin/slug.ts';
import { wrongUse } from '../command.ts';
import { CommandError } from '../command-error.ts';
import { type EditingContext, openEditingContext } from '../editing-context.ts';
import { displayPath } from '../display-path.ts';
import { fieldFinding } from './field-finding.ts';
import { Terminal } from './terminal.ts';

export const PARK_FLAGS = ['name', 'short-name', 'county', 'city', 'slug'] as const;
type Flag = (typeof PARK_FLAGS)[number];
export type ParkFlags = Partial<Record<Flag, string>>;

export interface MadePark {
  /** As shown to the editor. */
  file: string;
  park: ParkFile;
}

const QUESTIONS: Record<Exclude<Flag, 'slug'>, string> = {
  name: '全称',
  'short-name': '简称',
  county: '所在县区',
  city: '设区市（写了县区就不用写）',
};

/**
 * Creates the file of a new park.
 * @param ask whether to prompt for what the flags do not give
 * @throws CommandError if the name is taken, or a place is not in the register
 */
export async function newPark(
  flags: ParkFlags,
  { content, ask }: { content: string; ask: boolean },
): Promise<MadePark> {
  if (!ask && flags.name === undefined) wrongUse('要写上园区的全称：--name 某某经济开发区');
  const context = await openEditingContext(content);
  const answers = ask ? await askFor(context) : flags;
  for (const [flag, typed] of Object.entries(answers)) {
    const finding = answerFinding(flag as Flag, typed, context);
    if (finding) throw new CommandError(`--${flag}：${finding.problem}`, finding.fix);
  }
  const { name = '', 'short-name': shortName, county, city, slug } = answers;
  const park: ParkFile = {
    name,
    ...(shortName && { shortName }),
    ...(county && { county }),
    ...(city && { city }),
  };
  const isTaken = (id: string) => context.parks.get(id) !== undefined;
  const file = path.join(content, 'parks', `${freeSlug(slug ?? slugOf(name), isTaken)}.yaml`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, stringify(park, { lineWidth: 0 }), { flag: 'wx' });
  return { file: displayPath(file), park };
}

/** The report for people. */
export function formatNewPark({ file, park }: MadePark): string {
  return `已建 ${file}：${park.name}\n接着做：在稿件里写 park: ${park.shortName ?? park.name}；级别、类型、简介写在这个文件里`;
}

async function askFor(context: EditingContext): Promise<ParkFlags> {
  console.log('新的园区。没有的直接回车。');
  const terminal = new Terminal();
  const answers: ParkFlags = {};
  for (const [flag, label] of Object.entries(QUESTIONS) as [Exclude<Flag, 'slug'>, string][]) {
    const answer = await terminal.ask({
      label,
      required: flag === 'name',
      validate: async (typed) => {
        const finding = answerFinding(flag, typed, context);
        return finding && `  ！${finding.problem}\n  改法：${finding.fix}`;
      },
    });
    if (answer !== '') answers[flag] = answer;
  }
  terminal.close();
  return answers;
}

function answerFinding(
  flag: Flag,
  typed: string,
  { parks, regions }: EditingContext,
): { problem: string; fix: string } | undefined {
  if (flag === 'slug') {
    return ID_PATTERN.test(typed)
      ? undefined
      : { problem: `文件名“${typed}”不对`, fix: '只用小写英文字母、数字和连字符，例如 some-park' };
  }
  const key = flag === 'short-name' ? 'shortName' : flag;
  const finding = fieldFinding(parkSchema, key, typed);
  if (finding) return finding;
  if (flag === 'name' || flag === 'short-name') {
    return 'id' in parks.find(typed)
      ? { problem: `园区“${typed}”已经有了`, fix: '直接改 parks 里的那个文件' }
      : undefined;
  }
  const found = regions.find(typed);
  if ('id' in found) return undefined;
  const near = 'near' in found ? found.near : found.ambiguous;
  return {
    problem: `“${typed}”不在地区名录里`,
    fix:
      near.length > 0
        ? `你是不是想写${near.map((name) => `“${name}”`).join('、')}？都不是，就先把它加进 regions.yaml`
        : '先把它加进 regions.yaml',
  };
}
