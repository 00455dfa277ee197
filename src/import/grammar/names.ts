/** Surnames of one character, most of those in use (after 《百家姓》 and the census of 2020). */
const SURNAMES = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督岳帅缑亢况有琴归海晋楚闫法汝鄢涂钦岩肖付代窦兰刑覃卿原苑佟仝谌闪原由揭候郄代底信苟辜冼佘但郇亓仵戢岐么隋楼邸',
);
const COMPOUND =
  /^(?:欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|令狐|呼延|完颜|百里|东郭|西门|南门|第五)/u;
/** Words of news that begin with a surname. */
const WORDS = new Set(
  '高新 高效 高度 高质 高端 高校 高速 高标准 高质量 高水平 高起点 高科技 安全 安置 安排 安装 党建 党委 党员 党组 常委 常务 常态 常态化 金融 金属 经济 经验 经营 经开区 成立 成果 成效 成功 成为 项目 项目部 方案 方式 方向 方面 计划 计算 全面 全市 全县 全省 全国 全力 全区 全域 全程 全链条 时代 时间 明确 明显 平台 平安 平稳 广场 广大 广告 文化 文明 文旅 文章 文件 文字 文图 单位 单元 国家 国际 国企 国内 国有 通知 通报 通过 通讯 通讯员 通道 通信 连续 连线 连接 关于 关注 关键 公司 公告 公园 公共 公布 公示 公开 公安 农业 农村 农民 农产品 农商 乡村 都市 温暖 温馨 和谐 和平 和睦 元宵 元旦 江山 江南 江北 东部 东区 东方 西部 南部 司法 师生 师资 车间 车站 车辆 石油 石材 石化 水利 水务 水电 水平 水泥 白酒 黄金 云端 云计算 云平台 华北 华东 于是 于此 向上 向前 向好 向新 应用 应急 应对 相关 相约 相聚 能力 能源 能量 能级 智能 有力 有效 有限 有关 有序 有的 强力 强化 强县 强市 强基 强链 时评 红色 红利 海洋 海关 海外 山区 山水 路径 路演 连心 步伐 步入 从严 从此 别样 别墅 景区 景观 利用 利民 益民 益农 富民 富强 富裕 简报 简讯 简介 空间 空气 充分 充电 丰收 丰富 双招 双招双引 双创 双碳 双控 边界 温度 温泉 广东 广西 文物 文本 祝贺 祝福 居民 居住 满意 满足 游客 游览 家园 家庭 家具 家电 家乡 家长 谷雨 古城 古建 向导 解读 解决 解放 解码 解析 宣传 宣讲 宣传部 宣布 管理 管委会 管道 管网 计量 应届 支持 支部 支撑 支柱 万众 万家 万元 万亩 万吨 包联 包保 包装 程序 容量 边防 劳动 劳务 劳模 薄弱 印发 印象 印刷 怀念 习俗 古树 终端 终点 居家 步行 都会 耿直 法治 法院 法律 法规 归来 归纳 海报 海拔 楚汉 盖章 况且 岳阳 权威 权益 后续 后勤 红旗 查处 查询 查看 关心 关怀 关爱 沙龙 沙漠 养老 养殖 须知 农资 商务 商会 商贸 商场 牛奶 羊毛 马上 马铃薯 花卉 花园 花生 苗木 苗圃 雷锋 贺信 毕业 毕业生 康养 康复 余热 余额 元素 顾客 顾问 伍佰 席位 季度 季节 麻将 路线 路网 路灯 江河 童年 童心 郭家 梅花 盛大 盛会 盛世 林业 林木 林草 钟声 徐徐 夏季 夏粮 夏日 田间 田野 田园 胡同 凌晨 万象 柯城 房屋 房产 干部 干事 干群 解困 应当 宗旨 宗教 丁香 宣言 单独 包括 左右 石榴 吉祥 程度 滑坡 陆续 陆地 荣誉 荣获 荣光 曲线 曲艺 家校 封面 储备 储蓄 储能 松树 井盖 段落 富有 焦点 焦煤 牧业 牧场 谷子 车主 侯车 全年 班子 班组 班级 秋收 秋季 秋粮 仲裁 宫殿 宁静 甘蔗 甘肃 祖国 武装 武警 武术 符合 景气 景点 景色 束缚 龙头 龙头企业 龙年 叶片 幸福 幸福感 司机 黎明 印证 白天 白色 白菜 蒲公英 从业 从业者 从事 索引 籍贯 赖以 卓越 卓有 屠宰 蒙古 池塘 阴天 能耗 能效 能人 苍山 双方 双向 双重 双赢 双减 闻名 党校 党政 党群 贡献 贡米 劳保 姬松茸 申请 申报 申办 扶贫 扶持 扶农 堵点 堵塞 雍容 桑树 桂花 牛羊 牛肉 寿命 寿光 通车 通水 通电 通航 通关 边贸 边远 燕山 燕赵 冀中 尚未 农户 农机 温室 别具 庄稼 庄严 柴油 连片 连锁 容纳 容积 向往 古镇 古村 易地 慎重 终身 暨南 居委会 衡量 步骤 都市圈 满载 弘扬 匡算 国土 国庆 国道 寇仇 广泛 广阔 东西 东风 欧洲 沃土 利润 利率 利好 越来 越野 隆重 隆冬 师傅 师范 巩固 融合 融资 融媒 融媒体 融入 冷链 冷库 冷藏 辛苦 辛勤 那么 那些 简单 简化 简约 饶有 空调 空港 空白 曾经 沙发 养护 养成 鞠躬 丰硕 巢穴 关系 关口 相信 相当 相应 相继 查找 后来 后期 红火 红薯 游园 权力 权利 益处 公路 公益 公交 公里 公民 督查 督导 督办 帅气 有机 有望 有为 海水 海鲜 晋级 法人'.split(
    ' ',
  ),
);
const MOST_OF_A_NAME = 4;

/** A name by itself, without a role beside it: four characters are then a phrase (江山如画). */
export function isCertainName(text: string): boolean {
  return (
    isPlausibleName(text) &&
    ([...text].length < MOST_OF_A_NAME || COMPOUND.test(text) || /[·•・．某]/u.test(text))
  );
}

/** Whether a text could be a person's name as papers print it: 张三, 欧阳小明, 阿依古丽·买买提, 某某, 甲某. */
export function isPlausibleName(text: string): boolean {
  if (/^\p{Script=Han}{1,12}(?:[·•・．]\p{Script=Han}{1,12}){1,3}$/u.test(text)) return true;
  if (/^(?:\p{Script=Han}{1,2}某{1,2}|某某|\p{Script=Han}某\p{Script=Han})$/u.test(text)) return true;
  if (!/^\p{Script=Han}{2,4}$/u.test(text) || WORDS.has(text)) return false;
  const characters = [...text];
  if (COMPOUND.test(text)) return characters.length > 2;
  if (!SURNAMES.has(characters[0] ?? '')) return false;
  // Four characters: two surnames and a given name of two, as some women write them.
  return characters.length < MOST_OF_A_NAME || SURNAMES.has(characters[1] ?? '');
}

/** A list of names, parted by spaces or 、; two single characters are one name. Undefined where one is none. */
export function readNames(text: string): string[] | undefined {
  const words = text.split(/[\s、，,;；/／|｜和]+/u).filter(Boolean);
  const names: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [word = '', next = ''] = [words[at], words[at + 1]];
    const single = [...word].length === 1 && [...next].length === 1;
    const name = single ? word + next : word;
    if (!isPlausibleName(name)) return undefined;
    names.push(name);
    if (single) at += 1;
  }
  return names.length > 0 ? names : undefined;
}
