import type { Passage, TextFinding, TextRule } from '../text-rule.ts';
import { type Piece, sentencesOf } from '../text/sentences.ts';
import { wrongGrowth, wrongMultiples, wrongPoints } from './percentage/changes.ts';
import { over100, wrongCompletion, wrongShares, wrongStructure } from './percentage/shares.ts';

export const rule: TextRule = {
  id: 'percentage',
  severity: 'warning',
  title: '百分数不合',
  why: '同一句里的总数、分数和百分比能互相验算，差一个百分点以上就有一个是错的。',
  examples: [
    {
      bad: '园区企业200家，其中规上企业50家，占35%。',
      line: 1,
      column: 21,
      problem: '50家是200家的25%，不是35%',
      fix: '对照原稿核算，改正算错的一个；分母另有所指的，写明占什么的百分之几',
      good: '园区企业200家，其中规上企业50家，占25%。',
    },
    {
      bad: '第一段。\n\n全年目标20亿元，已完成15亿元，完成率80%。',
      line: 3,
      column: 21,
      problem: '15亿元是20亿元的75%，不是80%',
      fix: '对照原稿核算，改正算错的一个；分母另有所指的，写明占什么的百分之几',
      good: '第一段。\n\n全年目标20亿元，已完成15亿元，完成率75%。',
    },
    {
      bad: '产值从100亿元增长到150亿元，增长40%。',
      line: 1,
      column: 20,
      problem: '从100亿元到150亿元是增长50%，不是40%',
      fix: '对照原稿核算，改正算错的一个；分母另有所指的，写明占什么的百分之几',
      good: '产值从100亿元增长到150亿元，增长50%。',
    },
    {
      bad: '产值由96亿元增加到288亿元，是2014年的4倍。',
      line: 1,
      column: 24,
      problem: '从96亿元到288亿元是3倍，不是4倍',
      fix: '对照原稿核算，改正算错的一个；分母另有所指的，写明占什么的百分之几',
      good: '产值由96亿元增加到288亿元，是2014年的3倍。',
    },
    {
      bad: '废品率由4%降到2%，下降了3个百分点。',
      line: 1,
      column: 15,
      problem: '从4%到2%是2个百分点，不是3个',
      fix: '对照原稿核算，改正算错的一个；分母另有所指的，写明占什么的百分之几',
      good: '废品率由4%降到2%，下降了2个百分点。',
    },
    {
      bad: '用时由10天压缩到4天，缩短了70%。',
      line: 1,
      column: 16,
      problem: '从10天到4天是减少60%，不是70%',
      fix: '对照原稿核算，改正算错的一个；分母另有所指的，写明占什么的百分之几',
      good: '用时由10天压缩到4天，缩短了60%。',
    },
    {
      bad: '规上企业占比120%。',
      line: 1,
      column: 7,
      problem: '120%超过了全部',
      fix: '对照原稿核算，改正算错的一个；分母另有所指的，写明占什么的百分之几',
      good: '规上企业占比12%。',
    },
  ],
  fine: [
    '园区企业200家，其中规上企业50家，占全省的10%。',
    '项目200个，开工190个、开工率95%；投资完成率110%。',
    '企业上百家，高新技术企业50家，占30%左右。',
    '同比增长12%，高于全省5%的平均数。',
  ],
  find: ({ passages }) =>
    passages.flatMap((passage) =>
      /[%％]|\d倍|\d[:：∶]\d/u.test(passage.text)
        ? sentencesOf(passage.text).flatMap((piece, at, pieces) => findingsIn(passage, piece, pieces[at - 1]))
        : [],
    ),
};

function findingsIn(passage: Passage, { text, index }: Piece, before: Piece | undefined): TextFinding[] {
  const shares = wrongShares(text, before?.text);
  const reported = new Set(shares.map((share) => share.index));
  const wrong = [
    ...new Map(shares.map((share) => [share.index, share])).values(),
    ...wrongGrowth(text),
    ...wrongCompletion(text),
    ...wrongPoints(text),
    ...wrongMultiples(text),
    ...wrongStructure(text),
    ...over100(text).filter((share) => !reported.has(share.index)),
  ];
  return wrong.map((number) => ({
    passage,
    index: index + number.index,
    length: number.length,
    problem: number.problem,
    fix: '对照原稿核算，改正算错的一个；分母另有所指的，写明占什么的百分之几',
  }));
}
