import { describe, expect, it } from 'vitest';
import { rule } from '../../../src/check/rules/doubled-character.ts';
import { findingsOf } from './findings-of.ts';

describe('doubled-character', () => {
  it.each<[text: string, findings: string[]]>([
    ['全县经济济', ['1:4 “济”字重复：全县经济济 → 删去一个：“全县经济”']],
    ['车间里哈哈哈地笑。', []],
    ['管理系系系统里填表。', []],
    ['他慢慢慢走。', []],
  ])('reports it at the end of a text, and not a run of three: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );

  it.each<[text: string, findings: string[], doubles: string[]]>([
    [
      '管理系系统一二三四五六七八九，园区的的服务',
      ['1:18 “的”字重复：…八九，园区的的服务 → 删去一个：“九，园区的服务”'],
      ['系系统'],
    ],
    ['管系系统里填表，再核对一遍企业的信息。', [], ['系系统']],
  ])('leaves out the words of the bulletin that stand close by: %j', (text, findings, doubles) =>
    expect(findingsOf(rule, text, { words: { doubles } })).toEqual(findings),
  );

  it.each<[text: string, findings: string[]]>([
    ['今年年底开工。', []],
    ['历年年均增长。', []],
    ['本月月末验收。', []],
    ['当日日产千吨。', []],
    ['每家家庭都有。', []],
    ['某厂丰年年底忙。', ['1:4 “年”字重复：某厂丰年年底忙。 → 删去一个：“某厂丰年底忙。”']],
  ])('knows words that begin with a unit of time: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );

  it.each<[text: string, findings: string[]]>([
    ['县里办马马拉松赛。', ['1:4 “马”字重复：县里办马马拉松赛。 → 删去一个：“县里办马拉松赛。”']],
    ['县里办高高尔夫赛。', ['1:4 “高”字重复：县里办高高尔夫赛。 → 删去一个：“县里办高尔夫赛。”']],
    ['爱吃巧克力力。', ['1:5 “力”字重复：爱吃巧克力力。 → 删去一个：“爱吃巧克力。”']],
    ['工作积极性性高。', ['1:5 “性”字重复：工作积极性性高。 → 删去一个：“工作积极性高。”']],
  ])('reads a word of three characters: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );

  it.each<[text: string, findings: string[]]>([
    ['引进三项项目。', []],
    ['引进三项项设备。', ['1:4 “项”字重复：引进三项项设备。 → 删去一个：“引进三项设备。”']],
    ['评出2名名师。', []],
    ['两家家电厂。', []],
    ['完成15亿元元。', []],
    ['投资5万元元器件厂。', []],
    ['投资一百元元旦晚会。', []],
  ])('after a number is right only before a word: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );

  it.each<[text: string, findings: string[]]>([
    ['皮革、家居等等。', []],
    ['皮革等等地区开工。', ['1:3 “等”字重复：皮革等等地区开工。 → 删去一个：“皮革等地区开工”']],
    ['来了等等3家。', ['1:3 “等”字重复：来了等等3家。 → 删去一个：“来了等3家。”']],
  ])('tells 等等 from 等地: %j', (text, findings) => expect(findingsOf(rule, text)).toEqual(findings));

  it.each<[text: string, findings: string[]]>([
    ['高新区区内开工。', []],
    ['高新区区快建。', ['1:3 “区”字重复：高新区区快建。 → 删去一个：“高新区快建。”']],
    ['他来到高新区区。', ['1:6 “区”字重复：他来到高新区区。 → 删去一个：“来到高新区。”']],
    ['他来到某县区区。', []],
    ['园内区区小事。', []],
    ['区区3元钱。', []],
    ['园区区几家厂。', ['1:2 “区”字重复：园区区几家厂。 → 删去一个：“园区几家厂。”']],
    ['园内区区有事。', ['1:3 “区”字重复：园内区区有事。 → 删去一个：“园内区有事。”']],
    ['某县县委来了。', []],
    ['他在银行行。', []],
    ['银行行快开门。', ['1:2 “行”字重复：银行行快开门。 → 删去一个：“银行快开门。”']],
    ['北京京能集团来了。', []],
    ['向北京京津线。', []],
  ])('knows names of places with offices: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );

  it.each<[text: string, findings: string[]]>([
    ['今天天来。', ['1:2 “天”字重复：今天天来。 → 删去一个：“今天来。”']],
    ['一天天好起来。', []],
    ['一件件办。', []],
    ['一家家走访。', []],
    ['一系系统办。', ['1:2 “系”字重复：一系系统办。 → 删去一个：“一系统办。”']],
  ])('keeps measure words after 一: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );

  it.each<[text: string, findings: string[]]>([
    ['讲三三制。', []],
    ['民国三三年开工。', ['1:3 “三”字重复：民国三三年开工。 → 删去一个：“民国三年开工。”']],
    ['按第二二条办。', ['1:3 “二”字重复：按第二二条办。 → 删去一个：“按第二条办。”']],
    ['按第二二款办。', ['1:3 “二”字重复：按第二二款办。 → 删去一个：“按第二款办。”']],
    ['见（二二）款。', ['1:3 “二”字重复：见（二二）款。 → 删去一个：“见（二）款。”']],
    ['五五分成。', []],
    ['来了九九家企业。', ['1:3 “九”字重复：来了九九家企业。 → 删去一个：“来了九家企业。”']],
    ['来了九九、十户。', ['1:3 “九”字重复：来了九九、十户。 → 删去一个：“来了九、十户。”']],
    ['来了十二二家企业。', []],
    ['排在二二，再来。', []],
  ])('tells numerals from typing errors: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );

  it.each<[text: string, findings: string[]]>([
    ['一一介绍。', []],
    ['大家一一致同意。', ['1:3 “一”字重复：大家一一致同意。 → 删去一个：“大家一致同意。”']],
    ['统一一致行动。', []],
    ['统一一下口径。', []],
    ['每一一天都忙。', ['1:2 “一”字重复：每一一天都忙。 → 删去一个：“每一天都忙。”']],
    ['他试一一试。', ['1:3 “一”字重复：他试一一试。 → 删去一个：“他试一试。”']],
    ['一步一一步走。', ['1:3 “一”字重复：一步一一步走。 → 删去一个：“一步一步走。”']],
  ])('tells 一一 from typing errors: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );

  it.each<[text: string, findings: string[]]>([
    ['没想到到九十年代。', []],
    ['具有有力的手段。', []],
    ['社会会变好。', []],
    ['创新新节奏。', []],
    ['发展展览业。', []],
    ['管理理念新。', []],
    ['管理理顺了。', ['1:2 “理”字重复：管理理顺了。 → 删去一个：“管理顺了。”']],
    ['建设设施好。', []],
    ['服务务必好。', []],
    ['加快快建。', []],
    ['大门门口。', []],
    ['王明明天来。', []],
    ['今天天气好。', []],
    ['扩大大棚面积。', []],
    ['到处处理。', []],
  ])('keeps words that meet: %j', (text, findings) => expect(findingsOf(rule, text)).toEqual(findings));

  it.each<[text: string, findings: string[]]>([
    ['办实实在在的事。', []],
    ['大大小小都来。', []],
    ['工人们忙忙碌碌。', []],
    ['雪白白的一片。', []],
    ['件件有回音。', []],
    ['说说明天的事。', []],
    ['点点头说好。', []],
    ['三地牢牢抓住。', []],
    ['他慢慢走。', []],
    ['试试看。', []],
    ['再看看台账。', []],
    ['人们常常来。', []],
    ['只要好好干。', []],
    ['每家厂都要好好谋划。', []],
    ['企业家家都好。', []],
  ])('keeps reduplications: %j', (text, findings) => expect(findingsOf(rule, text)).toEqual(findings));

  it.each<[text: string, findings: string[]]>([
    ['看看着书。', ['1:1 “看”字重复：看看着书。 → 删去一个：“看着书。”']],
    ['这件件事都办。', ['1:2 “件”字重复：这件件事都办。 → 删去一个：“这件事都办。”']],
    ['每件件都办。', ['1:2 “件”字重复：每件件都办。 → 删去一个：“每件都办。”']],
    ['到到处看看。', ['1:1 “到”字重复：到到处看看。 → 删去一个：“到处看看。”']],
    ['路面平平整。', ['1:3 “平”字重复：路面平平整。 → 删去一个：“路面平整。”']],
    ['加大大力度。', ['1:2 “大”字重复：加大大力度。 → 删去一个：“加大力度。”']],
    ['效益益高。', ['1:2 “益”字重复：效益益高。 → 删去一个：“效益高。”']],
  ])('reports what only looks like a reduplication: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );

  it.each<[text: string, findings: string[]]>([
    ['张婷婷说。', []],
    ['张婷婷', []],
    ['张婷婷，', []],
    ['李强强调了。', []],
    ['某钢钢铁厂。', []],
    ['华科科技公司。', []],
  ])('keeps names of people and firms: %j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings),
  );
});
