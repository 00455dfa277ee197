import { isPlausibleName } from './person-names.ts';

/** Endings of the names of papers, agencies, broadcasters and their websites. */
export const MEDIA_END =
  '(?:日报社|晚报社|日报客户端|新闻客户端|客户端|日报|晚报|早报|晨报|时报|导报|商报|快报|周报|工报|农报|市报|县报|学报|经济报|都市报|农民报|工人报|法治报|法制报|青年报|政协报|科技报|质量报|环境报|教育报|旅游报|文化报|建设报|消费者报|参考报|新闻报|证券报|' +
  '通讯社|新华社|中新社|杂志社|报社|报业集团|周刊|月刊|半月刊|杂志|导刊|新闻网|传媒网|频道|电视台|广播电视台|广播电台|广播台|广电台|电台|融媒体中心|融媒中心|全媒体中心|新媒体中心|新闻中心|传媒中心|广电中心|传媒集团|传媒公司|融媒体?|全媒体|新媒体|新闻传媒|传媒|在线|发布|云|网|(?<![公海简汇申喜通情预举警捷回年月填上呈墙电周])报)';

/** Papers and channels whose names have no such ending. */
const SHORT_MEDIA = /^(?:央视|央广|学习强国|澎湃新闻|封面新闻|极目新闻|红星新闻|央视新闻)$/u;
const MEDIA = new RegExp(`^(?:《?[\\p{Script=Han}A-Za-z0-9·]{1,18}》?)?${MEDIA_END}》?$`, 'u');

/** Endings of the names of organisations. */
const ORG_END =
  /(?:部|委|办|局|厅|署|院|所|处|科|室|站|社|会|校|大学|中学|小学|学校|集团|公司|厂|场|馆|银行|支行|分行|中心|基地|园区|产业园|工业园|科技园|(?:物流|农业|软件|创业|示范|孵化|食品|化工|创新|数字|智造|循环|医药|材料|装备|电子|光电|加工)园|开发区|高新区|经开区|高新技术产业开发区|新区|街道|政府|机关|支队|大队|总队|法院|课题组|调研组|报道组|采访组|工作组|专班|联盟|组|队|团|县|市|区|镇|乡|村|省)$/u;
const ORG_SIGNS = /^[\p{Script=Han}A-Za-z0-9·《》“”（）〇-]{3,36}$/u;
/** Verbs that begin a sentence or a headline and never the name of an organisation. */
const VERB =
  /^(?:打造|建设|推动|推进|促进|加快|构建|做好|做强|抓好|抓实|落实|走进|走访|聚焦|助力|服务|深化|坚持|强化|提升|创新|培育|支持|实施|开展|围绕|举办|召开|建成|成立|入驻|落户|来自|位于|关于|为了?|在|把|让|从(?![化江])|到|向(?!阳)|对(?!外)|以(?!岭)|与|和(?![平田顺龙静县硕布政])|将(?!乐)|被|是|有(?!色)|我|这|那(?!曲|坡)|如何|怎样|谁|引进|新引进|依托|注资|组建|图为|图片|这是|[上下左右]图|自(?![贡治然]))|[了的把被]/u;

/** Endings of organisations that may sign a text without a personal name. */
const SIGNING_END =
  /(?:编辑部|编委会|编辑委员会|报社|杂志社|通讯社|政府|委员会|管委会|办公室|委办|政府办|(?:宣传|党政|综合|信息|招商|文明|新闻|外宣|融媒|组织|统战|政法|信访|督查|考核|项目|扶贫|乡村振兴|金融|外事|侨务|法制|法治|安委|防汛|国资|史志|地方志|老干部|城管|创城|创建|双创|电商|文旅|商务|科技|工信|应急|党群|党建|行政|群团|机关党)办|街道办|办事处|管理处|管理站|服务站|宣教部|工作部|党支部|村委会|居委会|通联站|编写组|报道组|采访组|红十字会|文联|作协|残联|科协|侨联|团委|团[县市区]委|工商联|检察院|法院|派出所|文化馆|档案馆|图书馆|博物馆|医院|学校|中学|夜校|县委|市委|省委|区委|州委|镇党委|乡党委|党委|党组|工委|宣传部|组织部|统战部|局|厅|大学|学院|研究院|研究所|研究会|协会|学会|商会|联合会|总工会|妇联|集团|公司|中心|课题组|调研组|领导小组|指挥部|工作组|专班|日报|晚报)(?<![布结格大全时定变新开战]局)$/u;
const ANCHOR = /[省市县区州旗镇乡国报刊社《]|公司|集团|大学|学院|中共/u;
const COMMENTATOR = /^(?:本报|本刊|本网|新华社|人民日报|[\p{Script=Han}]{2,6}日报)(?:特约)?评论员$/u;

/** Posts, which are printed before a name. */
const POST =
  /^[\p{Script=Han}、（）]{0,26}(?:书记|主任|[县市区州旗镇乡局厅省院校处科部会社行所站组]长|主席|教授|研究员|院士|董事长|总经理|总裁|厂长|总编辑|理事长|秘书长|代表|委员|委员会委员|博士|博导|律师|经济师|工程师)$/u;

/** Whether a word is the name of a paper, a broadcaster or a similar medium. */
export function isMedia(text: string): boolean {
  if (SHORT_MEDIA.test(text)) return true;
  return (
    text.length >= 3 && text.length <= 24 && MEDIA.test(text) && !VERB.test(text) && !/互联网$/u.test(text)
  );
}

/** Whether a word is the name of an organisation. */
export function isOrg(text: string): boolean {
  if (isMedia(text)) return true;
  return ORG_SIGNS.test(text) && ORG_END.test(text) && !VERB.test(text) && !isPlausibleName(text);
}

/** Whether a word is an organisation that may sign a text without a personal name. */
export function isSigner(text: string): boolean {
  return (
    COMMENTATOR.test(text) || (text.length >= 4 && isOrg(text) && SIGNING_END.test(text) && isAnchored(text))
  );
}

function isAnchored(text: string): boolean {
  return /^本[报刊]/u.test(text) || ANCHOR.test(text.slice(0, -1));
}

/** Whether a word is a post such as 某县县委书记. */
export function isPost(text: string): boolean {
  return text.length >= 2 && POST.test(text) && !VERB.test(text);
}

/** Whether a word is an unnamed commentator: 本报评论员. */
export function isCommentator(text: string): boolean {
  return COMMENTATOR.test(text);
}
