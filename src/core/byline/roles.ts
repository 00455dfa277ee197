import type { Role } from '../byline.ts';

const QUALITIES =
  '(?:见习|实习|首席|全媒体|全媒|融媒体|融媒|新媒体|资深|高级|特派|特约|特邀|驻站|驻地|摄影|文字|视频|摄像|专职|兼职|主任|评论|调查|时政|经济|财经|科技|一线|青年|学生|校园|小(?=记者)|本版|随行)';
const POSTED = '(?:驻\\p{Script=Han}{1,8}?)';
const WRITERS =
  '(?:记者团|记者|通讯员|通信员|评论员|实习生|撰稿人|撰稿员|特约撰稿|摄影师|主持人|特派员|观察员|研究员助理|志愿者记者)';

/** A reporter's role with its prefixes: 本报驻某县首席记者, 特约通讯员. */
export const REPORTER = new RegExp(
  `(?:(?:本报|本刊|本网|本台|本社|我报|我刊)(?:${POSTED}|赴\\p{Script=Han}{1,8}?|\\p{Script=Han}{0,4}?)|${POSTED})?${QUALITIES}{0,4}${WRITERS}`,
  'u',
);

/** The role that a match of `REPORTER` means. */
export function roleOf(words: string): Role {
  if (/通[讯信]员/u.test(words)) return /特[约邀]/u.test(words) ? '特约通讯员' : '通讯员';
  if (words.endsWith('实习生')) return '实习生';
  if (/摄影(?:记者|师)/u.test(words)) return '摄影';
  if (/特[约邀].{0,4}记者/u.test(words)) return '特约记者';
  if (/见习记者/u.test(words)) return '见习记者';
  return /记者/u.test(words) ? '记者' : '作者';
}

/** What somebody did for an article; `text` does not change the printed role. */
export type Work = 'text' | 'photo' | '整理' | 'supply';

const WORKS: Record<Work, string> = {
  text: '文 文字 撰文 撰稿 撰稿人 撰写 执笔 执笔人 供稿人 投稿人 作者 采写 采访 采编 报道 写稿 来稿 投稿 口述 主笔 访谈人 采访人 对话人 著 综合报道 采访报道 联合报道 联合采写 策划 统筹 文案 编译 翻译 讲述 文稿 原创 出镜 配音',
  photo:
    '图 摄 摄影 图片 照片 供图 配图 制图 绘图 插图 插画 漫画 绘画 绘 摄像 视频 图表 海报 航拍 拍摄 剪辑 摄制 影像 图片摄影 供片 图片提供 图源 图据',
  整理: '整理 采访整理 综合整理 记录整理 编辑整理 摘编 综合 记录',
  supply: '供稿 供稿单位 稿件提供 提供',
};
const WORK_OF = new Map(
  Object.entries(WORKS).flatMap(([work, words]) =>
    words.split(' ').map((word): [string, Work] => [word, work as Work]),
  ),
);

/** The kind of work that a word means: 撰文 → text. */
export function workOf(word: string): Work | undefined {
  return WORK_OF.get(word);
}

const TEXT = '(?:文字|文|撰文|采写|撰稿)';
const PICTURE = '(?:图片|图|摄影|摄像|视频|摄)';
const JOIN = '[ /、·并和及&+｜]{1,3}';

/** Text and pictures by the same person: 文/图, 图文, 摄影报道. */
export const BOTH = new RegExp(
  `(?:${TEXT}${JOIN}${PICTURE}(?:${JOIN}${PICTURE})?|${PICTURE}${JOIN}(?:${TEXT}|报道)|摄影 ?报道|摄影采写|文图|图文|文摄|文并摄|文并图|图文报道|文图报道)(?=$|[ 、，；/｜：（）])`,
  'u',
);

/** Kinds of work that are printed after a name without a space: 王小明摄. */
export const GLUED_WORK =
  /(?:图文报道|摄影报道|综合报道|报道|摄影|(?<!空航|跟|偷|抢|盗|俯|拍)摄|供图|供稿|供片|制图|绘图|整理|采写|撰文|撰稿|文图|图文)$/u;
