import type { Element, Root } from 'hast';
import {
  type Block,
  emptyManuscript,
  type ImportWarning,
  type Manuscript,
  type ManuscriptMeta,
  spansOf,
} from '../../../manuscript.ts';
import { printedDay } from '../../printed-day.ts';
import { walk } from '../html-walk.ts';
import { readPageMeta } from '../page-meta.ts';
import { allText, AROUND_ARTICLE, createReading } from '../page-reading.ts';
import { trimContent } from './furniture.ts';
import { findStyledHeadings } from './styled-headings.ts';
import type { WeChatPage } from './wechat-page.ts';

/** The parsed page around the article. */
interface Around {
  tree: Root;
  body: Element;
  attached: ReadonlyMap<string, Uint8Array> | undefined;
}

/** Reads a page of a WeChat official account: its title, its article, and what it says about them. */
export function readWeChatPage(page: WeChatPage, { tree, body, attached }: Around): Manuscript {
  const { content, title, dropped } = page;
  const headings = findStyledHeadings(content);
  if (title) headings.set(title, 1);
  const reading = createReading(body, {
    main: content,
    kept: new Set(title ? [content, title] : [content]),
    dropped,
    headings,
    ...(attached && { attached }),
  });
  walk(body, { formatting: { dropped: AROUND_ARTICLE }, paragraph: { outside: true } }, reading);
  const { blocks, outside } = reading.flow;
  const inside = blocks.filter((block) => !outside.has(block));
  const printedTitle = title && allText(title).replace(/\s+/gu, ' ').trim();
  const trimmed = trimContent(inside, {
    ...(page.account && { account: page.account }),
    ...(printedTitle && { title: printedTitle }),
  });
  const start = Math.max(
    blocks.findIndex((block) => !outside.has(block)),
    0,
  );
  return {
    ...emptyManuscript('html'),
    blocks: [
      ...merged(blocks.slice(0, start)),
      ...trimmed.blocks,
      ...merged(blocks.slice(start + inside.length)),
    ],
    pictures: reading.pictures,
    meta: metaOf(page, readPageMeta(tree), trimmed.printed),
    warnings: [
      ...reading.warnings.map(({ warning }) => warning),
      ...(page.hasMedia ? [MEDIA] : []),
      ...trimmed.warnings,
    ],
  };
}

const MEDIA: ImportWarning = {
  code: 'media',
  message: '文章里有视频、音频或小程序，没有收；要用的话向作者要文件',
};

/** Joins neighbouring paragraphs that are dropped as a whole. */
function merged(blocks: Block[]): Block[] {
  const out: Block[] = [];
  let last: Block | undefined;
  for (const block of blocks) {
    const isDropped =
      block.type === 'paragraph' && block.spans.every(({ dropped }) => dropped === AROUND_ARTICLE);
    if (isDropped && last) spansOf(last).push({ text: '\n', dropped: AROUND_ARTICLE }, ...block.spans);
    else out.push(block);
    last = isDropped ? (last ?? block) : undefined;
  }
  return out;
}

function metaOf(page: WeChatPage, meta: ManuscriptMeta, printed: string[]): ManuscriptMeta {
  const { account, author = meta.author, published, isOriginal, sourceUrl } = page;
  const date = printedDay(published ?? '') ?? meta.date;
  const url = page.url ?? meta.url;
  return {
    ...(meta.title && { title: meta.title }),
    ...(date && { date }),
    ...(account && { source: account }),
    account: account ?? '',
    ...(author && author !== account && { author }),
    ...(url && { url }),
    printed: [...(isOriginal ? ['原创'] : []), ...printed],
    links: sourceUrl ? [{ text: '阅读原文', url: sourceUrl }] : [],
  };
}
