import { describe, expect, it } from 'vitest';
import type { NamedPage } from '../../src/core/named-page.ts';
import { nameReadings } from '../../src/pinyin/name-readings.ts';
import { soundTable } from '../../src/pinyin/sound-table.ts';
import { directPages, suggestions } from '../../src/search/browser/direct-pages.ts';
import { homophones } from '../../src/search/browser/homophones.ts';
import { nearNames, soundingNames } from '../../src/search/browser/near-names.ts';
import { typedPinyin } from '../../src/search/browser/pinyin-match.ts';

/** Names with their aliases, as the lists of a bulletin have them. */
const NAMES: [name: string, aliases: string[]][] = [
  ['沧州渤海新区绿色化工医药科技创新园', ['绿色化工医药科技创新园', '沧州绿色化工医药科技创新园']],
  ['沧州临港经济技术开发区', ['沧州临港经开区', '临港经开区']],
  ['河北高碑店经济开发区', ['高碑店经开区', '高碑店经济开发区', '高碑店开发区']],
  ['邯郸经济技术开发区', ['邯郸经开区', '邯郸开发区']],
  ['河北鹿泉经济开发区', ['鹿泉经开区', '鹿泉经济开发区', '鹿泉开发区']],
  ['秦皇岛经济技术开发区', ['秦皇岛经开区', '秦皇岛开发区']],
  ['石家庄经济技术开发区', ['石家庄经开区', '石家庄开发区']],
  ['唐山高新技术产业开发区', ['唐山高新区', '唐山高新技术开发区']],
  ['河北无极经济开发区', ['无极经开区', '无极经济开发区', '无极开发区']],
  ['襄都高新技术产业园', []],
  ['易县经济开发区', ['易县经开区', '河北易县经济开发区', '易县开发区']],
  ['张家口经济开发区', ['张家口经开区']],
  ['京唐智慧港', []],
  ['唐山市', ['唐山']],
  ['石家庄市', ['石家庄']],
  ['张家口市', ['张家口']],
  ['秦皇岛市', ['秦皇岛']],
  ['沧州市', ['沧州']],
  ['乐亭县', ['乐亭']],
  ['蔚县', []],
  ['井陉县', ['井陉']],
  ['涞源县', ['涞源']],
  ['蠡县', []],
  ['大城县', ['大城']],
  ['藁城区', ['藁城市']],
  ['栾城区', ['栾城县']],
  ['青龙满族自治县', ['青龙', '青龙县']],
  ['围场满族蒙古族自治县', ['围场', '围场县']],
  ['孟村回族自治县', ['孟村', '孟村县']],
  ['雄安新区', ['雄安', '河北雄安新区']],
  ['涿鹿县', ['涿鹿']],
  ['赞皇县', ['赞皇']],
  ['曲阳县', ['曲阳']],
  ['望都县', ['望都']],
  ['任泽区', ['任县']],
  ['长治市', ['长治']],
  ['行唐县', ['行唐']],
  ['唐县', []],
  ['安新县', ['安新']],
  ['阜平县', ['阜平']],
  ['邢台市', ['邢台']],
  ['正定县', ['正定']],
  ['蔚来产业园', []],
  ['2022年9月号', ['2022年9月', '2022年第9期', '总第36期']],
  ['2022年10月号', ['2022年10月', '2022年第10期', '总第37期']],
  ['园区要闻', []],
  ['产业观察', []],
  ['数字经济', []],
];

describe('names as readers type them', () => {
  const pages = NAMES.map(([name, aliases]): NamedPage => ({
    name,
    kind: '',
    url: `/${name}/`,
    aliases,
    readings: nameReadings([name, ...aliases]),
  }));

  it.each([
    ['tsgx', '唐山高新技术产业开发区'],
    ['tangshangaoxin', '唐山高新技术产业开发区'],
    ['Táng Shān Gāo Xīn Qū', '唐山高新技术产业开发区'],
    ['tang2shan1', '唐山市'],
    ['TANGSHAN', '唐山市'],
    ['唐山gaoxinqu', '唐山高新技术产业开发区'],
    ['tangs高新区', '唐山高新技术产业开发区'],
    ['唐山高新', '唐山高新技术产业开发区'],
    ['唐山 高新区', '唐山高新技术产业开发区'],
    ['唐山市高新区', '唐山高新技术产业开发区'],
    ['唐山高新技术产业开发', '唐山高新技术产业开发区'],
    ['秦皇岛开发区', '秦皇岛经济技术开发区'],
    ['秦皇岛市经济技术开发区', '秦皇岛经济技术开发区'],
    ['qhd', '秦皇岛市'],
    ['qhdkfq', '秦皇岛经济技术开发区'],
    ['sjz', '石家庄市'],
    ['shijiazhuangjkq', '石家庄经济技术开发区'],
    ['石家庄经济技术产业开发区', '石家庄经济技术开发区'],
    ['石家庄国家经开区', '石家庄经济技术开发区'],
    ['张家口经济技术开发区', '张家口经济开发区'],
    ['zjkjkq', '张家口经济开发区'],
    ['gaobeidian', '河北高碑店经济开发区'],
    ['高碑店市经开区', '河北高碑店经济开发区'],
    ['hdjkq', '邯郸经济技术开发区'],
    ['luquan', '河北鹿泉经济开发区'],
    ['lvsehuagong', '沧州渤海新区绿色化工医药科技创新园'],
    ['渤海新区', '沧州渤海新区绿色化工医药科技创新园'],
    ['临港', '沧州临港经济技术开发区'],
    ['cangzhoulg', '沧州临港经济技术开发区'],
    ['xiangdu', '襄都高新技术产业园'],
    ['襄都高新区', '襄都高新技术产业园'],
    ['laoting', '乐亭县'],
    ['leting', '乐亭县'],
    ['lèting', '乐亭县'],
    ["lao'ting", '乐亭县'],
    ['yuxian', '蔚县'],
    ['weixian', '蔚县'],
    ['jingxing', '井陉县'],
    ['laiyuan', '涞源县'],
    ['lixian', '蠡县'],
    ['daicheng', '大城县'],
    ['gaocheng', '藁城区'],
    ['luancheng', '栾城区'],
    ['qinglong', '青龙满族自治县'],
    ['围场县', '围场满族蒙古族自治县'],
    ['wcx', '围场满族蒙古族自治县'],
    ['mengcun', '孟村回族自治县'],
    ['xiongan', '雄安新区'],
    ["xiong'an", '雄安新区'],
    ['zhuolu', '涿鹿县'],
    ['zanhuang', '赞皇县'],
    ['quyang', '曲阳县'],
    ['renze', '任泽区'],
    ['changzhi', '长治市'],
    ['xingtang', '行唐县'],
    ['anxin', '安新县'],
    ['an xin xian', '安新县'],
    ['fuping', '阜平县'],
    ['zhengding', '正定县'],
    ['2022-09', '2022年9月号'],
    ['2022年9月', '2022年9月号'],
    ['2022年09月', '2022年9月号'],
    ['2022年第九期', '2022年9月号'],
    ['二〇二二年九月', '2022年9月号'],
    ['202210', '2022年10月号'],
    ['第37期', '2022年10月号'],
    ['9月号', '2022年9月号'],
    ['十月号', '2022年10月号'],
    ['yqyw', '园区要闻'],
    ['szjj', '数字经济'],
    ['ＴＳＧＸＱ', '唐山高新技术产业开发区'],
    ['tsgxq。', '唐山高新技术产业开发区'],
    ['“唐山高新区”', '唐山高新技术产业开发区'],
    ['ts gxq', '唐山高新技术产业开发区'],
    ['ts高新区', '唐山高新技术产业开发区'],
    ['2022.9', '2022年9月号'],
  ])('%s is offered as %s', (typed, name) => {
    expect(suggestions(typed, pages, 1).map(({ page }) => page.name)).toEqual([name]);
  });

  it.each([
    ['唐山市高新区', '唐山高新技术产业开发区'],
    ['ＴＳＧＸＱ', '唐山高新技术产业开发区'],
    ['石家庄国家级经开区', '石家庄经济技术开发区'],
    ['“唐山高新区”', '唐山高新技术产业开发区'],
    ['tang2shan1', '唐山市'],
    ['2022年09月', '2022年9月号'],
    ['2022年第九期', '2022年9月号'],
    ['xt', '邢台市'],
    ['唐县', '唐县'],
  ])('%s leads to %s', (typed, name) => {
    expect(directPages(typed, pages).map((page) => page.name)).toContain(name);
  });

  it.each([
    ['堂山高新区', '唐山高新技术产业开发区'],
    ['唐山告新区', '唐山高新技术产业开发区'],
    ['高碑殿经开区', '河北高碑店经济开发区'],
    ['韩丹经开区', '邯郸经济技术开发区'],
    ['陆泉开发区', '河北鹿泉经济开发区'],
    ['绿泉开发区', '河北鹿泉经济开发区'],
    ['玉县', '蔚县'],
    ['井行县', '井陉县'],
    ['来源县', '涞源县'],
    ['里县', '蠡县'],
    ['高城区', '藁城区'],
    ['熊安新区', '雄安新区'],
    ['捉鹿', '涿鹿县'],
    ['琢鹿县', '涿鹿县'],
    ['邢唐县', '行唐县'],
    ['富平县', '阜平县'],
    ['郑定', '正定县'],
    ['数字经纪', '数字经济'],
  ])('%s sounds like a name of %s', (typed, name) => {
    const { aliases = [] } = pages.find((page) => page.name === name) ?? {};
    const alike = homophones(typed, pages, soundTable()).map(({ text }) => text);
    expect(alike.filter((text) => [name, ...aliases].includes(text))).toHaveLength(1);
  });

  it.each([
    ['唐高新', '唐山高新技术产业开发区'],
    ['河北石家庄经开区', '石家庄经济技术开发区'],
    ['lusehuagong', '沧州渤海新区绿色化工医药科技创新园'],
    ['绿色化工园', '沧州渤海新区绿色化工医药科技创新园'],
    ['jinxing', '井陉县'],
    ['dacheng', '大城县'],
    ['青龙自治县', '青龙满族自治县'],
    ['hangtang', '行唐县'],
    ['总37期', '2022年10月号'],
    ['园区新闻', '园区要闻'],
    ['唐山高新区管委会', '唐山高新技术产业开发区'],
  ])('%s may mean %s', (typed, name) => {
    const letters = typedPinyin(typed);
    const near =
      letters === undefined ? nearNames(typed, pages) : soundingNames(letters, pages, soundTable());
    expect(near.map((page) => page.name)).toEqual([name]);
  });

  it.each(['唐', '无此园区', '经济', '安国县', '9月', '唐山大学'])('%s is near no name', (typed) =>
    expect(nearNames(typed, pages)).toEqual([]),
  );

  it.each(['constructor', 'gdp', 'ts', 'x'])('%s sounds like no name', (typed) =>
    expect(soundingNames(typed, pages, soundTable())).toEqual([]),
  );
});
