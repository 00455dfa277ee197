/** The hanzi of which most running text consists, and those of work reports and parks. */
const SIMPLIFIED =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔服环境企园县省镇乡村投项招商引额亿元增长率集群链优势创绿智装备材料研究技术改革推进升级促加快积极聚焦围绕突出打造坚持坚定落实深入持续全面精准有效提升推动支持培育构建完善加强抓好做好开展组织协调负责签约洽谈考察调研座谈会议讲话指示批示精神要求任务目标措施办法方案规划计划报告总结汇报情况工作同志书记县长主任副局委党政府干部群众农业工业旅游文化医药健康食品纺织服饰钢铁石化能源汽车电子信息数据网络平台中心基地厂房土地用亩米平方公里吨辆台套户家名个占比例超余近约较居首位列全国六七八九零百千称城镇街道港口岸铁路桥机场物流仓储贸易进出口银行贷款融资基税收入支财补贴奖励政策条审批证照办理窗口服务员专班帮扶纾困解难题堵痛营商环法治公平竞争市场主体注册民营私外来返回创业就人才引育留校院士博硕教师学生培训职业';
/** Those of the same that have another form in traditional script. */
const TRADITIONAL =
  '這個們來為國說時會對過發後裡裏學現當沒動麼經還進樣開從實軍無與長機關點業將兩間問並應戰頭體見產種電數報結務場計資統區隊決則聽卻達強難權設類據邊張該規萬術領確傳師觀讓識帶導爭運筆縣園億鎮鄉項優環創綠裝備級極聚圍繞構軍續準調協簽約談議講議劃總彙況誌記黨農遊藥飾鋼鐵車訊網絡臺廠畝噸輛戶稱橋倉儲貿銀貸財補貼獎勵審證辦專幫紓營冊競';

const PUNCTUATION = '\u3000、。《》「」『』【】〔〕〇“”‘’—…·×℃';

const COMMON = new Set(SIMPLIFIED + TRADITIONAL + PUNCTUATION);

/** Whether a character is what Chinese text mostly consists of: common hanzi, Chinese punctuation, full-width forms. */
export function isCommonCharacter(character: string): boolean {
  return COMMON.has(character) || (character >= '\uFF01' && character <= '\uFF5E');
}
