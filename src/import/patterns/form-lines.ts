/** Labels of forms, letters, notices and enclosures. A line that begins with one is no heading. */
const LABELS =
  '附件|附表|附录|附|主送|抄送|抄报|报送|分送|发件人|收件人|寄件人|投稿人|发送时间|发送日期|主题|密送|回复|' +
  '时间|地点|日期|人员|参加人员|出席人员|与会人员|主持人|主持|记录人|记录|主办单位|承办单位|协办单位|主办|承办|协办|支持单位|' +
  '联系人|联系电话|联系方式|联系地址|联系|电话|手机|传真|邮箱|电子邮箱|邮编|地址|单位地址|网址|微信|公众号|投稿邮箱|投稿|咨询电话|监督电话|举报电话|' +
  '访谈人|采访人|对话人|访谈嘉宾|嘉宾|受访人|受访者|主讲人|主讲|发言人|出席|列席|缺席|请假|参会|与会|参加|议题|整理人|标题|主标题|副标题|副题|引题|肩题|题目|正文|' +
  '索引号|发布机构|发文机构|成文日期|发文日期|发布日期|信息来源|主题分类|名称|有效性|' +
  '作者|撰稿人?|投稿人|供稿人?|报送人|稿件标题|文章标题|信息标题|稿件来源|单位名称|工作单位|职务职称|签发|审核意见|领导签字|体裁|字数|备注|' +
  '读者|报|送|发|报送单位|报送日期|报送时间|审核人|审批人|审签人|校对人|' +
  '姓名|性别|年龄|职务|职称|学历|单位|部门|籍贯|作者简介|作者单位|收款人|开户行|账号|户名|文号|发文字号|签发人|密级|紧急程度|' +
  '关键词|摘要|中图分类号|文献标识码|基金项目|来源|出处|责编|编辑|责任编辑|校对|审核|初审|复审|终审|摄影|文字|图片|供稿|供图|' +
  '项目名称|建设地点|建设单位|建设规模|建设内容|总投资|投资额|占地面积|开工时间|竣工时间|项目单位|项目编号|招标人|中标人';
const LABELLED = new RegExp(
  `^[（(【]?(?:${LABELS})[\\s\\u3000]*[\\d一二三四五六七八九十]{0,2}[\\s\\u3000]*[：:】]`,
  'u',
);
/** A label that is printed with spaces inside: `嘉　宾：`. */
const SPREAD = /^\p{Script=Han}(?:[\s\u3000]+\p{Script=Han}){1,3}(?=[\s\u3000]*[：:])/u;
/** `附件1`, `附件` at the top of an enclosure. */
const ENCLOSURE = /^附[件表录图]?[\s\u3000]*[\d一二三四五六七八九十]{0,2}[：:]?$/u;

/** Whether a line is a field of a form, or the mark of an enclosure. */
export function isFormLine(printed: string): boolean {
  const text = printed.replace(SPREAD, (label) => label.replace(/[\s\u3000]/gu, ''));
  return LABELLED.test(text) || ENCLOSURE.test(text);
}

const TITLE_LABEL =
  /^(?:文章|稿件|新闻)?(?:(?<title>主?标题|正题|主题目|题目|题名|篇名)|(?<kicker>引题|肩题|眉题|引标题)|(?<subtitle>副题|副标题|子标题))[\s\u3000]*[：:][\s\u3000]*(?=\S)/u;

/** The label in front of a title, a kicker or a subtitle: `标题：某题`. */
export function titleLabel(
  text: string,
): { kind: 'title' | 'kicker' | 'subtitle'; length: number } | undefined {
  const found = TITLE_LABEL.exec(text);
  if (!found?.groups) return undefined;
  const { title, kicker } = found.groups;
  return { kind: title ? 'title' : kicker ? 'kicker' : 'subtitle', length: found[0].length };
}

/** Whether a line begins a list of enclosures: `附件：1.某表`. */
export function beginsEnclosures(text: string): boolean {
  return /^附件[\s\u3000]*[：:]/u.test(text);
}
