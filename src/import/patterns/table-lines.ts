/** Titles of tables and figures: `表1　某表`, `附图2：某图`, `Table 1`. */
const NUMBERED_TITLE =
  /^(?:[续附]?[表图]|图表|插图|照片|公式|[Tt]able|TABLE|[Ff]ig(?:ure)?\.?|FIGURE)[\s\u3000]?(?:[\d０-９]{1,3}(?:[-－—.．][\d０-９]{1,3})*|[一二三四五六七八九十]{1,3}(?=[\s\u3000：:、．.]|$))(?![\d０-９年月日%％]|[\s\u3000]*(?:是|为|显示|表明|所示|中|可见))/u;
/** `（单位：万元）`, `资料来源：某局`: lines around a table or figure. */
const NOTE =
  /^[（(【]?(?:计量单位|货币单位|金额单位|面积单位|单位名称|单位|币种|数据来源|资料来源|图表来源|制表|制图|绘图|填表人|填报单位|填报人|编制单位|审核人|统计时间|统计口径|备注|附注|注|图注|说明)[\s\u3000]*[\d①-⑩]{0,2}[：:]/u;
/** Maximum length of such a line, in characters: longer ones are text. */
const MAX_LENGTH = 60;

/** Whether a line is the title or a note of a table or figure. It is then neither a title nor a heading. */
export function isTableLine(text: string): boolean {
  return text.length <= MAX_LENGTH && (NUMBERED_TITLE.test(text) || NOTE.test(text));
}
