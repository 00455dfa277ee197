import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { type Block, type ImportWarning, type Manuscript, spansOf, UnreadableError } from '../manuscript.ts';
import { decodeAs, type DecodedText, decodeText, type Encoding, isUtf8 } from './decode-text.ts';
import { inspectHtml, type PageFacts } from './html/inspect-html.ts';
import { findMain, isHiddenIn, dropOutside } from './html/main-content.ts';
import { readPageMeta, hasParagraph, windowTitle } from './html/page-meta.ts';
import { findLinkBars } from './html/link-bars.ts';
import { AROUND_ARTICLE, childrenOf, createReading } from './html/page-reading.ts';
import { findWeChatPage } from './html/wechat/wechat-page.ts';
import { readWeChatPage } from './html/wechat/read-wechat-page.ts';
import { walk } from './html/html-walk.ts';
import { hideUnclosedTags } from './html/hide-unclosed-tags.ts';
import { emptyManuscript } from '../manuscript.ts';

/** Bytes at the start of a page that are searched for its encoding. */
const HEAD_BYTES = 4096;

/** Encodings that pages declare, besides UTF-8. */
export const NAMED_ENCODINGS: Record<string, Encoding> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  big5: 'big5',
};

/** Decodes a page: by its byte order mark, as UTF-8, by the encoding it declares, else like plain text. */
export function decodeHtml(bytes: Uint8Array): DecodedText {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const name = /<meta\b[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9-]{1,20})/iu.exec(head)?.[1];
  const encoding = NAMED_ENCODINGS[name?.toLowerCase() ?? ''];
  const isMarked = /^(?:\u00FF\u00FE|\u00FE\u00FF|\u00EF\u00BB\u00BF)/u.test(head);
  const named = encoding && !isMarked && !isUtf8(bytes) ? decodeAs(bytes, encoding) : undefined;
  return named ?? decodeText(bytes);
}

/**
 * Reads a web page. Drops the text around the article if the article can be found; ignores scripts,
 * styles and forms.
 * @param attached pictures in the same file, by address
 * @throws UnreadableError if it is too large or nested too deep
 */
export function readHtml(text: string, attached?: ReadonlyMap<string, Uint8Array>): Manuscript {
  return refuseDeepNesting(() => {
    const { body, tree, facts } = parsePage(text);
    const page = findWeChatPage(tree, text);
    if (page) return readWeChatPage(page, { tree, body, attached });
    const main = findMain(body);
    const kept = main && isHiddenIn(body, main) ? new Set([main]) : new Set<Element>();
    const meta = readPageMeta(tree);
    const title = windowTitle(tree);
    const bars = main ? [] : findLinkBars(body, meta.title ?? title);
    const reading = createReading(body, {
      kept,
      dropped: new Map(bars.map((bar) => [bar, AROUND_ARTICLE])),
      ...(main && { main }),
      ...(attached && { attached }),
    });
    walk(body, { formatting: {}, paragraph: main ? { outside: true } : {} }, reading);
    const { blocks, cut } = dropOutside(reading.flow, meta.title ?? title);
    const warnings = reading.warnings.filter(({ outside }) => !cut || !outside);
    return {
      ...emptyManuscript('html'),
      blocks,
      pictures: reading.pictures,
      meta: { ...(title !== undefined && hasParagraph(blocks, title) && { title }), ...meta },
      warnings: [...activeContent(facts), ...warnings.map(({ warning }) => warning)],
    };
  });
}

/**
 * Reads HTML inside Markdown. Scripts and comments become dropped text.
 * @param line of the Markdown file at which the HTML starts
 * @throws UnreadableError if it is too large or nested too deep
 */
export function readHtmlFragment(
  html: string,
  line: number,
  pictures = new Map<string, Uint8Array>(),
): { blocks: Block[]; warnings: ImportWarning[]; pictures: Map<string, Uint8Array> } {
  return refuseDeepNesting(() => {
    const { text, restore } = hideUnclosedTags(html);
    const { body, facts } = parsePage(`<!doctype html><body>${text}`);
    const reading = createReading(body, { linesBefore: line - 1, keepsCode: true, pictures });
    walk(body, { formatting: {}, paragraph: {} }, reading);
    const warnings = reading.warnings.map(({ warning }) => warning);
    const { blocks } = reading.flow;
    for (const span of blocks.flatMap(spansOf)) span.text = restore(span.text);
    return { blocks, warnings: [...activeContent(facts), ...warnings], pictures };
  });
}

function parsePage(html: string): { tree: Root; body: Element; facts: PageFacts } {
  const facts = inspectHtml(html);
  const tree = fromHtml(html);
  const [root] = childrenOf(tree, 'html');
  const [body] = root ? childrenOf(root, 'body') : [];
  if (!body) throw new UnreadableError('网页里没有正文', '用浏览器打开它，复制文章正文，存成 .txt 再导入');
  return { tree, body, facts };
}

/** Runs a recursive reader; a stack overflow means that the page is nested too deep. */
function refuseDeepNesting<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UnreadableError(
      '网页代码嵌套太深',
      '用浏览器打开它，只复制文章正文，存成 .txt 或 .docx 再导入',
      { cause: error },
    );
  }
}

function activeContent({ active }: PageFacts): ImportWarning[] {
  if (!active) return [];
  return [
    { code: 'active-content', message: '网页里有程序、框架或自动运行的代码，已全部去掉，文字不受影响' },
  ];
}
