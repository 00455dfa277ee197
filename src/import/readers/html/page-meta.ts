import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import {
  type Block,
  withoutWhitespace,
  type ManuscriptMeta,
  type MetaField,
  spansOf,
} from '../../manuscript.ts';
import { printedDay } from '../printed-day.ts';
import { allText } from './page-reading.ts';

/** Names of meta elements by field; those of Chinese government sites first. */
const NAMES: Record<MetaField, string[]> = {
  title: ['articletitle', 'og:title'],
  date: ['pubdate', 'article:published_time', 'publishdate'],
  source: ['contentsource', 'source'],
  author: ['author'],
  url: ['url', 'og:url'],
};

/** Site names that sites append to titles. */
const SITE_NAME =
  /\s*[-_|–—]+\s*[^-_|–—]{0,30}(?:网|网站|政府|门户|频道|公众号|委员会|日报|晚报|客户端)[^-_|–—]{0,8}$/u;
/** Values of `author` that are not a person. */
const NO_AUTHOR = /管理|系统|本站|网站|编辑部|admin|默认/iu;

/** Reads the page's meta elements; ignores implausible values. */
export function readPageMeta(tree: Root): ManuscriptMeta {
  const values = new Map<string, string>();
  visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName !== 'meta') return;
    const name = String(properties.name ?? properties.property ?? '').toLowerCase();
    const content = String(properties.content ?? '').trim();
    if (content !== '' && !values.has(name)) values.set(name, content);
  });
  const metaValue = (key: MetaField) => NAMES[key].map((name) => values.get(name)).find(Boolean);
  const [title, date, url] = [metaValue('title'), printedDay(metaValue('date') ?? ''), metaValue('url')];
  const source = metaValue('source')?.replace(/^来源\s*[：:]\s*/u, '');
  const author = metaValue('author')?.replace(/^作者\s*[：:]\s*/u, '');
  return {
    ...(title && { title: withoutSite(title) }),
    ...(date && { date }),
    ...(source && /\p{Script=Han}/u.test(source) && { source }),
    ...(author &&
      /^\p{Script=Han}[\p{Script=Han}·\s]{1,14}$/u.test(author) &&
      !NO_AUTHOR.test(author) && { author }),
    ...(url && /^https?:\/\/\S+$/u.test(url) && { url }),
  };
}

/** Content of `<title>` without the site's name. Use it as the article's title only if the text also contains it. */
export function windowTitle(tree: Root): string | undefined {
  let found: Element | undefined;
  visit(tree, 'element', (element) => {
    if (element.tagName === 'title') found ??= element;
  });
  const title = found ? withoutSite(allText(found).trim()) : '';
  return title === '' ? undefined : title;
}

/** Whether a paragraph of the text equals a title. */
export function hasParagraph(blocks: Block[], title: string): boolean {
  return blocks.some(
    (block) =>
      withoutWhitespace(
        spansOf(block)
          .map(({ text }) => text)
          .join(''),
      ) === withoutWhitespace(title),
  );
}

function withoutSite(title: string): string {
  const short = title.replace(SITE_NAME, '');
  return short === title || short.trim() === '' ? title : withoutSite(short);
}
