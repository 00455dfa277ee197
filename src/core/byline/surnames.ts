/** Surnames of one character, the most frequent first. */
export const COMMON_SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安' +
  '齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲滕屈饶解牟艾尤阳穆卓古吉缪简项连芦麦褚娄窦戚岑景党费卜冷晏席卫米柏宗瞿桂佟应臧闵苟邬卞姬仇栾' +
  '隋刁荣巫寇桑郎甄丛仲虞敖巩佘查苑迟邝封谈匡鞠惠荆冀郁胥班储栗燕楚鄢劳谌奚粟冼蔺闻厉伊仝郜阚帅屠豆朴练廉禹祖漆丰卿狄宣晋云敬扈晁芮阙浦戈伏鹿薄邸雍辜阎肇乌裘亓修邰赫杭宿鲜逯隆茹慕危亢嵇湛宾勾茅傅萧洪赖蹇訾郗缑逄么苌楮啜';

/**
 * Surnames that also begin many words. A name of three characters counts without context, one of two only
 * beside a role.
 */
export const WORDY_SURNAMES = '南那官满房宫花师母楼车时商原边明盘皮羊麻池印农司乐井巴沙况底戎';

/** Rare surnames: they count only beside a role. */
export const RARE_SURNAMES =
  '昝谯郄邴郏翦糜眭綦佴尉迮迨忻郇禚蒯戢璩恽郯钮杲逢盍仉爨佀庹笪甯厍侴揭檀衣镡闾沃毋仵郅麴庚弓桓宦籍暨霁琚矍隗宓睦沐溥骈濮荛撒莘续禤荀羿鄞庾鱼竺俎奉植冶闪洑洛雒';

/** Rare surnames that are common words: they count beside a role and with a given name of two characters. */
export const RARE_WORDY_SURNAMES =
  '全和平区海国初普利强门支计索容银玉富战阴牧衡斯元束尧闭呼剧延宝邦采操昌长畅钞朝承崇从催旦德登典定端多朵恩凡飞风扶浮福甫复改刚格贡光归果哈寒汉好昊浩合黑恒宏鸿厚忽虎滑怀淮槐环皇辉回火伙稽继佳家嘉尖剑娇矫杰京精静酒菊巨军' +
  '君俊开凯勘考克库奎阔朗勒礼历立丽励良粮列令留炉禄旅律绿买曼冒弥秘密妙乜敏默木纳乃娜鸥盼泮沛朋偏漂坡仆奇骑千勤青清庆秋渠泉仁日如瑞润若萨赛伞森善上绍慎胜圣士侍守首寿疏树双水顺思松素台泰潭塘腾提遆铁通图徒拓宛旺望微为巍委畏蔚' +
  '兀希习袭喜洗霞仙显湘祥象星兴雄须旭绪轩玄雪寻训雅焉岩言彦艳扬洋养药依仪宜怡乙义亦奕益翼永勇友迂宇羽雨誉毓员远月悦允掌昭兆镇治致忠衷紫纵尊繁权智要展信干居户税化暴次生';

export const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 上官 司马 诸葛 司徒 东方 皇甫 令狐 慕容 尉迟 公孙 夏侯 端木 长孙 宇文 轩辕 司空 太史 申屠 澹台 赫连 呼延 完颜 淳于 单于 ' +
    '钟离 闾丘 南宫 西门 东郭 独孤 拓跋 纳兰 濮阳 公冶 宗政 太叔 仲孙 鲜于 闻人 亓官 巫马 公羊 公西 颛孙 壤驷 乐正 漆雕 左丘 谷梁 百里 ' +
    '呼韩 东门 南门 万俟 第五 梁丘 段干 爱新 叶赫 那拉 爱新觉罗 叶赫那拉'
  ).split(' '),
);

/** Surnames in traditional characters, each with its simplified form. */
export const TRADITIONAL_SURNAMES = new Map(
  (
    '張张 陳陈 劉刘 楊杨 黃黄 趙赵 吳吴 孫孙 馬马 羅罗 鄭郑 謝谢 許许 韓韩 馮冯 鄧邓 蕭萧 葉叶 蘇苏 呂吕 盧卢 薑姜 鐘钟 鍾钟 譚谭 陸陆 範范 ' +
    '賈贾 韋韦 鄒邹 閻阎 龍龙 萬万 錢钱 嚴严 賴赖 賀贺 龔龚 喬乔 莊庄 聶聂 單单 畢毕 費费 藍蓝 關关 滿满 鮑鲍 鄔邬 齊齐 顧顾 藺蔺 項项 紀纪 ' +
    '連连 麥麦 婁娄 竇窦 歐欧 倪倪 衛卫 湯汤 溫温 華华 閔闵 應应 蔣蒋 閆闫 寧宁 時时 譙谯 鄺邝 韓韩 陰阴 談谈 盤盘 樂乐 強强 勞劳 饒饶 繆缪 ' +
    '鄧邓 臧臧 遲迟 鞏巩 慶庆 蘭兰 諶谌 鄢鄢 樓楼 車车 諸诸 東东 長长 軒轩 閭闾 獨独 納纳 鮮鲜 淳淳 單单 遲迟 陽阳 葛葛 孫孙 轅辕 離离 丘丘 蘭兰'
  )
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
);
