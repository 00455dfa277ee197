import { eachMatch } from '../text/matches.ts';
import type { TextRule } from '../text-rule.ts';

const DATE =
  /(?:(?<![\d.])(?<year>\d{4})年)?(?<![\d.—~～-])(?<month>\d{1,2})月(?:(?<day>\d{1,2})[日号])(?:[（(]?(?:星期|周)(?<weekday>[一二三四五六日天]))?/gu;
const MONTH = /(?<![\d.])(?<month>\d{1,3})月(?![龄大内后期租]|以[内上下])/gu;
/** Years in the far future; 2500年前 and 5000年文明 are durations. */
const FAR_YEAR = /(?<![\d.])(?:2[1-9]|[3-9]\d)(?!00)\d{2}年(?![前间来期以后历文古多的]|左右|上下)/gu;
const CLOCK =
  /(?<![\d.:∶])(?:(?<part>上午|早上|早晨|凌晨|清晨|下午|晚上|傍晚|中午)|(?<day>(?<=\d[日号]|星期[一二三四五六日天]）))|)(?<hour>\d{1,2})(?:时(?:(?<minute>\d{1,2})分|(?=[，。、许整起至到开前后]))|点(?:(?<minute2>\d{1,2})分|(?=[整钟半]))|[:：∶](?<minute3>\d{2})(?![\d:：∶]))/gu;
const MONTHS =
  /(?<![\d.月])(?<from>\d{1,2})(?:月?)[—–\-~～至到](?!次年|翌年|第二年|来年)(?<to>\d{1,2})月(?!\d{0,2}[日号])/gu;
const DAYS = /(?<month>\d{1,2})月(?<from>\d{1,2})日?[—–\-~～至到](?<to>\d{1,2})[日号]/gu;
const YEARS = /(?<![\d.])(?<from>(?:19|20)\d{2})年?[—–\-~～至到](?<to>(?:19|20)\d{2})年/gu;
/** Five-year plans; the tenth is 2001—2005. */
const PLAN =
  /“?十(?<number>[一二三四五六]?)五”?(?:时期|期间|规划)?（(?<from>20\d{2})年?[—–\-~～至到](?<to>20\d{2})年?[）)]/gu;
const QUARTER = /第?[五六七八九5-9]季度(?!末)/gu;
const WEEKDAYS = '日一二三四五六';

const CHECK = '对照原稿或日历核实';

export const rule: TextRule = {
  id: 'impossible-date',
  severity: 'warning',
  title: '不可能的日期',
  why: '日历上没有的日子、前后颠倒的起止月份，一定有一个数字打错了。',
  examples: [
    {
      bad: '项目2月30日开工。',
      line: 1,
      column: 3,
      problem: '“2月30日”不存在：2月只有29天',
      fix: '对照原稿或日历核实',
      good: '项目2月28日开工。',
    },
    {
      bad: '第一段。\n\n2022年2月29日签约。',
      line: 3,
      column: 1,
      problem: '“2022年2月29日”不存在：2022年2月只有28天',
      fix: '对照原稿或日历核实',
      good: '第一段。\n\n2022年2月28日签约。',
    },
    {
      bad: '9月31日，工人进场。',
      line: 1,
      column: 1,
      problem: '“9月31日”不存在：9月只有30天',
      fix: '对照原稿或日历核实',
      good: '9月30日，工人进场。',
    },
    {
      bad: '项目13月份投产。',
      line: 1,
      column: 3,
      problem: '“13月”：一年只有12个月',
      fix: '对照原稿或日历核实',
      good: '项目12月份投产。',
    },
    {
      bad: '8—1月，全县工业投资增长。',
      line: 1,
      column: 1,
      problem: '“8—1月”前后颠倒',
      fix: '小的在前；跨年的写明“次年”',
      good: '1—8月，全县工业投资增长。',
    },
    {
      bad: '会议上午15时开始。',
      line: 1,
      column: 3,
      problem: '“上午15时”：过了12时不是上午',
      fix: '核实时间；下午3时也可写15时',
      good: '会议下午3时开始。',
    },
    {
      bad: '晚上25时，车间还亮着灯。',
      line: 1,
      column: 1,
      problem: '“晚上25时”：一天只有24小时',
      fix: '核实时间；下午3时也可写15时',
      good: '晚上10时，车间还亮着灯。',
    },
    {
      bad: '做灯要从9186年说起。',
      line: 1,
      column: 5,
      problem: '“9186年”还没有到',
      fix: '对照原稿或日历核实',
      good: '做灯要从1986年说起。',
    },
    {
      bad: '“十四五”期间（2021—2052年）扩区。',
      line: 1,
      column: 1,
      problem: '““十四五”期间（2021—2052年）”：这个五年是2021—2025年',
      fix: '对照原稿或日历核实',
      good: '“十四五”期间（2021—2025年）扩区。',
    },
    {
      bad: '2022年9月15日（星期五）开幕。',
      line: 1,
      column: 1,
      problem: '“2022年9月15日”是星期四，不是星期五',
      fix: '对照原稿或日历核实',
      good: '2022年9月15日（星期四）开幕。',
    },
    {
      bad: '2025—2022年，园区扩了一倍。',
      line: 1,
      column: 1,
      problem: '“2025—2022年”前后颠倒',
      fix: '小的在前；跨年的写明“次年”',
      good: '2022—2025年，园区扩了一倍。',
    },
  ],
  fine: [
    '1—8月、11月至次年3月、2月29日、8月1日—5日、12月30日至1月2日。',
    '2022年9月15日（星期四）上午9时30分，比分是3:15，比例1:99。',
    '农历2月30日，工期25个月，48小时不停机，100时速。',
    '这里2500年前有人烟，3125年的柏树还在，保质期18月内。',
    '2022—2025年，第四季度；2024年2月29日。',
  ],
  find({ passages }) {
    const dates = eachMatch(passages, DATE, ({ 0: found, index, groups = {} }, { text }) => {
      if (/农历|阴历|腊|正$/u.test(text.slice(Math.max(0, index - 6), index))) return undefined;
      const problem = wrongDate(groups);
      return problem ? { problem: `“${found.replace(/[（(].*/u, '')}”${problem}`, fix: CHECK } : undefined;
    });
    const reported = new Set(dates.map(({ passage, index }) => `${passage.place(index).line}:${index}`));
    const others = [
      ...eachMatch(passages, MONTH, ({ 0: found, groups = {} }) =>
        Number(groups.month) > 12 || Number(groups.month) === 0
          ? { problem: `“${found}”：一年只有12个月`, fix: CHECK }
          : undefined,
      ),
      ...eachMatch(passages, CLOCK, ({ 0: found, groups = {} }) => {
        const problem = wrongTime(groups);
        return problem ? { problem: `“${found}”${problem}`, fix: '核实时间；下午3时也可写15时' } : undefined;
      }),
      ...eachMatch(passages, MONTHS, ({ 0: found, groups = {} }) => reversed(found, groups, 12)),
      ...eachMatch(passages, DAYS, ({ 0: found, groups = {} }) =>
        Number(groups.to) > lastDay(2024, Number(groups.month))
          ? {
              problem: `“${found}”：${groups.month}月只有${lastDay(2024, Number(groups.month))}天`,
              fix: CHECK,
            }
          : reversed(found, groups, 31),
      ),
      ...eachMatch(passages, YEARS, ({ 0: found, groups = {} }) => reversed(found, groups, 2100)),
      ...eachMatch(passages, PLAN, ({ 0: found, groups = {} }) => {
        const first = 2001 + 5 * '一二三四五六'.indexOf(groups.number || '无') + 5;
        if (Number(groups.from) === first && Number(groups.to) === first + 4) return undefined;
        return { problem: `“${found}”：这个五年是${first}—${first + 4}年`, fix: CHECK };
      }),
      ...eachMatch(passages, FAR_YEAR, ([found]) => ({ problem: `“${found}”还没有到`, fix: CHECK })),
      ...eachMatch(passages, QUARTER, ([found], { text }) =>
        text.includes(`前${found}`) ? undefined : { problem: `“${found}”：一年只有四个季度`, fix: CHECK },
      ),
    ];
    return [
      ...dates,
      ...others.filter(({ passage, index }) => !reported.has(`${passage.place(index).line}:${index}`)),
    ];
  },
};

/** The number of days of a month (1 to 12). */
function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

type Groups = Record<string, string | undefined>;

function wrongDate({ year, month, day, weekday }: Groups): string | undefined {
  const [m, d] = [Number(month), Number(day)];
  if (m < 1 || m > 12) return '：一年只有12个月';
  const last = lastDay(year === undefined ? 2024 : Number(year), m);
  if (d < 1 || d > last) return `不存在：${year && m === 2 ? `${year}年` : ''}${m}月只有${last}天`;
  if (year === undefined || weekday === undefined) return undefined;
  const right = WEEKDAYS[new Date(Date.UTC(Number(year), m - 1, d)).getUTCDay()] ?? '';
  return right === weekday.replace('天', '日') ? undefined : `是星期${right}，不是星期${weekday}`;
}

function wrongTime({ part, day, hour, minute, minute2, minute3 }: Groups): string | undefined {
  const [h, m] = [Number(hour), Number(minute ?? minute2 ?? minute3 ?? 0)];
  if (minute3 !== undefined && part === undefined && day === undefined) return undefined;
  if (h > 24) return '：一天只有24小时';
  if (m > 59) return '：一小时只有60分';
  return /上午|早|晨/u.test(part ?? '') && h > 12 ? `：过了12时不是${part}` : undefined;
}

function reversed(
  found: string,
  groups: Groups,
  limit: number,
): { problem: string; fix: string } | undefined {
  const [from, to] = [Number(groups.from), Number(groups.to)];
  if (from <= to || from > limit) return undefined;
  return { problem: `“${found}”前后颠倒`, fix: '小的在前；跨年的写明“次年”' };
}
