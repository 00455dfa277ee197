import { type Figure, figuresOf, shownNumber } from '../figures.ts';
import type { Flaw, Passage, TextRule } from '../rule.ts';
import { type Piece, sentencesOf } from '../sentences.ts';

/** Points by which a rounded percentage may miss. */
const TOLERANCE = 1;
const SHARE =
  /占(?:比|总数|总量|其中|全部|总投资|总面积|总产值|(?:全年|年度)?(?:计划|目标|任务))?的?(?:比例|比重)?(?:为|达到?|约|近)?(?<percent>\d{1,3}(?:\.\d+)?)[%％](?![以多左上])/gu;
/** `产值45亿元，完成全年目标60亿元的75%`. */
const DONE =
  /(?<part>\d[\d.]*(?<unit>[万亿]{0,2}\p{sc=Han}))，(?:已)?完成(?:了)?(?:全年|年度|年初)[^，。；\d]{0,6}(?<whole>\d[\d.]*)\k<unit>的(?<percent>\d{1,3}(?:\.\d+)?)[%％](?![以多左上])/gu;
const RATE =
  /(?:完成|开工|投产|签约|履约|落地|合格|达标|办结|签订|就业|利用|入驻|出租|使用|到会|出席|参会|参加|出勤|回收|采纳|成活|通过|录取)率(?:为|达到?|约)?(?<percent>\d{1,3}(?:\.\d+)?)[%％](?![以多左上])/gu;
const GROWTH =
  /[由从](?<from>[^由从，。；]{0,16}?)(?:增长|增加|提高|提升|上升|扩大|增|升|涨|扩)(?:到|至)(?<to>[^，。；]{2,16})，(?:同比|比上年)?(?:增长|增加|增幅|提高|上升|扩大)(?:了|达到?|为|约)?(?<percent>\d{1,4}(?:\.\d+)?)[%％](?![以多左上])/gu;
/** `由96亿元增加到288亿元，是2014年的3倍`. */
const TIMES =
  /[由从](?<from>[^由从，。；]{0,16}?)(?:增长|增加|提高|提升|上升|扩大|增|升|涨|扩)(?:到|至)(?<to>[^，。；]{2,16})，(?:(?<than>增长|增加|提高|扩大)了?|(?:是|为|相当于)[^，。；]{1,12}的)(?<times>\d{1,2}(?:\.\d+)?)倍(?![以多左上])/gu;
/** `用时由10天压缩到4天，缩短了60%`. */
const FALL =
  /[由从](?<from>[^由从，。；]{0,16}?)(?:减少|下降|降低|压减|压缩|缩短|缩减|降|减)(?:到|至|为)(?<to>[^，。；]{2,16})，(?:同比|比上年)?(?:减少|下降|降低|压减|压缩|缩短|缩减|降幅)(?:了|达到?|为)?(?<percent>\d{1,3}(?:\.\d+)?)[%％](?![以多左上])/gu;
/** `去年40亿元，今年50亿元，同比增长25%`. */
const YEARLY =
  /(?:去年|上年)(?<from>[^，。；]{2,20})，今年(?<to>[^，。；]{2,20})，(?:同比|比去年|比上年)?(?:增长|增加|提高)(?:了|达到?|为)?(?<percent>\d{1,4}(?:\.\d+)?)[%％](?![以多左上])/gu;
/** `由4%降到2%，下降2个百分点`. */
const POINTS =
  /[由从](?:[^，。；%％]{0,12}的)?(?<from>\d+(?:\.\d+)?)[%％](?:提高|提升|上升|增加|扩大|下降|降低|压减|升|降|减|涨)(?:到|至|为)(?<to>\d+(?:\.\d+)?)[%％]，[^，。；\d]{0,10}?(?<said>\d+(?:\.\d+)?)个百分点/gu;
/** What a number of times may be off by where it was rounded. */
const TIMES_TOLERANCE = 0.06;
/** The same of percentage points. */
const POINT_TOLERANCE = 0.11;
/** `盈利90家，盈利面为75%`: a rate called by what its part does. */
const NAMED_RATE =
  /(?<stem>\p{sc=Han}{2})(?:率|面|比例|占比)(?:为|达到?|约)?(?<percent>\d{1,3}(?:\.\d+)?)[%％](?![以多左上])/gu;
/** Three industries are all there is. */
const STRUCTURE =
  /(?:三次产业|三产|产业)(?:增加值)?结构(?:比例|比)?(?:由\S{3,20})?(?:为|调整为|优化为)(?<ratio>\d{1,2}(?:\.\d+)?(?:[:：∶比]\d{1,2}(?:\.\d+)?){2})/gu;
/** Rates that cannot be over 100%; of investments more than planned may be done. */
const SHARE_OVER =
  /(?:占比?(?:例|重)?|(?:开工|覆盖|合格|满意|办结|入驻|出租|签约|就业|达标|及格|普及|使用)率|满意度)(?:为|达到?|超过)?(?<percent>1[0-9]{2}(?:\.\d+)?|[2-9]\d{2}(?:\.\d+)?)[%％]/gu;

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
      good: '园区企业200家，其中规上企业50家，占25%。',
    },
    {
      bad: '第一段。\n\n全年目标20亿元，已完成15亿元，完成率80%。',
      line: 3,
      column: 21,
      good: '第一段。\n\n全年目标20亿元，已完成15亿元，完成率75%。',
    },
    {
      bad: '产值从100亿元增长到150亿元，增长40%。',
      line: 1,
      column: 20,
      good: '产值从100亿元增长到150亿元，增长50%。',
    },
    {
      bad: '产值由96亿元增加到288亿元，是2014年的4倍。',
      line: 1,
      column: 24,
      good: '产值由96亿元增加到288亿元，是2014年的3倍。',
    },
    {
      bad: '废品率由4%降到2%，下降了3个百分点。',
      line: 1,
      column: 15,
      good: '废品率由4%降到2%，下降了2个百分点。',
    },
    {
      bad: '用时由10天压缩到4天，缩短了70%。',
      line: 1,
      column: 16,
      good: '用时由10天压缩到4天，缩短了60%。',
    },
    { bad: '规上企业占比120%。', line: 1, column: 7, good: '规上企业占比12%。' },
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
        ? sentencesOf(passage.text).flatMap((piece, at, pieces) => flawsOf(passage, piece, pieces[at - 1]))
        : [],
    ),
};

function flawsOf(passage: Passage, { text, index }: Piece, before: Piece | undefined): Flaw[] {
  const flaw = (at: number, length: number, problem: string): Flaw => ({
    passage,
    index: index + at,
    length,
    problem,
    fix: '对照原稿核算，改正算错的一个；分母另有所指的，写明占什么的百分之几',
  });
  const parts = [SHARE, RATE, NAMED_RATE].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 0: found, index: at, groups }) => {
      if (groups?.stem && !text.slice(0, at).includes(groups.stem)) return [];
      const pair = wholeAndPart(text.slice(0, at)) ?? partOfBefore(text.slice(0, at), before?.text);
      const said = Number(groups?.percent);
      if (!pair || Math.abs((pair.part.value / pair.whole.value) * 100 - said) <= TOLERANCE) return [];
      const right = shownNumber((pair.part.value / pair.whole.value) * 100);
      const wrong = `${pair.part.text}是${pair.whole.text}的${right}%，不是${said}%`;
      return flaw(at + found.search(/\d/u), found.length - found.search(/\d/u), wrong);
    }),
  );
  const changes = [...text.matchAll(GROWTH), ...text.matchAll(FALL), ...text.matchAll(YEARLY)];
  const growths = changes.flatMap(({ 0: found, index: at, groups }) => {
    const [from] = figuresOf(groups?.from ?? '') ?? [];
    const [to] = figuresOf(groups?.to ?? '') ?? [];
    const said = Number(groups?.percent);
    if (!from || !to || from.unit !== to.unit || from.value === 0) return [];
    const right = Math.abs(to.value / from.value - 1) * 100;
    if (Math.abs(right - said) <= TOLERANCE) return [];
    const last = found.lastIndexOf(groups?.percent ?? '');
    return flaw(
      at + last,
      found.length - last,
      `从${from.text}到${to.text}是${to.value < from.value ? '减少' : '增长'}${shownNumber(right)}%，不是${said}%`,
    );
  });
  const done = [...text.matchAll(DONE)].flatMap(({ 0: found, index: at, groups }) => {
    const { part = '', whole = '', unit, percent = '' } = groups ?? {};
    const right = (Number.parseFloat(part) / Number(whole)) * 100;
    if (Math.abs(right - Number(percent)) <= TOLERANCE) return [];
    const last = found.lastIndexOf(percent);
    const problem = `${part}是${whole}${unit}的${shownNumber(right)}%，不是${percent}%`;
    return flaw(at + last, found.length - last, problem);
  });
  const points = [...text.matchAll(POINTS)].flatMap(({ 0: found, index: at, groups }) => {
    const right = Math.abs(Number(groups?.to) - Number(groups?.from));
    const said = groups?.said ?? '';
    if (Math.abs(right - Number(said)) <= POINT_TOLERANCE) return [];
    const last = found.lastIndexOf(said);
    const problem = `从${groups?.from}%到${groups?.to}%是${shownNumber(right)}个百分点，不是${said}个`;
    return flaw(at + last, found.length - last, problem);
  });
  const times = [...text.matchAll(TIMES)].flatMap(({ 0: found, index: at, groups }) => {
    const [from] = figuresOf(groups?.from ?? '') ?? [];
    const [to] = figuresOf(groups?.to ?? '') ?? [];
    const said = groups?.times ?? '';
    if (!from || !to || from.unit !== to.unit || from.value === 0) return [];
    const right = to.value / from.value - (groups?.than ? 1 : 0);
    if (Math.abs(right - Number(said)) <= (said.includes('.') ? TIMES_TOLERANCE : 0.5)) return [];
    const last = found.lastIndexOf(said);
    const verb = groups?.than ? '增长' : '';
    const problem = `从${from.text}到${to.text}是${verb}${shownNumber(right)}倍，不是${said}倍`;
    return flaw(at + last, found.length - last, problem);
  });
  const over = [...text.matchAll(SHARE_OVER)].flatMap(({ 0: found, index: at, groups }) => {
    if (Number(groups?.percent) <= 100) return [];
    return flaw(
      at + found.search(/\d/u),
      found.length - found.search(/\d/u),
      `${groups?.percent}%超过了全部`,
    );
  });
  const structures = [...text.matchAll(STRUCTURE)].flatMap(({ 0: found, index: at, groups }) => {
    const ratio = groups?.ratio ?? '';
    const sum = ratio.split(/[:：∶比]/u).reduce((whole, part) => whole + Number(part), 0);
    if (Math.abs(sum - 100) <= TOLERANCE / 2) return [];
    return flaw(
      at + found.length - ratio.length,
      ratio.length,
      `“${ratio}”加起来是${shownNumber(sum)}，不是100`,
    );
  });
  const known = new Set(parts.map((each) => each.index));
  return [
    ...new Map(parts.map((each) => [each.index, each])).values(),
    ...growths,
    ...done,
    ...points,
    ...times,
    ...structures,
    ...over.filter((each) => !known.has(each.index)),
  ];
}

/** `全年安排48个。截至10月底，已开工36个，开工率75%`: the whole stands in the sentence before, where it is planned. */
function partOfBefore(text: string, before: string | undefined): { whole: Figure; part: Figure } | undefined {
  if (!before || !/^(?:截至|目前|现|至今|到目前)[^，]{0,10}，?(?:已|累计)/u.test(text)) return undefined;
  const figures = figuresOf(text) ?? [];
  const [part] = figures;
  const [whole] = (figuresOf(before) ?? []).filter(({ unit }) => unit === part?.unit);
  const isPlan = /安排|计划|列入|确定|谋划|实施|收到|受理|接到|共有|签约/u.test(before);
  if (!part || figures.length !== 1 || !whole || !isPlan || whole.value <= part.value) return undefined;
  return { whole, part };
}

/** The only two figures of one unit in a text, the larger first; undefined where others may be meant. */
function wholeAndPart(text: string): { whole: Figure; part: Figure } | undefined {
  const figures = figuresOf(text.slice(-120));
  const unit = figures?.at(-1)?.unit;
  const same = figures?.filter((figure) => figure.unit === unit) ?? [];
  const [whole, part] = same;
  if (same.length !== 2 || !whole || !part || whole.value <= part.value) return undefined;
  if (/[%％]/u.test(text.slice(-120))) return undefined;
  return { whole, part };
}
