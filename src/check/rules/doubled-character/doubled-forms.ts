/** Particles, which are never doubled, whatever the dictionary says. */
export const PARTICLES =
  '第各着的了在和是与及将把被从向以就也都还而并或但其于由这那我你他她它们为之已又再很较至因';
/** Words that end or begin with a particle, so that it is doubled where two words meet. */
export const PARTICLE_WORDS =
  /[可所予得难加足借何]以以|着着[眼力手重实急装]|目的的|标的的|的的确|了了解|了了却|了了结|一了了之|为了了|罢了了|现在在|存在在|所在在|和和平|和和谐|和和气|温和和|暖和和|还是是|但是是|就是是|是是非|是是否|对于于|关于于|由于于|来自自|其他他|作为为|认为为|成为为|为为了|之所所|把把关|从从[严小]|向向[上下好]|所所[有在]|将将[军来士领]|由由来|再再[三接]|而已已经|又又一|方向向|一并并|原因因|自我我/u;
/** Kinds of places and offices: 某县县委, 高新区区内, 银行行长. */
export const OFFICES =
  '国省市县区州镇乡村旗部局厅处社校会行厂所站队司委组班科馆团店台家港场院署党屯街寨园城路舰舱船机楼塔坝榜震业党军旅馆山机舱火品法教库井矿田湖河江海岭峰洞泉岛湾滩堤闸渠桥';
/** Characters after the second of two such kinds. */
export const OF_OFFICE =
  /^[身舱型乐港歌装种点势情类期庭礁塔门师议署家会妇旗首面舍徽址员箭级务界区内里外委级直属长府政办人城情域位划块间上下中东西南北民务]/u;
export const NUMBER = /[\d一二三四五六七八九十百千万亿两几多]/u;

/** Characters that given names double. */
export const OF_NAMES =
  '圆方丁乐佳晶莹森淼鑫磊焱晨欢丽莉芳婷娜倩静媛玲萍燕敏洋龙宁飞军毛豆彤蕾菲露萌妮琪巧甜珍珠瑞旺明亮冰红霞雪梅兰菊云星天文武强刚健康平安心怡思凡可依冉然珊姗璐蓉蓓颖楠茜茹芸苗苒薇雯双多贝宝果桐彬涛波浩帅威伟勇杰超笑真美';
/** Words that begin with a unit, which is then doubled after a number: 2022年年底. */
export const COUNTED =
  /^(?:年年[底初均度中报产内末终会检审轮级代龄关货]|月月[底初末均中份]|日日[均产报]|个个[人体性案]|家家[电庭具居长用])/u;

/** Words of one character that may precede a word that begins with it: 创新新节奏. */
export const FREE = '到大新老好对';
/** Words of one character that may follow a word that ends in it: 没想到到, 社会会. */
export const VERBS = '到有对会能多新';
/** Words of one character, and marks, that can precede any word. */
export const STANDING_ALONE =
  '的了在和是与及将把被从向以就也都还而并或但其于由这那我你他她它们为之已又再很较至因，。、；：“”（）《》对用让使给到上下中里内外后前年月日个家项有无来去不可能会要一各每该此等最更想多先请';
/** Trades in names of firms, after the short name: 华科科技, 冀物物流园. */
export const TRADES =
  /^(?:科技|物流|钢铁|能源|电[力器子气]|化[工学]|药业|建设|投资|食品|汽车|重工|新材|生物|光电|智能|机械|置业|商贸|集团|[农牧煤矿]业|水泥|纺织|印染|旅游|传媒|文化|环保|航[空运]|石化|铁路|海运|港务|医药|材料|资本|控股|实业|教育|城投|交通|通信|网络|软件|信息)/u;
/** Characters after a reduplicated verb or adverb: 点点头, 慢慢走. */
export const OBJECTS =
  '天步心脸手头话歌忙面队觉球掌课书路账法门车字戏酒饭茶水眼嘴肩牙脚腿背腰气劲的地得望走来去看听想问讲记吸放举坐站跑飞笑谈等压抓扎盯靠依感把将';
/** Measure words, which can be reduplicated: 一件件, and 件件 at the beginning of a clause. */
export const COUNTERS =
  '位台首幕村件条项桩户样句字层环节步招趟块片座栋排株棵朵颗粒滴线声阵道股支只张篇页章幅套辆根串双对群批门个家家次场年月日天点回遍轮代岁队班组盏扇面本册包袋箱车船捆担锹勺碗杯盘筐篮台架艘丝缕圈团簇垄';
/** Characters that are reduplicated: verbs, for emphasis, and for their sound. */
export const TWICE =
  '薄浩荣兴可县乡口凛猎祖辛蒙写落刷翼秃啦微缸教汨花裸洋瓣幕大小高融洋心谢齐事苦殷裸亭熠迢格朗生山梭某屯巴呷旺浪炯岌忡怏恢济萧飒潇蔼赳沸扬楚堆闷皱熟藏停等拣牵推拉靠躺睡试寻吃喝玩聚抖甩吹吸咬撕绑装打管改挖铲松认盼絮踏跷晃' +
  '看指谁想试走听问说谈聊讲写读算查找坐尝摸比议逛转跑动练帮歇数碰敲笑闹表散鼓洗握摆摇挥招点画唱弹拍搓揉擦扫抹翻晒晾煮炒切尝闻嗅瞧瞅瞄盯称咂露盖补修拆晃跳扭揣念背抄填猜盼躲劝哄夸骂吵嚷喊叫努挤眨抿缩耸挺踢踩捏按捶刨锄浇剪缝钉' +
  '细深浅长短厚满紧慢快早晚轻重远亲真稳牢密暖红绿蓝白黑亮清静圆甜酸辣香脆软硬浓淡弯急频屡纷默悄匆缓徐滚涓茫历寥渐常往偏仅刚恰每时久足连阵种斑苍茵葱郁翠皑袅谆铮莘习侃耿昂翩熊蒸欣源孜勃冉拳脉芸彬巍潺滔娓津沾惴惺惶栩奄姗楚默喋咄累硕啧啊哈呵嘿嗡叮当咚哗嗒咯吱滴呼嗖沙唰咝轰隆啦哇咕嘀嗵砰咔跃息林夜朝暮世步处人嗷缕湛碌款灼烈振堂绰' +
  '灿荡嫩仆喇漫蓓蓬晶甸腾绵溜汪茸闪飕扑喷哄悠飘沉迷离节双窝龘妥' +
  '妈爸爷奶哥姐弟妹叔伯舅姑公婆娃星宝贝太兔猫狗妞囡苗佳圆乐莹丽娜婷倩芳玲燕敏飞宁娇菲薇斌彬';

/** Places after which the name of a company may repeat the last character: 北京京能. */
export const PLACES =
  /^(?:.国|北京|上海|天津|重庆|河[北南]|山[东西]|湖[北南]|广[东西州]|江[苏西]|浙江|福建|海南|四川|[云济]南|贵州|陕西|甘肃|青海|辽宁|吉林|宁夏|新疆|西藏|香港|澳门|台湾|深圳|南[京宁昌]|武汉|成都|西安|苏州|杭州|宁波|厦门|福州|青岛|大连|长[沙春]|合肥|郑州|太原|沈阳|唐山|保定|沧州|邢台|邯郸|承德|廊坊|衡水)$/u;
