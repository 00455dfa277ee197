/** A phrase to be replaced; not where it stands inside one of the `except`ions. */
export interface Wording {
  wrong: string;
  right: string;
  except?: readonly string[];
}

/** What editors can change in `content/check.yaml`; each list is added to the one here. */
export interface WordLists {
  /** Words that are always misspelt. */
  typos: readonly Wording[];
  /** Place names that must not be printed so. */
  places: readonly Wording[];
  /** Set phrases that are always written so. */
  phrases: readonly string[];
  /** Names of the registers of the bulletin. */
  names: readonly string[];
  /** Phrases that copying leaves behind. */
  residue: readonly string[];
  /** Words in captions that mean a map. */
  maps: readonly string[];
  /** Words with a doubled character or word that are right, mostly names. */
  doubles: readonly string[];
  /** Names that differ by one character and are not the same. */
  distinct: readonly string[];
}

const typos = (list: string): Wording[] =>
  list.split(' ').map((pair) => {
    const [wrong = '', right = '', except] = pair.split('/');
    return { wrong, right, ...(except && { except: except.split('|') }) };
  });

export const DEFAULT_WORDS: WordLists = {
  typos: typos(
    [
      '部暑/部署/部暑期|部暑假 布署/部署 迫不急待/迫不及待 再接再励/再接再厉 一如继往/一如既往 松驰/松弛 寒喧/寒暄 针贬/针砭',
      '按装/安装/按装配|按装机|按装修|按装置|按装备|按装车|按装卸|按装箱|按装运|按装载|按装饰|按装订|按装潢 脉博/脉搏/脉博物|脉博览',
      '粗旷/粗犷 渡假/度假 幅射/辐射 气慨/气概 重迭/重叠 渲泄/宣泄 亲睐/青睐 装祯/装帧 竣功/竣工 签定/签订',
      '穿流不息/川流不息 趋之若骛/趋之若鹜 默守成规/墨守成规 一愁莫展/一筹莫展 不径而走/不胫而走 金榜提名/金榜题名',
      '走头无路/走投无路 甘败下风/甘拜下风 悬梁刺骨/悬梁刺股 美仑美奂/美轮美奂 世外桃园/世外桃源 出奇不意/出其不意',
      '名付其实/名副其实 名符其实/名副其实 水笼头/水龙头 首曲一指/首屈一指 园满完成/圆满完成 园满成功/圆满成功 园满结束/圆满结束',
      '招商引姿/招商引资 招商印资/招商引资 产业连条/产业链条 产业练/产业链/产业练兵 高质量发张/高质量发展 营商环镜/营商环境',
      '基础设旋/基础设施 帐户/账户 帐号/账号 帐单/账单 征稿启示/征稿启事 招聘启示/招聘启事 寻人启示/寻人启事 记者采仿/记者采访',
    ].join(' '),
  ),
  places: [
    { wrong: '福尔摩沙', right: '台湾' },
    { wrong: '台湾国', right: '台湾', except: ['台湾国民', '台湾国画', '台湾国语', '台湾国宾', '台湾国泰'] },
    { wrong: '台湾总统', right: '台湾地区领导人' },
    { wrong: '台湾政府', right: '台湾当局' },
    { wrong: '台湾全国', right: '台湾全省' },
    { wrong: '尖阁列岛', right: '钓鱼岛' },
    { wrong: '尖阁诸岛', right: '钓鱼岛' },
    { wrong: '斯普拉特利群岛', right: '南沙群岛' },
    { wrong: '帕拉塞尔群岛', right: '西沙群岛' },
    { wrong: '东突厥斯坦', right: '新疆' },
    { wrong: '斯卡伯勒浅滩', right: '黄岩岛' },
    { wrong: '南中国海', right: '南海', except: ['越南中国海', '湖南中国海', '云南中国海', '河南中国海'] },
    {
      wrong: '中华民国',
      right: '台湾',
      except: [...'元一二三四五六七八九十']
        .map((year) => `中华民国${year}`)
        .concat(
          ['时期', '临时', '史', '成立', '建立', '初', '末', '创', '国民', '军', '政府令', '大总统'].map(
            (word) => `中华民国${word}`,
          ),
        ),
    },
    { wrong: '阿鲁纳恰尔邦', right: '藏南地区' },
    {
      wrong: '北韩',
      right: '朝鲜',
      except: ['河北韩', '湖北韩', '台北韩', '以北韩', '东北韩', '西北韩', '华北韩', '北韩村', '北韩国'],
    },
    {
      wrong: '南韩',
      right: '韩国',
      except: [
        '河南韩',
        '湖南韩',
        '云南韩',
        '济南韩',
        '海南韩',
        '越南韩',
        '以南韩',
        '东南韩',
        '西南韩',
        '南韩村',
        '南韩镇',
        '南韩乡',
        '南韩国',
      ],
    },
  ],
  phrases: [
    '京津冀',
    '一带一路',
    '高质量发展',
    '专精特新',
    '放管服',
    '供给侧',
    '供给侧结构性改革',
    '雄安新区',
    '乡村振兴',
    '营商环境',
    '长三角',
    '粤港澳大湾区',
    '新质生产力',
    '双招双引',
    '招商引资',
    '脱贫攻坚',
    '共同富裕',
    '先进制造业',
    '战略性新兴产业',
    '固定资产投资',
  ],
  names: [],
  residue: [
    'layout: post',
    '返回首页',
    '返回目录',
    '点击查看原文',
    '点击阅读原文',
    '点击下载附件',
    '扫码关注',
    '分享到：',
    '打印本页',
    '关闭窗口',
    '浏览次数：',
    '阅读次数：',
    '上一篇：',
    '下一篇：',
    '字体：大',
    '字号：大',
    '长按二维码',
    '此处插入图片',
    '此处插图',
    '编辑请核',
    '待编辑核实',
  ],
  maps: [
    '地图',
    '区位图',
    '位置图',
    '区划图',
    '规划图',
    '布局图',
    '分布图',
    '范围图',
    '交通图',
    '路网图',
    '线路图',
    '方位图',
    '区位示意图',
    '位置示意图',
    '范围示意图',
    '分布示意图',
    '交通示意图',
    '路网示意图',
    '线路示意图',
    '区划示意图',
    '规划示意图',
    '布局示意图',
  ],
  doubles: [
    '学习习近平',
    '济济一堂',
    '人才济济',
    '息息相关',
    '美美与共',
    '超超临界',
    '钉钉子',
    '吉斯斯坦',
    '南南合作',
    '强强联',
    '强强合',
    '层层',
    '整整',
    '通通',
    '头头是道',
    '林林总总',
    '民主主义',
    '院院士',
    '水水位',
    '水水质',
    '工工资',
    '品品牌',
    '火火灾',
    '火火情',
    '国国歌',
    '国国旗',
    '军军事',
    '军军用',
    '生生物',
    '实实体',
    '委委员',
    '归侨侨眷',
    '立法法',
    '关税税',
    '商业业态',
    '民航航班',
    '档期',
    '实地地',
    '事求是是',
    '白花花',
    '多写写',
    '喜洋洋',
    '赤裸裸',
    '哗啦啦',
    '急诊诊',
    '水电电',
    '火电电',
    '风电电',
    '发电电',
    '干流流',
    '支流流',
    '传染病病',
    '残联联',
  ],
  distinct: [],
};

/** The editors' lists, added to the standing ones. */
export function withDefaults(own: Partial<WordLists>): WordLists {
  const lists = { ...DEFAULT_WORDS };
  for (const key of Object.keys(DEFAULT_WORDS) as (keyof WordLists)[]) {
    Object.assign(lists, { [key]: [...DEFAULT_WORDS[key], ...(own[key] ?? [])] });
  }
  return lists;
}
