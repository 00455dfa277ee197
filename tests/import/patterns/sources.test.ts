import { describe, expect, it } from 'vitest';
import { readCredit } from '../../../src/import/patterns/credit.ts';
import { readDateLine, readSourceLine } from '../../../src/import/patterns/source-line.ts';
import { readOrgLine, readTail } from '../../../src/import/patterns/signature-tail.ts';
import { people } from '../../lib/people.ts';

describe('the end of a text', () => {
  it.each([
    ['园区在建。', '（记者 王小明 通讯员 李四）', '记者 王小明；通讯员 李四'],
    ['园区在建。', ' (王小明 李四)', '作者 王小明 李四'],
    ['园区在建。', '（某县融媒体中心 王小明）', '作者 王小明@某县融媒体中心'],
    ['园区在建。', '（通讯员 王小明（某县委宣传部））', '通讯员 王小明@某县委宣传部'],
    ['园区在建。', '本报记者 王小明', '记者 王小明'],
    ['园区在建。', '□王小明', '作者 王小明'],
    ['“满意。”', '（王　伟）', '作者 王伟'],
  ])('%s▸%s', (text, tail, expected) => {
    expect(readTail(text + tail)).toEqual({ start: text.length, people: people(expected) });
  });
  it.each([
    '园区在建。（高新区）',
    '园区在建。（安全生产）',
    '园区在建（记者王小明）。',
    '负责人（李四）',
    '在建。（完）',
    '在建。 张三 李四',
  ])('%s names no one', (text) => expect(readTail(text)).toBeUndefined());

  it.each([
    ['（作者单位：某县开发区管委会）', { org: '某县开发区管委会' }],
    ['（作者系某县县委书记）', { org: '某县县委书记' }],
    ['（作者分别系某县委书记、某县县长）', { org: '某县委书记、某县县长' }],
    ['（作者王小明系某县某局局长）', { org: '某县某局局长', name: '王小明' }],
    ['（作者：王小明，系某县某局局长）', { org: '某县某局局长', name: '王小明' }],
    ['（王小明，系某县某局局长）', { org: '某县某局局长', name: '王小明' }],
    ['（本文作者系某大学教授）', { org: '某大学教授' }],
    ['作者单位：某县发改局', { org: '某县发改局' }],
    ['作者系统阐述了园区发展思路', undefined],
    ['作者：王小明', undefined],
  ])('%s names the affiliation', (line, expected) => expect(readOrgLine(line)).toEqual(expected));
});

describe('sources and dates', () => {
  it.each([
    ['（文章来源：某某日报）', { source: '某某日报' }],
    ['来源 | 某某', { source: '某某' }],
    ['来源丨某某网－某某报', { source: '某某网－某某报' }],
    ['（来源：某某 2022年9月15日）', { source: '某某', date: '2022-09-15' }],
    [
      '来源：河北日报  作者：张三  发布时间：2022-09-15 08:00',
      { source: '河北日报', people: people('作者 张三'), date: '2022-09-15' },
    ],
    ['发布时间：2022-09-15 来源：某某网 浏览次数：123', { source: '某某网', date: '2022-09-15' }],
    ['2022-09-15 08:00 来源：某某网 【字体：大 中 小】 打印', { source: '某某网', date: '2022-09-15' }],
    ['来源：《某某日报》（2022年9月15日 第03版）', { source: '某某日报', date: '2022-09-15' }],
    ['来源：某某日报 记者 王小明', { source: '某某日报', people: people('记者 王小明') }],
    ['原载《某某日报》2022年9月15日', { source: '某某日报', date: '2022-09-15' }],
    ['（转自《某某》）', { source: '某某' }],
    ['摘自《某某》2022年第9期', { source: '某某' }],
    ['稿源：某某', { source: '某某' }],
    ['（据新华社电）', { source: '新华社' }],
    ['原文链接：https://example.org:80/a?b=（c', { url: 'https://example.org:80/a?b=（c' }],
  ])('%s', (line, expected) => expect(readSourceLine(line)).toEqual(expected));
  it.each([
    '原标题：推动发展',
    '资金来源：财政',
    '图片来源：某某网',
    '来源广泛',
    '时间：2022年9月15日上午9时 地点：某县',
    '据了解',
    '来源：',
    '作者：张三',
  ])('%s is none', (line) => expect(readSourceLine(line)).toBeUndefined());

  it.each([
    ...[
      '2022年9月15日',
      '（2022年9月15日）',
      '2022-09-15',
      '二〇二二年九月十五日',
      '2022.9.15',
      '２０２２年９月１５日',
    ],
    ...[
      '2022年9月15日 星期四',
      '2022年9月15日（星期四）',
      '2022/9/15',
      '2022-09-15 08:30:00',
      '二○二二年九月十五日',
    ],
  ])('%s is a date', (line) => expect(readDateLine(line)).toBe('2022-09-15'));
  it.each(['2022年9月31日', '9月15日', '2022年9月', '2022年9月15日，某县', '1.2022.9.15', ''])(
    '%j is none',
    (line) => expect(readDateLine(line)).toBeUndefined(),
  );
});

describe('credits', () => {
  it.each([
    ['', '黄某 摄', '摄影 黄某'],
    ['', '黄某摄', '摄影 黄某'],
    ['', '黄　某　摄', '摄影 黄某'],
    ['', '本报记者 黄某 摄', '摄影 黄某'],
    ['', '河北日报记者黄某摄', '摄影 黄某@河北日报'],
    ['', '摄影：黄某、李四', '摄影 黄某 李四'],
    ['', '图/黄某', '摄影 黄某'],
    ['', '黄某 制图', '摄影 黄某'],
    ['', '记者 黄某 通讯员 李四 摄', '摄影 黄某 李四'],
    ['', '某县委宣传部供图', '署名单位 某县委宣传部'],
    ['', '新华社发（黄某 摄）', '摄影 黄某'],
    ['', '图源：网络', ''],
    ['图为某园区一角。', '黄某 摄', '摄影 黄某'],
    ['图为某园区一角', '本报记者 黄某 摄', '摄影 黄某'],
    ['图为某园区一角。', '新华社发（黄某 摄）', '摄影 黄某'],
    ['图为某园区一角。', '资料图片', ''],
  ])('%s ▸ %s', (caption, credit, expected) => {
    const people_ = expected ? people(expected) : [];
    expect(readCredit(caption ? `${caption} ${credit}` : credit)).toEqual({
      caption,
      credit,
      people: people_,
    });
  });
  it.each([
    ['（黄某 摄）', { caption: '', credit: '黄某 摄', people: people('摄影 黄某') }],
    ['（资料图片）', { caption: '', credit: '资料图片', people: [] }],
    ['▲图为某园区。(黄某摄)', { caption: '图为某园区。', credit: '黄某摄', people: people('摄影 黄某') }],
    ['某园区（黄某 摄）。', { caption: '某园区。', credit: '黄某 摄', people: people('摄影 黄某') }],
  ])('%s', (line, expected) => expect(readCredit(line)).toEqual(expected));
  it.each([
    ...[
      '他喜欢拍摄。',
      '他喜欢拍摄',
      '航摄',
      '高空航摄',
      '摄氏30度',
      '摄影大赛',
      '记者拍摄',
      '图片新闻',
      '图为某园区一角。',
    ],
    ...['供图', '路线图', '江苏 图', '资金由财政局提供', '文/王小明 图/李四', '王小明 文/图', ''],
  ])('%j is none', (line) => expect(readCredit(line)).toBeUndefined());
});
