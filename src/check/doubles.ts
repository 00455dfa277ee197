/** Characters that stand by themselves and never twice, whatever the dictionary says. */
export const PARTICLES =
  '第各着的了在和是与及将把被从向以就也都还而并或但其于由这那我你他她它们为之已又再很较至因';
/** Words that end or begin with such a character, so that it stands twice where two words meet. */
export const PARTICLE_WORDS =
  /[可所予得难加足借何]以以|着着[眼力手重实急装]|目的的|标的的|的的确|了了解|了了却|了了结|一了了之|为了了|罢了了|现在在|存在在|所在在|和和平|和和谐|和和气|温和和|暖和和|还是是|但是是|就是是|是是非|是是否|对于于|关于于|由于于|来自自|其他他|作为为|认为为|成为为|为为了|之所所|把把关|从从[严小]|向向[上下好]|所所[有在]|将将[军来士领]|由由来|再再[三接]|已已经|又又一|方向向|一并并|再再|因因|或或|我我|很很/u;
/** Kinds of place and office: 某县县委, 高新区区内, 银行行长. */
export const OFFICES =
  '国省市县区州镇乡村旗部局厅处社校会行厂所站队司委组班科馆团店台家港场院署党屯街寨园城路舰舱船机楼塔坝库井矿田湖河江海岭峰洞泉岛湾滩堤闸渠桥';
/** What stands behind the second one then. */
export const OF_OFFICE = /^[区内里外委级直属长府政办人城情域位划块间上下中东西南北民务]/u;
/** What ends a compound before a word that begins with it: 农民工工资, 快递业业务. */
export const SUFFIXES = '工品业员者性化学力器具剂料率度量值费税网链群带级型段期版号非';
/** Words of one character that may stand before a word beginning with it: 三年中中小企业. */
export const FREE =
  '大小新高多老好人上下中内外里前后时来到起出开去过进回等地得着年月日天点分次个家名位种类东西南北左右千万亿零';
/** Words that are said twice, 件件 and 试试: one too many only in the middle of a clause. */
export const SAID_TWICE =
  '件条项桩户样句字层环节步招趟块片座栋排株棵朵颗粒滴线声阵道股支只张篇页章幅套辆根串双对群批门看想试走听问说谈聊讲写读算查找坐尝摸比议逛转跑动练帮歇数碰敲推笑闹表应散站鼓见洗握钉';
/** Words of one character that describe what follows: 创新新模式, 电子子系统. */
export const DESCRIBING = '新大高多强深长远老小好快全总副子公私非';
/** Behind a place a company's name may begin with its character: 北京京能. */
export const PLACES =
  /^(?:.国|北京|上海|天津|重庆|河[北南]|山[东西]|湖[北南]|广[东西州]|江[苏西]|浙江|福建|海南|四川|[云济]南|贵州|陕西|甘肃|青海|辽宁|吉林|宁夏|新疆|西藏|香港|澳门|台湾|深圳|南[京宁昌]|武汉|成都|西安|苏州|杭州|宁波|厦门|福州|青岛|大连|长[沙春]|合肥|郑州|太原|沈阳|唐山|保定|沧州|邢台|邯郸|承德|廊坊|衡水)$/u;
export const NUMBER = /[\d一二三四五六七八九十百千万亿两几多]/u;

/** Words of one character that are said twice for weight, and characters of given names. */
export const ALONE_TWICE =
  FREE +
  SAID_TWICE +
  '细深浅长短厚满紧慢快早晚轻重远近亲真正稳牢密暖热冷红绿蓝白黑亮清明静圆方丁哈呵嘿啊乐佳晶莹森淼鑫磊焱晨欢丽莉芳婷娜倩媛玲萍燕敏洋龙宁飞军毛豆彤蕾菲露萌妮琪巧甜珍珠瑞旺宝贝妈爸爷奶哥姐弟妹叔伯舅姑公婆娃星车火水花草木林山石云雨雪风电光金银频屡纷默悄匆缓徐滚涓茫历寥区唰咝嗡叮当咚哗嗒咯吱滴呼嗖沙'
  + '浓淡铮画妞声谆皑袅急咂治弯本强莘轰称瞅习露啦苗咧嗦噜嘎咕呱哇哼嘘喳叽咚嗵砰啪噼噗唧咻潺淙滔滚滴沥濛蒙茵葱郁青翠苍幽灼熠烁炯炎昭煌堂赫巍峨峥嵘迢遥漫荡渺茫莽芸众比处步代时刻朝暮夜岁辈排街巷路院栋盘碗杯瓶筐袋包箱桶车船担捆束堆撮缕丝圈拨轮届番遍回席餐顿口笔字句言语样般色形角边尾眼耳嘴脚肩背星丁末尖端沟坑洼坡岗坎崖壑垄畦株茎叶花果穗粒颗珠扭摇晃抖颤蹦跳爬蹭擦抹搓揉捏掐拍摸挠抓挤推拉拽扯揪拧弄翻找寻觅探瞧瞄盯望瞪眨眯闭张咬嚼舔吸吮吹喊叫唤嚷吵闹哭笑乐美香甜酸辣苦咸嫩脆酥软硬粗细钝圆扁方直歪斜偏饱胖瘦矮高壮弱松紧稀稠干湿潮凉烫温热冷冰寒暖';
/** What given names double. */
export const OF_NAMES =
  '圆方丁乐佳晶莹森淼鑫磊焱晨欢丽莉芳婷娜倩静媛玲萍燕敏洋龙宁飞军毛豆彤蕾菲露萌妮琪巧甜珍珠瑞旺明亮冰红霞雪梅兰菊云星天文武强刚健康平安心怡思凡可依冉然珊姗璐蓉蓓颖楠茜茹芸苗苒薇雯双多贝宝果桐彬涛波浩帅威伟勇杰超笑真美';
/** What a unit of time or counting begins, doubled behind a number: 2022年年底. */
export const COUNTED =
  /^(?:年年[底初均度中报产内末终会检审轮级代龄关货]|月月[底初末均中份]|日日[均产报]|个个[人体性案]|家家[电庭具居长用])/u;

/** Words of one character, and marks, that may stand before a word. */
export const STANDING_ALONE =
  '的了在和是与及将把被从向以就也都还而并或但其于由这那我你他她它为之已又再很较至因，。、；：“”（）《》对用让使给到上下中里内外后前年月日个家项有无来去不可能会要';
