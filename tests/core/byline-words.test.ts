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
import { isCommentator, isMedia, isOrg, isPost, isSigner } from '../../src/core/byline/orgs.ts';
import {
  isNameByLabel,
  isNameByRole,
  isPlausibleName,
  isWordAsName,
} from '../../src/core/byline/person-names.ts';
import { BOTH, GLUED_WORK, REPORTER, roleOf, workOf } from '../../src/core/byline/roles.ts';

/** The names of the tests that accept a word. */
const accepting = (tests: Record<string, (word: string) => boolean>, word: string) =>
  Object.entries(tests)
    .flatMap(([name, test]) => (test(word) ? [name] : []))
    .join(' ');

const NAME_TESTS = {
  anywhere: isPlausibleName,
  role: isNameByRole,
  label: isNameByLabel,
  word: (text: string) => isWordAsName(text, false),
  certain: (text: string) => isWordAsName(text, true),
};
it.each([
  ['王伟', 'anywhere role label word certain'],
  ['王小明', 'anywhere role label word certain'],
  ['王小明明', 'label certain'],
  ['张王小明', 'role label certain'],
  ['欧阳明', 'anywhere role label word certain'],
  ['欧阳小明', 'anywhere role label certain'],
  ['欧阳', 'label word certain'],
  ['歐陽小明', 'anywhere role label certain'],
  ['欧阳小明明', ''],
  ['王', ''],
  ['王某', 'anywhere role label word certain'],
  ['王某某', 'anywhere role label word certain'],
  ['王某君', 'anywhere role label word certain'],
  ['某某', 'anywhere role label certain'],
  ['某某某', 'anywhere role label certain'],
  ['某', ''],
  ['某王', 'label certain'],
  ['甲某', 'anywhere role label certain'],
  ['癸某某', 'anywhere role label certain'],
  ['王×', 'anywhere role label'],
  ['王××', 'anywhere role label'],
  ['王XX', 'anywhere role label'],
  ['王某的', ''],
  ['石某', 'anywhere role label word certain'],
  ['高某', 'anywhere role label word certain'],
  ['高山', 'word certain'],
  ['高小山', 'anywhere role label word certain'],
  ['高大上', 'word certain'],
  ['谷雨', 'word certain'],
  ['谷小雨', 'anywhere role label word certain'],
  ['仝小明', 'anywhere role label word certain'],
  ['仝明', 'anywhere role label word certain'],
  ['青禾', 'label certain'],
  ['青禾园', 'role label certain'],
  ['阿不都拉', 'role label'],
  ['买买提江', 'role label'],
  ['扎西', 'role label'],
  ['扎西多吉', 'role label'],
  ['旺堆', 'role label certain'],
  ['阿卜杜·热合曼', 'anywhere role label'],
  ['买买提江·艾山', 'anywhere role label'],
  ['马克·吐温', 'anywhere role label'],
  ['张·三', ''],
  ['青禾·园区', ''],
  ['李家庄', 'label word certain'],
  ['李家庄村', ''],
  ['张家口', ''],
  ['王家坪', 'label word certain'],
  ['陈报道', ''],
  ['陈的明', ''],
  ['王于明', 'anywhere role label'],
  ['于小明', 'anywhere role label'],
  ['張偉', 'anywhere role label word certain'],
  ['劉洋', 'anywhere role label word certain'],
  ['记者', ''],
  ['佚名', ''],
  ['本报', ''],
  ['王牌', ''],
  ['黄金', 'word certain'],
  ['黄金时代', ''],
  ['走访园', ''],
  ['小王庄人', 'label certain'],
  ['在路上行', ''],
  ['的士司机', ''],
  ['Tom', ''],
  ['王a', ''],
])('where %s is a name', (word, places) => expect(accepting(NAME_TESTS, word)).toBe(places));

const ORG_TESTS = { media: isMedia, org: isOrg, signer: isSigner, post: isPost, commentator: isCommentator };
it.each([
  ['甲县日报', 'media org signer'],
  ['《甲县日报》', 'media org'],
  ['甲县报', 'media org'],
  ['甲县公报', ''],
  ['甲县网', 'media org'],
  ['甲县互联网', ''],
  ['央视新闻', 'media org'],
  ['央视', 'media org'],
  ['日报', ''],
  ['某网', ''],
  ['打造融媒体', ''],
  ['甲县融媒', 'media org'],
  ['了解网', ''],
  ['甲县招商局', 'org signer'],
  ['甲县结局', 'org'],
  ['招商局', 'org'],
  ['某局', ''],
  ['甲县园区', 'org'],
  ['甲县食品园', 'org'],
  ['甲县公园', ''],
  ['青禾集团', 'org'],
  ['青禾（甲县）公司', 'org signer'],
  ['推动甲县招商局', ''],
  ['从化区招商局', 'org signer'],
  ['从甲县', ''],
  ['向阳街道办事处', 'org'],
  ['向甲县招商局', ''],
  ['和平区招商局', 'org signer'],
  ['和甲县招商局', ''],
  ['将乐县委', 'org signer'],
  ['将甲县委', ''],
  ['有色集团', 'org'],
  ['有甲集团', ''],
  ['那曲市委', 'org signer'],
  ['那家公司', ''],
  ['对外中心', 'org'],
  ['自贡市政府', 'org signer'],
  ['甲县了局', ''],
  ['甲县被服厂', ''],
  ['甲县园区管委会', 'org signer'],
  ['青禾园区管委会', 'org signer'],
  ['园区管委会', 'org signer'],
  ['本刊编辑部', 'org signer'],
  ['本报评论员', 'signer commentator'],
  ['本报特约评论员', 'signer commentator'],
  ['甲县日报评论员', 'signer commentator'],
  ['日报评论员', ''],
  ['评论员', ''],
  ['甲县新局', 'org'],
  ['甲县全局', 'org'],
  ['甲县变局', 'org'],
  ['甲县某布局', 'org'],
  ['甲县学校', 'org signer'],
  ['青禾学校', 'org'],
  ['县长', 'post'],
  ['甲县县长', 'post'],
  ['甲县县委书记', 'post'],
  ['甲县县委书记、甲园主任', 'post'],
  ['招商局局长', 'post'],
  ['打造主任', ''],
  ['教授', 'post'],
  ['甲大学教授', 'post'],
  ['代表', 'post'],
  ['王县长', 'post'],
  ['王小明', ''],
  ['县委书记王小明', ''],
])('what %s is', (word, kinds) => expect(accepting(ORG_TESTS, word)).toBe(kinds));

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
