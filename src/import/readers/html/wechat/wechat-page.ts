import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { UnreadableError } from '../../../manuscript.ts';
import { allText } from '../page-reading.ts';
import { readScriptValues } from './script-values.ts';

/** The elements of a page of a WeChat official account, and what its scripts say. */
export interface WeChatPage {
  /** Element with the article. */
  content: Element;
  title?: Element;
  /** Elements with text that is recorded in fields or is not text of the article, with the reason to drop it. */
  dropped: Map<Element, string>;
  /** Name of the official account. */
  account?: string;
  author?: string;
  /** As printed or as the script has it. */
  published?: string;
  url?: string;
  /** Target of 阅读原文. */
  sourceUrl?: string;
  isOriginal: boolean;
  hasMedia: boolean;
}

const RECORDED = '公众号的名称、作者和时间（已记入稿件信息）';
const MEDIA_TEXT = '视频、音频、小程序的按钮';
const MEDIA_TAG = /^(?:mpvoice|mpvideosnap|qqmusic|mp-(?:common-)?(?:mpaudio|videosnap|miniprogram|weapp))$/u;
const MEDIA_CLASS =
  /(?:^|\s)(?:video_iframe|js_mpvedio|js_tx_video\S*|page_video\S*|wx_video\S*|mp_video\S*|js_audio\S*|audio_card\S*|weapp_\S+)(?:\s|$)/u;
/** Marks of the platform's own pages. Links to it are on many pages. */
const WECHAT =
  /id="activity-detail"|<title>\s*微信公众平台\s*<|og:site_name"\s+content="微信公众平台|res\.wx\.qq\.com\/mmbizwap/u;
/** Pages that WeChat shows instead of an article. */
const NO_ARTICLE: [RegExp, string, string][] = [
  [
    /环境异常|完成验证后即可继续访问/u,
    '存下来的是微信的验证页，不是文章',
    '在微信里打开文章，点右上角“…”选“复制链接”，用电脑浏览器打开、通过验证，看到文章以后再存一次',
  ],
  [
    /(?:该|此)(?:内容|文章)已被发布者删除|(?:该|此)内容因违规无法查看|(?:该|此)(?:内容|文章)(?:暂时)?无法查看|该公众号已(?:迁移|注销)|(?:该|此)帐号已(?:被屏蔽|注销)/u,
    '公众号的这篇文章已经删除或看不到了',
    '向作者要文章的 Word 或文字稿',
  ],
];

/**
 * Finds the parts of a page of a WeChat official account.
 * @returns undefined for other pages
 * @throws UnreadableError if the page has no article
 */
export function findWeChatPage(tree: Root, source: string): WeChatPage | undefined {
  const byId = new Map<string, Element>();
  const byClass = new Map<string, Element[]>();
  visit(tree, 'element', (element) => {
    const { id, className } = element.properties;
    if (typeof id === 'string' && !byId.has(id)) byId.set(id, element);
    for (const name of Array.isArray(className) ? className.map(String) : []) {
      byClass.set(name, [...(byClass.get(name) ?? []), element]);
    }
  });
  const content = byId.get('js_content') ?? byClass.get('rich_media_content')?.[0];
  if (!content) {
    if (isWeChat(source)) throw noArticleError(tree);
    return undefined;
  }
  const scripts = readScriptValues(tree);
  const isPage =
    ['activity-name', 'js_name', 'js_article', 'post-user'].some((id) => byId.has(id)) ||
    byClass.has('rich_media_title') ||
    scripts.nickname !== undefined;
  // Other sites copy the content with its class.
  if (!isPage) return undefined;
  const title = byId.get('activity-name') ?? byClass.get('rich_media_title')?.[0];
  const textOf = (...ids: string[]) => ids.map((id) => trimmedText(byId.get(id))).find(Boolean);
  const account = textOf('js_name', 'post-user') ?? scripts.nickname;
  const time = byId.get('publish_time') ?? byId.get('post-date');
  const metas = (byClass.get('rich_media_meta_text') ?? []).filter(
    (element) =>
      !['publish_time', 'post-date', 'js_ip_wording_wrp', 'copyright_logo'].includes(idOf(element)),
  );
  const author = textOf('js_author_name') ?? metas.map(trimmedText).find((text) => text && text !== account);
  const { dropped, hasMedia } = findMedia(content);
  const recorded = byId.get('meta_content') ?? byClass.get('rich_media_meta_list')?.[0];
  if (recorded) dropped.set(recorded, RECORDED);
  const saved = /<!--\s*saved from url=\(\d+\)(https?:\/\/mp\.weixin\.qq\.com\/[^\s>]+)/u.exec(source)?.[1];
  return {
    content,
    dropped,
    hasMedia,
    isOriginal: /原创/u.test(trimmedText(byId.get('copyright_logo')) ?? ''),
    ...(title && { title }),
    ...(account && { account }),
    ...(author && { author }),
    ...optional('published', trimmedText(time) ?? scripts.published),
    ...optional('url', scripts.url ?? saved),
    ...optional('sourceUrl', scripts.sourceUrl),
  };
}

function optional<K extends string>(key: K, value: string | undefined): { [key in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]: string });
}

/** Videos, audio and mini programs inside an article, with the text of their buttons. */
function findMedia(content: Element): Pick<WeChatPage, 'dropped' | 'hasMedia'> {
  const dropped = new Map<Element, string>();
  visit(content, 'element', (element) => {
    const classes = element.properties.className;
    const isMedia =
      MEDIA_TAG.test(element.tagName) || MEDIA_CLASS.test(Array.isArray(classes) ? classes.join(' ') : '');
    if (isMedia) dropped.set(element, MEDIA_TEXT);
  });
  return { dropped, hasMedia: dropped.size > 0 };
}

function isWeChat(source: string): boolean {
  return WECHAT.test(source);
}

function noArticleError(tree: Root): UnreadableError {
  const text = allText(tree);
  const [, message, fix] = NO_ARTICLE.find(([pattern]) => pattern.test(text)) ?? [];
  if (message !== undefined && fix !== undefined) return new UnreadableError(message, fix);
  return new UnreadableError(
    '这是微信的网页，里面没有文章的正文（图片消息、视频消息，或者没有存完整）',
    '用电脑浏览器打开文章，等文字都显示出来，再“另存为—网页，全部”；图片消息请把文字抄下来',
  );
}

function idOf({ properties }: Element): string {
  return typeof properties.id === 'string' ? properties.id : '';
}

function trimmedText(element: Element | undefined): string | undefined {
  const text = element ? allText(element).replace(/\s+/gu, ' ').trim() : '';
  return text === '' ? undefined : text;
}
