import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/core/byline.ts';
import {
  readBareNames,
  readBylineLine,
  readEditorLine,
  readSignature,
} from '../../src/import/grammar/byline.ts';
import { readCredit } from '../../src/import/grammar/credit.ts';
import { readDateline } from '../../src/import/grammar/dateline.ts';
import { readDateLine, readSourceLine } from '../../src/import/grammar/source.ts';
import { readOrgLine, readTail } from '../../src/import/grammar/tail.ts';

/** People as text: 某某日报 记者 张三、通讯员 李四. */
const shown = (people: Person[] | undefined) =>
  people?.map(({ org, role, name }) => [org, role, name].filter(Boolean).join(' ')).join('、');

const BYLINES: [string, string][] = [
  ['记者丨王伟  编辑丨李娜', '记者 王伟'],
  ['【记者 王伟】', '记者 王伟'],
  ['——本报记者 王伟', '记者 王伟'],
  ['某县报道组 王伟', '某县报道组 作者 王伟'],
  ['王伟 某县新闻中心', '某县新闻中心 作者 王伟'],
  ['王伟 李娜 本报记者 赵六', '作者 王伟、作者 李娜、记者 赵六'],
  ['文字：王伟 图片：李强', '作者 王伟、摄影 李强'],
  ['记者 王伟 李强 摄影 赵六', '记者 王伟、记者 李强、摄影 赵六'],
  ['记者（王伟）', '记者 王伟'],
  ['记者：王伟 李娜（实习）', '记者 王伟、记者 李娜'],
  ['□ 王小明 李文', '作者 王小明、作者 李文'],
  ['□本报记者 王小明', '记者 王小明'],
  ['■ 记者 张三 通讯员 李四', '记者 张三、通讯员 李四'],
  ['◎ 王伟', '作者 王伟'],
  ['☆ 甲某 乙某', '作者 甲某、作者 乙某'],
  ['本报记者 王伟 通讯员 李娜', '记者 王伟、通讯员 李娜'],
  ['本报记者王小明通讯员李少强', '记者 王小明、通讯员 李少强'],
  ['本报记者 王伟、李娜', '记者 王伟、记者 李娜'],
  ['记者 王伟/文 李强/图', '记者 王伟、摄影 李强'],
  ['文/王伟 图/李强', '作者 王伟、摄影 李强'],
  ['王伟/文', '作者 王伟'],
  ['本报记者 王伟 文/图', '记者 王伟'],
  ['王伟 文/摄', '作者 王伟'],
  ['文／图 王伟', '作者 王伟'],
  ['图/文 王伟 李娜', '作者 王伟、作者 李娜'],
  ['文 王伟 图 李强', '作者 王伟、摄影 李强'],
  ['王伟 李强 摄影报道', '摄影 王伟、摄影 李强'],
  ['本报记者 王伟 摄影报道', '记者 王伟'],
  ['作者：王伟', '作者 王伟'],
  ['撰文：王伟 摄影：李强', '作者 王伟、摄影 李强'],
  ['撰稿/王伟', '作者 王伟'],
  ['文｜王伟', '作者 王伟'],
  ['（记者王伟、李娜 通讯员赵六）', '记者 王伟、记者 李娜、通讯员 赵六'],
  ['(通讯员张小枫)', '通讯员 张小枫'],
  ['通讯员：王伟 李娜', '通讯员 王伟、通讯员 李娜'],
  ['特约记者 王伟', '特约记者 王伟'],
  ['特约通讯员 王伟', '通讯员 王伟'],
  ['见习记者 王伟 实习生 李娜', '记者 王伟、作者 李娜'],
  ['首席记者 王伟', '记者 王伟'],
  ['本报全媒体记者王伟', '记者 王伟'],
  ['驻站记者 王伟', '记者 王伟'],
  ['某某日报记者 王伟', '某某日报 记者 王伟'],
  ['本报驻某市记者 王伟', '记者 王伟'],
  ['某县融媒体中心记者 王伟', '某县融媒体中心 记者 王伟'],
  ['某县融媒体中心 王伟', '某县融媒体中心 作者 王伟'],
  ['通讯员 某县融媒体中心 王伟', '某县融媒体中心 通讯员 王伟'],
  ['王伟（某县县委宣传部）', '某县县委宣传部 作者 王伟'],
  ['记者 王伟（某县县委宣传部）', '某县县委宣传部 记者 王伟'],
  ['整理：王伟', '整理 王伟'],
  ['本报记者 王伟 整理', '记者 王伟'],
  ['某县发改局 供稿', '署名单位 某县发改局'],
  ['供稿：某县县委办公室', '署名单位 某县县委办公室'],
  ['本报记者 王 伟 李 娜', '记者 王伟、记者 李娜'],
  ['本报记者　王　伟　通讯员　李　娜', '记者 王伟、通讯员 李娜'],
  ['记者 阿依古丽·买买提', '记者 阿依古丽·买买提'],
  ['本报记者 欧阳小明', '记者 欧阳小明'],
  ['记者：张三  摄影：李四', '记者 张三、摄影 李四'],
  ['本报评论员 王伟', '记者 王伟'],
  ['本报通讯员 甲某', '通讯员 甲某'],
  ['记者 甲某、乙某 通讯员 丙某', '记者 甲某、记者 乙某、通讯员 丙某'],
  ['王伟 李娜/文', '作者 王伟、作者 李娜'],
  ['□记者 张三 文/图', '记者 张三'],
  ['某某新闻网记者 张三 通讯员 李四 王五', '某某新闻网 记者 张三、通讯员 李四、通讯员 王五'],
  ['本报记者 王伟 通讯员 李娜 文/图', '记者 王伟、通讯员 李娜'],
  ['摄影记者 王伟', '记者 王伟'],
];
const NO_BYLINES = [
  '推动产业集群发展',
  '经济运行稳中有进',
  '园区要闻',
  '双招双引',
  '高质量发展',
  '通讯员队伍建设',
  '一、基本情况',
  '记者手记',
  '记者 手记',
  '记者节快乐',
  '文化 旅游',
  '摄影展开幕',
  '责任编辑：王伟',
  '打造高品质营商环境',
  '县长谈产业',
  '黄金 白银',
  '本报记者从会上获悉',
  '□ 高质量发展',
  '◎ 园区要闻',
  '图文并茂',
  '图片新闻',
  '江山如画',
  '金融活水',
  '通讯产业园',
  '文明 和谐',
  '马上就办',
  '项目建设',
  '全力以赴',
  '安全生产',
  '党建引领',
  '成果丰硕',
  '应急管理',
  '平台经济',
  '单位名称',
  '江河湖海',
  '全县上下',
  '有力有序',
  '文图并茂',
];
const DATELINES: [string, string][] = [
  ['本报某市讯（记者 王伟）近', '12|本报某市讯（记者 王伟）||记者 王伟'],
  ['[本报讯]近日', '5|[本报讯]||'],
  ['本报讯：近日', '4|本报讯：||'],
  ['某某日报讯（记者张三、李四）“企业', '14|某某日报讯（记者张三、李四）|某某日报|记者 张三、记者 李四'],
  ['本报讯(通讯员王小明)为积极', '11|本报讯(通讯员王小明)||通讯员 王小明'],
  ['本报讯(王小明 张艳)今年', '11|本报讯(王小明 张艳)||作者 王小明、作者 张艳'],
  ['本报讯 （记者 王伟 通讯员 李娜）近日', '18|本报讯 （记者 王伟 通讯员 李娜）||记者 王伟、通讯员 李娜'],
  ['本报讯 记者王伟报道：近日', '11|本报讯 记者王伟报道：||记者 王伟'],
  ['本报某地9月15日电（记者 王伟）今', '17|本报某地9月15日电（记者 王伟）||记者 王伟'],
  [
    '新华社北京9月15日电（记者王伟、李娜）国',
    '20|新华社北京9月15日电（记者王伟、李娜）|新华社|记者 王伟、记者 李娜',
  ],
  ['新华社北京9月15日电 记者王伟 15日', '17|新华社北京9月15日电 记者王伟|新华社|记者 王伟'],
  ['人民网某地9月15日电 (记者王伟)今', '18|人民网某地9月15日电 (记者王伟)|人民网|记者 王伟'],
  ['中新网某地9月15日电 (王伟 李娜)今', '19|中新网某地9月15日电 (王伟 李娜)|中新网|作者 王伟、作者 李娜'],
  ['据新华社北京9月15日电 今', '13|据新华社北京9月15日电|新华社|'],
  ['【本报讯】近日', '5|【本报讯】||'],
  ['（记者 王伟）9月15日，', '7|（记者 王伟）||记者 王伟'],
  ['某某网讯 近日', '5|某某网讯|某某网|'],
  ['某县融媒体中心讯（王伟）近日', '12|某县融媒体中心讯（王伟）|某县融媒体中心|作者 王伟'],
  ['本报综合消息 近日', '7|本报综合消息||'],
  [
    '某某晚报讯（记者王伟 通讯员李娜 文/图）近',
    '21|某某晚报讯（记者王伟 通讯员李娜 文/图）|某某晚报|记者 王伟、通讯员 李娜',
  ],
  ['本报讯近日，', '3|本报讯||'],
  ['本报讯　（通讯员　王　伟）昨日', '13|本报讯　（通讯员　王　伟）||通讯员 王伟'],
  ['（本报记者 王伟）9月', '9|（本报记者 王伟）||记者 王伟'],
  ['本报讯（王伟）', '7|本报讯（王伟）||作者 王伟'],
  ['本报消息 近日', '5|本报消息||'],
];
const CREDITS: [string, string][] = [
  ['黄某 摄', '|黄某 摄|摄影 黄某'],
  ['王松 摄影', '|王松 摄影|摄影 王松'],
  ['本报记者 王松 摄', '|本报记者 王松 摄|摄影 王松'],
  ['摄影：王松', '|摄影：王松|摄影 王松'],
  ['图/王松', '|图/王松|摄影 王松'],
  ['（王松 摄）', '|王松 摄|摄影 王松'],
  ['图为某园区一角。 王松 摄', '图为某园区一角。|王松 摄|摄影 王松'],
  ['图为某园区。（王松摄）', '图为某园区。|王松摄|摄影 王松'],
  ['（资料图片）', '|资料图片|'],
  ['某县委宣传部供图', '|某县委宣传部供图|署名单位 某县委宣传部'],
  ['王松 制图', '|王松 制图|摄影 王松'],
  ['记者 王松 通讯员 李娜 摄', '|记者 王松 通讯员 李娜 摄|摄影 王松、摄影 李娜'],
  ['工人在车间装配 王松 摄', '工人在车间装配|王松 摄|摄影 王松'],
  ['王 松 摄', '|王 松 摄|摄影 王松'],
];
const SOURCES: [string, object][] = [
  ['【来源：某某日报】', { source: '某某日报' }],
  ['（据某某日报）', { source: '某某日报' }],
  ['本文来源：某某网', { source: '某某网' }],
  ['来源:某某日报(2022年9月15日)', { source: '某某日报', date: '2022-09-15' }],
  ['2022年9月15日　来源：某某日报', { source: '某某日报', date: '2022-09-15' }],
  ['（文章来源：某某日报）', { source: '某某日报' }],
  ['来源：某某日报', { source: '某某日报' }],
  ['来源 | 某某', { source: '某某' }],
  ['（来源：某某 2022年9月15日）', { source: '某某', date: '2022-09-15' }],
  [
    '来源：某某日报  作者：张三  发布时间：2022-09-15 08:00',
    { source: '某某日报', people: [{ name: '张三', role: '作者' }], date: '2022-09-15' },
  ],
  ['发布时间：2022-09-15 来源：某某网 浏览次数：123', { date: '2022-09-15', source: '某某网' }],
  ['原载《某某日报》2022年9月15日', { source: '某某日报', date: '2022-09-15' }],
  ['（转自《某某》）', { source: '某某' }],
  ['摘自《某某报》', { source: '某某报' }],
  ['稿源：某某', { source: '某某' }],
  ['来源丨某某', { source: '某某' }],
  ['时间：2022年9月15日', { date: '2022-09-15' }],
  ['原文链接：https://example.cn/a.html', { url: 'https://example.cn/a.html' }],
];
const DATES: [string, string][] = [
  ['2022年9月15日', '2022-09-15'],
  ['（2022年9月15日）', '2022-09-15'],
  ['2022-09-15', '2022-09-15'],
  ['二〇二二年九月十五日', '2022-09-15'],
  ['二○二二年十月三十一日', '2022-10-31'],
  ['2022.9.15', '2022-09-15'],
  ['2022年9月15日 星期四', '2022-09-15'],
];

describe('lines of names', () => {
  it.each(BYLINES)('%s', (line, expected) => expect(shown(readBylineLine(line))).toBe(expected));
  it.each(NO_BYLINES)('%s is none', (line) => {
    expect(readBylineLine(line)).toBeUndefined();
    expect(readBareNames(line)).toBeUndefined();
  });
  it('are bare names only where the place tells so', () => {
    expect(readBylineLine('张三 李四')).toBeUndefined();
    expect(shown(readBareNames('张三 李 四'))).toBe('作者 张三、作者 李四');
  });
  it('are no lines of editors or offices', () => {
    expect(readEditorLine('（责编 王伟 校对 李娜）')).toEqual({ editor: '王伟' });
    expect(readEditorLine('编辑：王　伟　审核：李娜')).toEqual({ editor: '王伟' });
    expect(readEditorLine('编辑部的来信')).toBeUndefined();
    expect(shown(readSignature('某某日报社《某某导刊》编辑部'))).toBe(
      '署名单位 某某日报社《某某导刊》编辑部',
    );
    expect(readSignature('某县成立产业协会')).toBeUndefined();
  });

  const name = fc.constantFrom('张三', '李四', '王小明', '欧阳小明', '阿依古丽·买买提', '甲某');
  const names = fc.uniqueArray(name, { minLength: 1, maxLength: 3 });
  const gap = fc.constantFrom('、', ' ', '　');
  it('come back whatever the names, marks and spaces', () => {
    fc.assert(
      fc.property(names, names, gap, fc.constantFrom('', '□', '■ ', '（'), (first, second, between, mark) => {
        const line = `${mark}本报记者 ${first.join(between)} 通讯员 ${second.join(between)}${mark === '（' ? '）' : ''}`;
        expect(shown(readBylineLine(line))).toBe(
          [...first.map((each) => `记者 ${each}`), ...second.map((each) => `通讯员 ${each}`)].join('、'),
        );
      }),
    );
  });
});

describe('datelines', () => {
  it.each(DATELINES)('%s', (text, expected) => {
    const { length = 0, dateline = '', source = '', people } = readDateline(text) ?? {};
    expect([length, dateline, source, shown(people) ?? ''].join('|')).toBe(expected);
  });
  it.each([
    '通讯产业是支柱',
    '本报记者从会上获悉',
    '通讯员队伍建设',
    '（一）加快建设',
    '本报讯息万变',
    '某某日报通讯员王伟报道',
    '（下转第二版）',
    '近日，本报讯',
  ])('%s is none', (text) => expect(readDateline(text)).toBeUndefined());
});

describe('names at the end', () => {
  it.each([
    ['完成了。（记者 王伟 通讯员 李娜）', '4|记者 王伟、通讯员 李娜'],
    ['完成了。（王伟 李娜）', '4|作者 王伟、作者 李娜'],
    ['完成了。（王伟 某县委办）', '4|某县委办 作者 王伟'],
    ['完成了。记者 王伟', '4|记者 王伟'],
    ['完成了。（某县融媒体中心 王伟）', '4|某县融媒体中心 作者 王伟'],
  ])('%s', (text, expected) => {
    const { start, people } = readTail(text) ?? {};
    expect(`${start}|${shown(people)}`).toBe(expected);
  });
  it.each(['共三项（含两项）', '完成了。（完）', '（王伟 李娜）'])('%s is none', (text) =>
    expect(readTail(text)).toBeUndefined(),
  );
  it('tell where an author works', () => {
    expect(readOrgLine('（作者单位：某县开发区管委会）')).toBe('某县开发区管委会');
    expect(readOrgLine('（作者系某县县委书记）')).toBe('某县县委书记');
    expect(readOrgLine('单位产值能耗下降')).toBeUndefined();
  });
});

describe('credits', () => {
  it.each(CREDITS)('%s', (text, expected) => {
    const { caption, credit, people } = readCredit(text) ?? {};
    expect([caption, credit, shown(people) ?? ''].join('|')).toBe(expected);
  });
  it.each(['他喜欢拍摄。', '航摄', '气温二十摄氏度', '项目平面图', '总体规划图', '图为某园区一角。'])(
    '%s is none',
    (text) => expect(readCredit(text)).toBeUndefined(),
  );
});

describe('sources and dates', () => {
  it.each(SOURCES)('%s', (line, expected) => expect(readSourceLine(line)).toEqual(expected));
  it.each(['来源广泛', '时间紧、任务重', '浏览次数：12', '据统计，全县已有项目', '出处'])(
    '%s is none',
    (line) => expect(readSourceLine(line)).toBeUndefined(),
  );
  it.each(DATES)('%s', (line, expected) => expect(readDateLine(line)).toBe(expected));
  it.each(['2022年9月', '9月15日', '2022年2月30日', '2022年9月15日上午，某县'])('%s is none', (line) =>
    expect(readDateLine(line)).toBeUndefined(),
  );
});
