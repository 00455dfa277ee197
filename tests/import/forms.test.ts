import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startCpuTimer } from '../lib/cpu-timer.ts';
import type { Person, Role } from '#core/byline.ts';
import {
  readBareNames,
  readBylineLine,
  readEditorLine,
  readNames,
  readSignature,
} from '#core/byline/byline-line.ts';
import { readCredit } from '../../src/import/patterns/credit.ts';
import { readDateline } from '../../src/import/patterns/dateline.ts';
import { isPlausibleName } from '#core/byline/person-names.ts';
import { readDateLine, readSourceLine } from '../../src/import/patterns/source-line.ts';
import { readOrgLine, readTail } from '../../src/import/patterns/signature-tail.ts';

/** `记者 甲某@某报 乙某；通讯员 丙某` as people: the affiliation follows @. */
function people(text: string): Person[] {
  return text.split('；').flatMap((group) => {
    const [role, ...names] = group.split(' ');
    return names.map((word): Person => {
      const [name = '', org] = word.split('@');
      return { name, role: role as Role, ...(org && { org }) };
    });
  });
}

const BYLINES: [string, string][] = [
  ['□ 甲某 乙某', '作者 甲某 乙某'],
  ['□本报记者 王小明', '记者 王小明'],
  ['■ 记者 王小明 通讯员 李四', '记者 王小明；通讯员 李四'],
  ['◎王小明 李四', '作者 王小明 李四'],
  ['● 王小明', '作者 王小明'],
  ['▲ 王小明 文/图', '作者 王小明'],
  ['□ 王　伟　李　娜', '作者 王伟 李娜'],
  ['□张 晓东', '作者 张晓东'],
  ['□ 本报记者 王小明 □ 通讯员 李四', '记者 王小明；通讯员 李四'],
  ['口本报记者 王小明', '记者 王小明'],
  ['□ 某县县委书记 王小明', '作者 王小明@某县县委书记'],
  ['□ 王小明（某县某局局长）', '作者 王小明@某县某局局长'],
  ['□ 某县人民政府', '署名单位 某县人民政府'],
  ['□ 本报评论员', '署名单位 本报评论员'],
  ['□ 本报记者 王小明 摄', '摄影 王小明'],
  ['本报记者 王小明 通讯员 李四', '记者 王小明；通讯员 李四'],
  ['本报记者郭某静通讯员李某华', '记者 郭某静；通讯员 李某华'],
  ['本报见习记者王小明实习生李四', '记者 王小明；作者 李四'],
  ['通讯员张三李四', '通讯员 张三 李四'],
  ['本报记者 王小明、李四', '记者 王小明 李四'],
  ['记者王小明、通讯员李四，赵六', '记者 王小明；通讯员 李四 赵六'],
  ['记者:王小明;通讯员:李四', '记者 王小明；通讯员 李四'],
  ['记者 王小明/文 李四/图', '记者 王小明；摄影 李四'],
  ['文/王小明 图/李四', '作者 王小明；摄影 李四'],
  ['文／王小明　图／李四', '作者 王小明；摄影 李四'],
  ['文丨王小明 图丨李四', '作者 王小明；摄影 李四'],
  ['王小明 文 李四 图', '作者 王小明；摄影 李四'],
  ['王小明/文', '作者 王小明'],
  ['本报记者 王小明 文/图', '记者 王小明'],
  ['本报记者王小明文/图', '记者 王小明'],
  ['王小明 文/摄', '作者 王小明'],
  ['文、图/王小明', '作者 王小明'],
  ['王小明 李四 摄影报道', '作者 王小明 李四'],
  ['本报记者 王小明 摄影报道', '记者 王小明'],
  ['本报记者 王小明 通讯员 李四 某县报道', '记者 王小明；通讯员 李四'],
  ['本报记者 王小明（文） 李四（图）', '记者 王小明；摄影 李四'],
  ['作者：王小明', '作者 王小明'],
  ['作者：一粟', '作者 一粟'],
  ['撰文：王小明 摄影：李四', '作者 王小明；摄影 李四'],
  ['撰稿/王小明', '作者 王小明'],
  ['文｜王小明', '作者 王小明'],
  ['采写：本报记者 王小明', '记者 王小明'],
  ['（记者王小明、李四 通讯员赵六）', '记者 王小明 李四；通讯员 赵六'],
  ['(通讯员王小明)', '通讯员 王小明'],
  ['【本报记者 王小明】', '记者 王小明'],
  ['——本报记者 王小明', '记者 王小明'],
  ['通讯员：王小明 李四', '通讯员 王小明 李四'],
  ['特约记者 王小明', '特约记者 王小明'],
  ['特约通讯员 王小明', '通讯员 王小明'],
  ...['见习', '实习', '首席', '全媒体', '融媒体', '驻站', '特派', '本报驻某某', '本报首席'].map(
    (quality): [string, string] => [`${quality}记者 王小明`, '记者 王小明'],
  ),
  ['见习记者 王小明 实习生 李四', '记者 王小明；作者 李四'],
  ['河北日报记者 王小明', '记者 王小明@河北日报'],
  ['《某某日报》记者 王小明', '记者 王小明@某某日报'],
  ['新华社记者 王小明 李四', '记者 王小明@新华社 李四@新华社'],
  ['某县融媒体中心记者 王小明', '记者 王小明@某县融媒体中心'],
  ['某县融媒体中心 王小明', '作者 王小明@某县融媒体中心'],
  ['某县融媒体记者 王小明', '记者 王小明@某县融媒体'],
  ['王小明（某县委宣传部）', '作者 王小明@某县委宣传部'],
  ['通讯员 王小明（某县委宣传部）', '通讯员 王小明@某县委宣传部'],
  ['通讯员 某县供电公司 王小明', '通讯员 王小明@某县供电公司'],
  ['整理：王小明', '整理 王小明'],
  ['本报记者 王小明 通讯员 李四 整理', '整理 王小明 李四'],
  ['记者：王小明 李四（实习）', '记者 王小明 李四'],
  ['本报记者 王小明 整理', '整理 王小明'],
  ['口述：王小明 整理：李四', '作者 王小明；整理 李四'],
  ['某县发改局 供稿', '署名单位 某县发改局'],
  ['供稿：某县委办公室', '署名单位 某县委办公室'],
  ['本报记者 王　伟 通讯员 李　娜', '记者 王伟；通讯员 李娜'],
  ['记 者\u00A0王小明', '记者 王小明'],
  ['本报记者 阿依古丽•买买提', '记者 阿依古丽·买买提'],
  ['本报记者 欧阳小明 欧阳 娜', '记者 欧阳小明 欧阳娜'],
  ['本报记者 扎西次仁', '记者 扎西次仁'],
  ['本报记者 张×× 张某某', '记者 张×× 张某某'],
  ['撰文：王小明 编辑：李四', '作者 王小明'],
  ['策划：王小明 统筹：李四 撰文：赵六', '作者 王小明 李四 赵六'],
];

const NO_BYLINES = [
  ...[
    '推动产业集群发展',
    '经济运行稳中有进',
    '高质量发展',
    '园区要闻',
    '双招双引',
    '特色产业集群',
    '图片新闻',
  ],
  ...[
    '一、总体情况',
    '（一）主要做法',
    '■ 园区要闻',
    '● 高新技术',
    '▲ 安全生产',
    '◆ 文化旅游',
    '★ 金融 农业',
  ],
  ...[
    '■ 项目建设 招商引资',
    '□ 创新体制机制 打造高品质营商环境',
    '通讯员队伍建设',
    '通讯员 培训班开班',
    '通讯员之家',
  ],
  ...[
    '记者观察',
    '记者 手记',
    '记者走基层',
    '记者节的由来',
    '记者节快乐',
    '记者 节日快乐',
    '一线 记者 在行动',
    '新华社记者 探访园区',
  ],
  ...[
    '本报记者从会上获悉，某县经济运行平稳',
    '本报记者探访某县园区',
    '本报通讯员',
    '摄影大赛',
    '摄影作品展',
    '供稿要求',
  ],
  ...[
    '整理思路再出发',
    '综合 施策',
    '文/化',
    '图/表',
    '作者：待考',
    '王小明：我的园区故事',
    '某县：高新区 开新局',
  ],
  ...[
    '某县高新区 成立',
    '经开区 严把安全关',
    '王小明李四走进园区',
    '责任编辑：王小明',
    '编辑部',
    '来源：河北日报',
    '王小明 李四',
  ],
  ...[
    '万马奔腾 龙腾虎跃',
    '高端访谈',
    '李家庄 图表',
    '摄影：王小明',
    '王小明 摄',
    '（王小明）',
    '河北日报讯（记者 王小明）',
    '',
  ],
];

describe('bylines', () => {
  it.each(BYLINES)('%s', (line, expected) => expect(readBylineLine(line)).toEqual(people(expected)));
  it.each(NO_BYLINES)('%j is none', (line) => expect(readBylineLine(line)).toBeUndefined());

  it.each([
    ['王小明 李四', '作者 王小明 李四'],
    ['王　伟　李　娜', '作者 王伟 李娜'],
    ['（王小明）', '作者 王小明'],
    ['某县县长 王小明', '作者 王小明@某县县长'],
  ])('%s may be one in certain positions', (line, expected) => {
    expect(readBareNames(line)).toEqual(people(expected));
  });
  it.each([
    '安全 高效',
    '文化 旅游',
    '成效',
    '黄河 长江',
    '石家庄 唐山',
    '万马奔腾',
    '李家庄',
    '王小明）',
    '高新区',
  ])('%s is never one', (line) => expect(readBareNames(line)).toBeUndefined());

  it.each([
    ['本刊编辑部', '署名单位 本刊编辑部'],
    ['某某日报社《某某周刊》编辑部', '署名单位 某某日报社《某某周刊》编辑部'],
    ['某县人民政府', '署名单位 某县人民政府'],
    ['中共某县委 某县人民政府', '署名单位 中共某县委 某县人民政府'],
    ['——某县委办公室', '署名单位 某县委办公室'],
  ])('%s signs', (line, expected) => expect(readSignature(line)).toEqual(people(expected)));
  it.each(['建设高新区', '打造区域中心', '高质量发展', '城市布局', '依托某县某中心'])(
    '%s does not sign',
    (line) => expect(readSignature(line)).toBeUndefined(),
  );
});

describe('lines of editors', () => {
  it.each([
    ['责任编辑：王小明', { editor: '王小明', others: [] }],
    ['（责任编辑：王小明、李四）', { editor: '王小明、李四', others: [] }],
    ['责编 王　伟 校对 李四', { editor: '王伟', others: [{ duty: '校对', names: ['李四'] }] }],
    ['责编王小明 校对李四', { editor: '王小明', others: [{ duty: '校对', names: ['李四'] }] }],
    [
      '编辑：王小明 审核：某县委办公室',
      { editor: '王小明', others: [{ duty: '审核', names: ['某县委办公室'] }] },
    ],
    ['编辑 | admin', { editor: 'admin', others: [] }],
    [
      '初审：王小明 终审：李四',
      {
        others: [
          { duty: '初审', names: ['王小明'] },
          { duty: '终审', names: ['李四'] },
        ],
      },
    ],
  ])('%s', (line, expected) => expect(readEditorLine(line)).toEqual(expected));
  it.each(['编辑部', '编辑工作会议', '设计引领发展', '校对工作', '编辑：', '编辑：甲某 撰文：乙某'])(
    '%s is none',
    (line) => expect(readEditorLine(line)).toBeUndefined(),
  );
});

describe('names', () => {
  it.each([
    '王伟',
    '李小娜',
    '欧阳小明',
    '司马光明',
    '阿依古丽·买买提',
    '张某',
    '张某君',
    '某某',
    '甲某',
    '李××',
  ])('%s is one', (text) => expect(isPlausibleName(text)).toBe(true));
  it.each([
    '高新',
    '高质量',
    '金融',
    '常委',
    '党建',
    '安全',
    '项目',
    '成效',
    '文化',
    '万亿',
    '欧阳',
    '某县',
    '某某县',
    '王',
  ])('%s is none', (text) => expect(isPlausibleName(text)).toBe(false));
  it('are read from a list of names', () => {
    expect(readNames('王小明、李四 王　伟')).toEqual(['王小明', '李四', '王伟']);
    expect(readNames('王小明 安全')).toBeUndefined();
  });
});

/** Text, its dateline, people, source, place, date, and what is left. */
const DATELINES: [string, string, string, string?, string?, string?][] = [
  ['河北日报讯（记者张某君、董某）', '“企业', '记者 张某君 董某', '河北日报'],
  ['本报讯(通讯员张某枫)', '为', '通讯员 张某枫'],
  ['本报讯(冯某坤 张某)', '今年', '作者 冯某坤 张某'],
  ['本报讯 （记者 王小明 通讯员 李四）', '　　近日', '记者 王小明；通讯员 李四'],
  ['本报讯 记者王小明报道', ' 近日', '记者 王小明'],
  ['本报讯 通讯员 王小明 李四', ' 近日', '通讯员 王小明 李四'],
  ['本报讯（记者 王小明）讯：', '近日', '记者 王小明'],
  ['本报讯（记者 王小明）（通讯员 李四）', '近日', '记者 王小明；通讯员 李四'],
  ['本报讯（通讯员 王小明（某县委宣传部））', '近日', '通讯员 王小明@某县委宣传部'],
  ['本报讯（记者 王小明/文 李四/图）', '近日', '记者 王小明；摄影 李四'],
  ['本报讯（记者 Peter）', '近日', ''],
  ['本报讯', '近日，某县', ''],
  ['本报讯', ' 记者从某县获悉', ''],
  ['【本报讯】', '近日', ''],
  ['【某某网报道 记者 王小明】', '近日', '记者 王小明', '某某网'],
  ['本报某地9月15日电（记者 王小明）', '近日', '记者 王小明', undefined, '某地', '9月15日'],
  ['新华社北京9月15日电（记者王小明、李四）', '近日', '记者 王小明 李四', '新华社', '北京', '9月15日'],
  ['新华社北京9月15日电 记者王小明', '', '记者 王小明', '新华社', '北京', '9月15日'],
  ['据新华社北京9月15日电', ' 近日', '', '新华社', '北京', '9月15日'],
  ['人民网某地9月15日电 (记者王小明)', '近日', '记者 王小明', '人民网', '某地', '9月15日'],
  ['中新网石家庄9月15日电 (王小明 李四)', '近日', '作者 王小明 李四', '中新网', '石家庄', '9月15日'],
  ['本报记者 王小明 石家庄报道', ' 近日', '记者 王小明', undefined, '石家庄'],
  ['新华社记者王小明 北京9月15日电', ' 近日', '记者 王小明@新华社', '新华社', '北京', '9月15日'],
  ['（本报记者 王小明）', '9月15日，某县', '记者 王小明'],
  ['某某网讯', ' 近日', '', '某某网'],
  ['某县融媒体中心讯（王小明）', '近日', '作者 王小明', '某县融媒体中心'],
  ['长城网·冀云客户端讯（记者 王小明）', '近日', '记者 王小明', '长城网·冀云客户端'],
  ['本报综合消息', ' 近日', ''],
  ['石家庄讯（记者 王小明）', '近日', '记者 王小明', undefined, '石家庄'],
  ['某某日报讯（记者王小明 通讯员李四 文/图）', '近日', '记者 王小明；通讯员 李四', '某某日报'],
];

describe('datelines', () => {
  it.each(DATELINES)('%s ▸ %s', (dateline, rest, names, source, place, date) => {
    expect(readDateline(dateline + rest)).toEqual({
      length: dateline.length + rest.length - rest.trimStart().length,
      dateline,
      people: names ? people(names) : [],
      ...(source && { source }),
      ...(place && { place }),
      ...(date && { date }),
    });
  });

  it.each([
    ...[
      '通讯产业是某县主导产业',
      '讯息传来',
      '通讯设备制造',
      '通讯员队伍建设',
      '本报记者从会上获悉，',
      '本报讯息',
    ],
    ...[
      '本报资讯中心近日',
      '互联网讯息服务',
      '河北日报电子版近日上线',
      '据新华社北京9月15日电，国家',
      '央视网消息，近日',
    ],
    ...[
      '新华社北京电视台',
      '本报电话热线',
      '某县讯 近日',
      '（王小明）近日',
      '（一）近日',
      '9月15日，某县',
      '【园区要闻】近日',
      '',
    ],
  ])('%j is none', (text) => expect(readDateline(text)).toBeUndefined());

  it('includes the space before and after it in its length', () => {
    expect(readDateline('　　本报讯（记者 王小明）　近日')).toMatchObject({
      length: 14,
      dateline: '本报讯（记者 王小明）',
    });
  });
});

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
    ['（作者单位：某县开发区管委会）', '某县开发区管委会'],
    ['（作者系某县县委书记）', '某县县委书记'],
    ['（作者分别系某县委书记、某县县长）', '某县委书记、某县县长'],
    ['（作者王小明系某县某局局长）', '某县某局局长'],
    ['（本文作者系某大学教授）', '某大学教授'],
    ['作者单位：某县发改局', '某县发改局'],
    ['作者系统阐述了园区发展思路', undefined],
    ['作者：王小明', undefined],
  ])('%s names the affiliation', (line, expected) => expect(readOrgLine(line)).toBe(expected));
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

const name = fc
  .tuple(
    fc.constantFrom(...'王李张刘陈杨赵黄周吴徐孙胡朱郭何罗宋郑谢', '欧阳', '诸葛'),
    fc.string({ unit: fc.constantFrom(...'伟芳娜敏静丽涛艳勇杰霞鹏浩宇鑫晨'), minLength: 1, maxLength: 2 }),
  )
  .map((parts) => parts.join(''));
const spaced = (text: string) => ([...text].length === 2 ? [...text].join('　') : text);

describe('any names', () => {
  const TEMPLATES: [(a: string, b: string) => string, Role, Role][] = [
    [(a, b) => `□ ${a} ${b}`, '作者', '作者'],
    [(a, b) => `本报记者 ${a} 通讯员 ${b}`, '记者', '通讯员'],
    [(a, b) => `本报记者${a}通讯员${b}`, '记者', '通讯员'],
    [(a, b) => `（记者${a}、${b}）`, '记者', '记者'],
    [(a, b) => `文/${a} 图/${b}`, '作者', '摄影'],
    [(a, b) => `${a} ${b} 摄影报道`, '作者', '作者'],
    [(a, b) => `特约记者：${a}　特约通讯员：${b}`, '特约记者', '通讯员'],
  ];
  it.each(TEMPLATES)('%s is read back', (template, first, second) => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const expected = [
          { name: a, role: first },
          { name: b, role: second },
        ];
        expect(readBylineLine(template(a, b))).toEqual(expected);
        expect(readBylineLine(template(spaced(a), spaced(b)))).toEqual(expected);
      }),
    );
  });

  it('are read back from a dateline, a tail and a credit; the length of a dateline matches its text', () => {
    const words = fc.string({
      unit: fc.constantFrom(...'本报讯（）()记者通员电 　：、9月15日王伟近社网'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(name, name, words, (a, b, text) => {
        expect(readDateline(`本报讯（记者 ${a} 通讯员 ${b}）近日`)?.people.map((each) => each.name)).toEqual([
          a,
          b,
        ]);
        expect(readTail(`某园区在建。（${a} ${b}）`)?.people.map((each) => each.name)).toEqual([a, b]);
        expect(readCredit(`图为某园区。 ${a} ${b} 摄`)?.people.map((each) => each.name)).toEqual([a, b]);
        const read = readDateline(`本报讯${text}`);
        if (read) expect(`本报讯${text}`.slice(0, read.length).trim()).toBe(read.dateline);
      }),
    );
  });

  it('long or hostile text is read quickly', () => {
    const readers = [readBylineLine, readBareNames, readEditorLine, readSignature, readDateline, readTail];
    const all = [...readers, readOrgLine, readSourceLine, readDateLine, readCredit];
    const units = ['（', '记者', '王 ', '王小明 ', '文/图 ', '来源：', '2022-', '·', ' ', '某县'];
    const usedCpu = startCpuTimer();
    for (const unit of units) {
      for (const count of [20, 60, 160, 2_000_000]) for (const read of all) read(unit.repeat(count));
    }
    expect(usedCpu()).toBeLessThan(5000);
  });
});
