import { expect, it } from 'vitest';
import {
  asPrinted,
  isTooLong,
  tidy,
  unbracket,
  unifySigns,
  withColons,
} from '../../src/core/byline/byline-text.ts';
import { joinSpacedNames, readNames, splitGlued } from '../../src/core/byline/name-rows.ts';
import { isNameByRole } from '../../src/core/byline/person-names.ts';
import { BOTH, GLUED_WORK, REPORTER, roleOf, workOf } from '../../src/core/byline/roles.ts';

it.each([
  ['王小明', '王小明'],
  ['王小明 李小红', '王小明+李小红'],
  ['王小明、李小红，张文君；董昌', '王小明+李小红+张文君+董昌'],
  ['王小明&李小红/张文君', '王小明+李小红+张文君'],
  ['王 伟 李 娜', '王伟+李娜'],
  ['王 伟 李小红', '王伟+李小红'],
  ['欧阳 明', '欧阳明'],
  ['欧阳 小明', '欧阳小明'],
  ['欧 阳 明', '欧阳明'],
  ['王 小明', '王小明'],
  ['王小 明', ''],
  ['高 山 王 伟', ''],
  ['王小明 昨天', ''],
  ['、', ''],
  ['王 伟 李 小 红 张 文 君', '王伟+李小红+张文君'],
  ['阿卜杜 · 热合曼', '阿卜杜·热合曼'],
])('a row of names: %s', (text, names) => expect(readNames(text)?.join('+') ?? '').toBe(names));

it.each([
  ['王 伟 文 李 娜 图', '王伟 文 李娜 图'],
  ['王 伟 摄', '王伟 摄'],
  ['欧阳 明 李 娜', '欧阳明 李娜'],
  ['司马 小红', '司马小红'],
  ['王小 明', '王小 明'],
  ['高 小山', '高小山'],
  ['高 高山', '高高山'],
  ['王 李四', '王 李四'],
  ['王 伟、李 娜（张 三）：陈 明', '王伟、李娜（张三）：陈明'],
  ['王 伟李 娜', '王伟李 娜'],
  ['一 二 三 四', '一 二 三 四'],
  ['王 伟 王 伟 王 伟 王 伟 王 伟 王 伟 王 伟 王 伟', '王伟 王伟 王伟 王伟 王伟 王伟 王伟 王伟'],
  // More single characters than 16: the splits would be too many.
  [
    '王 伟 王 伟 王 伟 王 伟 王 伟 王 伟 王 伟 王 伟 王 伟',
    '王 伟 王 伟 王 伟 王 伟 王 伟 王 伟 王 伟 王 伟 王 伟',
  ],
])('names with spaces inside: %s', (line, joined) =>
  expect(joinSpacedNames(line, isNameByRole)).toBe(joined),
);

it.each([
  ['王伟', '王伟'],
  ['王小明', '王小明'],
  ['王小明李小红', '王小明+李小红'],
  ['王伟李娜', '王伟+李娜'],
  ['王小明李娜', '王小明+李娜'],
  ['王伟李小红', '王伟+李小红'],
  ['欧阳小明', '欧阳小明'],
  ['欧阳小明李娜', '欧阳小明+李娜'],
  ['王伟李娜张三', '王伟+李娜+张三'],
  ['王伟李娜张文君陈明', ''],
  ['王小明李小红张文君董小昌陈明明赵', ''],
  ['王小明石伟高明', '王小明+石伟+高明'],
])('names without separators: %s', (text, names) =>
  expect(splitGlued(text, isNameByRole)?.join('+') ?? '').toBe(names),
);

it.each([
  ['本报记者', '本报记者 记者'],
  ['本报驻甲县记者', '本报驻甲县记者 记者'],
  ['本报赴甲县乙镇记者', '本报赴甲县乙镇记者 记者'],
  ['驻甲县记者', '驻甲县记者 记者'],
  ['我刊特约记者', '我刊特约记者 特约记者'],
  ['特邀首席记者', '特邀首席记者 特约记者'],
  ['特约评论员', '特约评论员 作者'],
  ['本报见习记者', '本报见习记者 见习记者'],
  ['实习记者', '实习记者 记者'],
  ['实习生', '实习生 实习生'],
  ['通讯员', '通讯员 通讯员'],
  ['通信员', '通信员 通讯员'],
  ['特约通讯员', '特约通讯员 特约通讯员'],
  ['特邀通信员', '特邀通信员 特约通讯员'],
  ['摄影记者', '摄影记者 摄影'],
  ['摄影师', '摄影师 摄影'],
  ['本报摄影师', '本报摄影师 摄影'],
  ['主持人', '主持人 作者'],
  ['撰稿人', '撰稿人 作者'],
  ['小记者', '小记者 记者'],
  ['记者团', '记者团 记者'],
  ['本报甲乙丙丁记者', '本报甲乙丙丁记者 记者'],
  ['本报甲乙丙丁戊记者', '记者 记者'],
  ['全媒体首席资深高级一线记者', '首席资深高级一线记者 记者'],
  ['王记者', '记者 记者'],
])('the role in %s', (text, expected) => {
  const words = REPORTER.exec(text)?.[0] ?? '';
  expect(`${words} ${roleOf(words)}`).toBe(expected);
});

it.each([
  ['文字', 'text'],
  ['图', 'photo'],
  ['综合报道', 'text'],
  ['整理', '整理'],
  ['供稿', 'supply'],
  ['提供', 'supply'],
  ['记者', ''],
])('%s as a kind of work', (word, work) => expect(workOf(word) ?? '').toBe(work));

it.each([
  ['文/图', '文/图'],
  ['文、图/', '文、图'],
  ['图片·文字', '图片·文字'],
  ['摄影报道', '摄影报道'],
  ['摄影 报道', '摄影 报道'],
  ['摄影/报道', '摄影/报道'],
  ['文/图/视频', '文/图/视频'],
  ['文并摄', '文并摄'],
  ['图文报道', '图文报道'],
  ['图文并茂', ''],
  ['文图', '文图'],
  ['撰文和摄影', '撰文和摄影'],
  ['文//图', '文//图'],
])('text and pictures in %s', (text, both) => expect(BOTH.exec(text)?.[0] ?? '').toBe(both));

it.each([
  ['王小明摄', '摄'],
  ['高空航摄', ''],
  ['王小明跟摄', ''],
  ['王小明偷摄', ''],
  ['王小明摄影报道', '摄影报道'],
  ['王小明报道', '报道'],
  ['王小明供稿', '供稿'],
  ['王小明图文', '图文'],
  ['王小明图', ''],
])('work behind a name: %s', (text, work) => expect(GLUED_WORK.exec(text)?.[0] ?? '').toBe(work));

it.each([
  ['記者(王小明)', '记者（王小明）'],
  ['責任編輯:王小明', '责任编辑：王小明'],
  ['本報訊', '本报讯'],
  ['報導', '报道'],
  ['本報導演', '本报導演'],
  [
    '新聞 實習 見習 特約 評論 綜合 校對 來源 時間 發佈 發布 新華社 責编',
    '新闻 实习 见习 特约 评论 综合 校对 来源 时间 发布 发布 新华社 责编',
  ],
  ['王小明／李小红', '王小明/李小红'],
  ['甲|乙丨丙│丁', '甲｜乙｜丙｜丁'],
  ['甲•乙‧丙', '甲·乙·丙'],
  ['甲.乙', '甲·乙'],
  ['a.b', 'a.b'],
  ['甲．乙', '甲·乙'],
  ['１２ＡＢａｂ＆－', '12ABab&-'],
  ['[甲]〔乙〕〖丙〗', '【甲】【乙】【丙】'],
  ['甲,乙;丙､丁', '甲，乙；丙、丁'],
  ['甲﹙乙﹚', '甲（乙）'],
  ['\u200b甲\u00ad 　 乙\tb\u2060 ', '甲 乙 b'],
])('%j tidied', (text, tidied) => expect(tidy(text)).toBe(tidied));

it.each([
  ['【记者】甲某', '记者：甲某'],
  ['【 记者】甲某', '【 记者】甲某'],
  ['【本报记者】甲某【通讯员】乙某', '本报记者：甲某 通讯员：乙某'],
  ['【责任编辑】甲某', '责任编辑：甲某'],
  ['【记者】', '【记者】'],
  ['【记者】 【通讯员】乙某', '【记者】  通讯员：乙某'],
  ['【值班编辑】 甲某', '值班编辑：甲某'],
  ['【文】甲某【图】乙某', '文：甲某 图：乙某'],
])('labels in brackets: %s', (line, expected) => expect(withColons(line)).toBe(expected));

it.each([
  ['（甲某）', '甲某'],
  ['【甲某】', '甲某'],
  ['（ 甲某 ）', '甲某'],
  ['（甲某（乙某））', '甲某（乙某）'],
  ['（甲某（乙某）丙某）', '甲某（乙某）丙某'],
  ['（甲某）（乙某）', '（甲某）（乙某）'],
  ['（甲某', '（甲某'],
  ['甲某）', '甲某）'],
  ['甲（乙）', '甲（乙）'],
  ['（甲【乙】）', '（甲【乙】）'],
])('brackets around a line: %s', (line, expected) => expect(unbracket(line)).toBe(expected));

it('signs keep their offsets, so that a part can be found as printed', () => {
  const text = '\u200b甲\u00ad 　 乙\tb\u2060 ';
  expect(unifySigns(text)).toBe(' 甲    乙 b  ');
  expect([asPrinted('（甲', '乙(甲)'), asPrinted('丙', '乙(甲)')]).toEqual(['(甲', '丙']);
});

it('a long line', () => {
  expect(
    ['甲'.repeat(160), ` ${'甲'.repeat(160)} `, `甲${' '.repeat(319)}`].map((text) => isTooLong(text)),
  ).toEqual([false, false, false]);
  expect(['甲'.repeat(161), `甲${' '.repeat(320)}`].map((text) => isTooLong(text))).toEqual([true, true]);
  expect([isTooLong('甲'.repeat(10), 10), isTooLong('甲'.repeat(11), 10)]).toEqual([false, true]);
});
