import { describe, expect, it } from 'vitest';
import { citationOf, citationText } from '../../src/core/citation.ts';

type Parts = Parameters<typeof citationOf>;

const ARTICLE: Parts[0] = {
  title: '园区开出“直通车”',
  byline: [{ name: '甲某', role: '记者' }],
};
const ISSUE: Parts[1] = { date: '2022-09-30' as Parts[1]['date'], year: 2022, months: [9], number: 9 };
const ADDRESS = 'https://bulletin.example/issues/2022-09/a/';
const cite = (article: Partial<Parts[0]>, issue: Partial<Parts[1]> = {}, cn?: string, address?: string) => {
  const site = { title: '港城月刊', ...(cn && { records: { cn } }) };
  return citationText(citationOf({ ...ARTICLE, ...article }, { ...ISSUE, ...issue }, site), address);
};

const special = (order: number) => ({ number: undefined, special: order });

describe('the citation by GB/T 7714-2015', () => {
  it.each([
    [
      '署名',
      {},
      '甲某. 园区开出“直通车”[J/OL]. 港城月刊,2022(9)[引用日期]. https://bulletin.example/issues/2022-09/a/.',
    ],
    [
      '副题、版次',
      { subtitle: '记园区服务专班的一天', page: 3 },
      '甲某. 园区开出“直通车”:记园区服务专班的一天[J/OL]. 港城月刊,2022(9):3[引用日期]. https://bulletin.example/issues/2022-09/a/.',
    ],
    [
      '没有署名',
      { byline: [] },
      '园区开出“直通车”[J/OL]. 港城月刊,2022(9)[引用日期]. https://bulletin.example/issues/2022-09/a/.',
    ],
    [
      '转载稿：本刊刊出的这一篇，作者照原作',
      {
        byline: [],
        reprint: { originalTitle: '直通车', originalAuthor: '丙某', originalDate: '2022-08-01' },
      } as unknown as Partial<Parts[0]>,
      '丙某. 园区开出“直通车”[J/OL]. 港城月刊,2022(9)[引用日期]. https://bulletin.example/issues/2022-09/a/.',
    ],
  ])('%s', (_, article, text) => expect(cite(article, {}, undefined, ADDRESS)).toBe(text));

  it.each<[string, Parts[0]['byline'], string]>([
    [
      '三位以内都写，一个人只写一次，不写摄影、整理',
      [
        { name: '甲某', role: '记者' },
        { name: '乙某', role: '通讯员' },
        { name: '丁某', role: '摄影' },
        { name: '甲某', role: '整理' },
      ],
      '甲某,乙某. ',
    ],
    [
      '超过三位写“等”',
      ['甲某', '乙某', '丙某', '丁某'].map((name) => ({ name, role: '作者' })),
      '甲某,乙某,丙某,等. ',
    ],
    ['单位署名', [{ name: '本刊编辑部', role: '署名单位' }], '本刊编辑部. '],
    ['只有摄影', [{ name: '丁某', role: '摄影' }], '丁某. '],
    [
      '只有整理、摄影',
      ['整理', '摄影'].map((role) => ({ name: `${role}某`, role: role as '整理' })),
      '整理某. ',
    ],
  ])('作者：%s', (_, byline, authors) =>
    expect(cite({ byline })).toBe(`${authors}园区开出“直通车”[J]. 港城月刊,2022(9).`),
  );

  it.each([
    ['没有公开的网址，就是印出来的那一种', {}, undefined, '[J]. 港城月刊,2022(9).'],
    ['增刊没有期号', special(1), undefined, '[J]. 港城月刊,2022(9月增刊).'],
    ['同一个月的第二期增刊', special(2), undefined, '[J]. 港城月刊,2022(9月增刊2).'],
    ['另一个月的增刊', { ...special(1), months: [10] }, undefined, '[J]. 港城月刊,2022(10月增刊).'],
    ['特刊有名称', { ...special(1), title: '两周年特刊' }, undefined, '[J]. 港城月刊,2022(9月两周年特刊).'],
    ['名称带年份', { ...special(1), title: '2022年特刊' }, undefined, '[J]. 港城月刊,2022(特刊).'],
    ['增刊有期号', { ...special(1), number: 10 }, undefined, '[J]. 港城月刊,2022(10).'],
    ['报纸的增刊，和当天的报纸分得开', special(1), 'CN 00-0000', '[N]. 港城月刊:9月增刊,2022-09-30.'],
    ['期刊的刊号带分类号', {}, 'CN 00-0000/F', '[J]. 港城月刊,2022(9).'],
    ['报纸的刊号不带分类号', {}, 'CN 00-0000', '[N]. 港城月刊,2022-09-30.'],
  ])('%s', (_, issue, cn, text) =>
    expect(cite({}, issue as Partial<Parts[1]>, cn)).toBe(`甲某. 园区开出“直通车”${text}`),
  );

  it('报纸的版次在日期后面', () => {
    expect(cite({ page: 3 }, {}, 'CN 00-0000')).toBe('甲某. 园区开出“直通车”[N]. 港城月刊,2022-09-30(3).');
  });
});
