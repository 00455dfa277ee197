/** Why a line of an account's template is dropped. */
export const ACCOUNT_FURNITURE = '公众号的结束语、关注提示';

/** Lines of an account's template. */
const LINES: RegExp[] = [
  /^[\s\p{P}\p{S}]*(?:THE\s*END|END|全文完|完|正文完)[\s\p{P}\p{S}]*$/iu,
  /^.{0,12}(?:点击|点|长按|扫描|扫一扫|扫码|识别|轻触|戳|↑+|▲+|▼+)[^。]{0,16}(?:蓝字|二维码|关注|名片|小程序|公众号|阅读原文|原文)[^。]{0,24}$/u,
  /^(?:欢迎|记得|快来|请)?[^。，]{0,6}关注(?:我们|本号|公众号|“[^”]{1,20}”)[^。]{0,12}[。！]?$/u,
  /^[^。]{0,24}(?:点个?|求)[“「【]?(?:赞|在看|分享|转发)[^。]{0,24}[。！~]*$/u,
  /^(?:点?(?:分享|收藏|点赞|在看|转发)[\s、·|｜+和]*){2,5}[！~]*$|^点(?:个|一)?(?:分享|收藏|点赞|在看|转发|赞)[！~]*$/u,
  /^[▲▼△▽↑↓⬇⬆◆●\s]+$/u,
  /^(?:转发|分享|转给)[^。]{0,6}(?:更多|朋友|大家|身边)[^。]{0,10}[！~]*$/u,
  /^(?:已关注|关注|重播|观看更多|视频加载失败，请刷新页面再试)$/u,
];
/** Maximum length of such a line, in characters: longer ones are text. */
const MAX_LINE_LENGTH = 60;

/** Whether a line belongs to the template of a WeChat official account: prompts to follow, to share, to like. */
export function isAccountFurniture(text: string): boolean {
  return text.length <= MAX_LINE_LENGTH && LINES.some((line) => line.test(text));
}
