import { describe, expect, it } from 'vitest';
import { rule } from '../../../src/check/rules/impossible-date.ts';
import { findingsOf } from './findings-of.ts';

describe('impossible-date', () => {
  it.each<[text: string, findings: string[]]>([
    ['农历2月30日开工。', []],
    ['会期改正2月30日。', []],
    ['正在看2月30日的表。', ['1:4 “2月30日”不存在：2月只有29天 → 对照原稿或日历核实']],
    ['2月30日开工，农历八月投产。', ['1:1 “2月30日”不存在：2月只有29天 → 对照原稿或日历核实']],
  ])('knows the old calendar, close by: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );

  it.each<[text: string, findings: string[]]>([
    ['0月2日开会。', ['1:1 “0月2日”：一年只有12个月 → 对照原稿或日历核实']],
    ['13月2日开会。', ['1:1 “13月2日”：一年只有12个月 → 对照原稿或日历核实']],
    ['8月0日开会。', ['1:1 “8月0日”不存在：8月只有31天 → 对照原稿或日历核实']],
    ['8月31日开会。', []],
    ['8月32日开会。', ['1:1 “8月32日”不存在：8月只有31天 → 对照原稿或日历核实']],
    ['2022年2月28日开会。', []],
    ['2022年2月29日开会。', ['1:1 “2022年2月29日”不存在：2022年2月只有28天 → 对照原稿或日历核实']],
    ['项目0月份投产。', ['1:3 “0月”：一年只有12个月 → 对照原稿或日历核实']],
    ['项目12月份投产。', []],
  ])('compares days with their month: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );

  it.each<[text: string, findings: string[]]>([
    ['2月25—29日验收。', []],
    ['2月25—30日验收。', ['1:1 “2月25—30日”：2月只有29天 → 对照原稿或日历核实']],
    ['8月5—1日验收。', ['1:1 “8月5—1日”前后颠倒 → 小的在前；跨年的写明“次年”']],
    ['8月45—31日验收。', []],
    ['8—8月增长。', []],
    ['9—8月增长。', ['1:1 “9—8月”前后颠倒 → 小的在前；跨年的写明“次年”']],
    ['13—12月增长。', []],
    ['2022—2022年扩区。', []],
    ['2023—2022年扩区。', ['1:1 “2023—2022年”前后颠倒 → 小的在前；跨年的写明“次年”']],
  ])('compares the ends of a period: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );

  it.each<[text: string, findings: string[]]>([
    ['“十五”期间（2001—2005年）扩区。', []],
    [
      '“十五”期间（2000—2005年）扩区。',
      ['1:1 ““十五”期间（2000—2005年）”：这个五年是2001—2005年 → 对照原稿或日历核实'],
    ],
    ['“十一五”期间（2006—2010年）扩区。', []],
    [
      '“十一五”期间（2006—2011年）扩区。',
      ['1:1 ““十一五”期间（2006—2011年）”：这个五年是2006—2010年 → 对照原稿或日历核实'],
    ],
  ])('knows the years of the plans: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );

  it.each<[text: string, findings: string[]]>([
    ['24时整开会。', []],
    ['25时整开会。', ['1:1 “25时”：一天只有24小时 → 核实时间；下午3时也可写15时']],
    ['8时59分开会。', []],
    ['8时60分开会。', ['1:1 “8时60分”：一小时只有60分 → 核实时间；下午3时也可写15时']],
    ['上午12时整开会。', []],
    ['上午13时整开会。', ['1:1 “上午13时”：过了12时不是上午 → 核实时间；下午3时也可写15时']],
    ['下午13时整开会。', []],
    ['上午15:30开会。', ['1:1 “上午15:30”：过了12时不是上午 → 核实时间；下午3时也可写15时']],
    ['5日25:30开会。', ['1:3 “25:30”：一天只有24小时 → 核实时间；下午3时也可写15时']],
    ['比分25:70，比例1:99。', []],
  ])('reads the clock: %j', (text, findings) => expect(findingsOf(rule, text)).toEqual(findings));

  it.each<[text: string, findings: string[]]>([
    ['2022年9月18日（星期天）开会。', []],
    ['2022年9月15日（星期五）开会。', ['1:1 “2022年9月15日”是星期四，不是星期五 → 对照原稿或日历核实']],
    ['2月29日（星期一）开会。', []],
  ])('knows the days of the week: %j', (text, findings) => expect(findingsOf(rule, text)).toEqual(findings));

  it.each<[text: string, findings: string[]]>([
    ['第五季度增长。', ['1:1 “第五季度”：一年只有四个季度 → 对照原稿或日历核实']],
    ['前五季度增长。', []],
  ])('knows four quarters: %j', (text, findings) => expect(findingsOf(rule, text)).toEqual(findings));
});
