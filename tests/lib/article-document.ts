import type { Article, Picture } from '../../src/core/content.ts';
import { createUrls, type Urls } from '../../src/core/url.ts';
import { readArticlePage } from '../../src/editions/article-page.ts';
import type { ArticleDocument } from '../../src/editions/index.ts';
import { createBodyRenderer } from '../../src/markdown/render.ts';

/** A picture that Markdown texts of tests name `./images/a.png`. */
export const PICTURE: Picture = {
  hash: '0a1b2c3d4e5f',
  format: 'png',
  width: 300,
  height: 200,
  file: '/a.png',
};
export const PUBLIC_URLS = createUrls('/daokan/', 'https://x.example');

/** What a test may say of an article besides its text: HTML of its head and its foot. */
interface Parts {
  head?: string;
  foot?: string;
  urls?: Urls;
}

/** The document of an article from its Markdown, as from its finished page. */
export async function articleDocument(markdown: string, parts: Parts = {}): Promise<ArticleDocument> {
  const { head = '<h1>标题</h1>', foot = '', urls = PUBLIC_URLS } = parts;
  const article = {
    id: '2022-09/a',
    slug: 'a',
    title: '标题',
    pictures: { './images/a.png': { picture: PICTURE, alt: '画面' } },
  } as unknown as Article;
  const { pictures } = article;
  const { html } = await createBodyRenderer(urls)({ body: markdown, file: 'a.md', pictures });
  const page = `<article class="article" data-pagefind-body><header class="article-head">${head}</header><div class="body">${html}</div></article><footer class="article-foot">${foot}</footer>`;
  return readArticlePage(page, article, urls);
}

/** Markdown with everything that an article may contain. */
export const EVERYTHING = `**要点**说明，*着重*，~~删去~~，H~2~O，3000㎡，𠮷野，😀。[外面的链接](https://y.example/a?b=1&c=2)和[站里的](/about/)，https://y.example/ 。

## 小标题

### 再小一级

- 甲
- 乙

  第二段

3. 三
4. 四

> 引文
>
> 两段

| 园区 | 数 |
| --- | --: |
| 甲园[^2] | 1<5 |
| 乙园 | 2 & 3 |

![画面](./images/a.png "图注｜摄影：甲某")

---

注一[^1]，再提一次[^1]。

[^1]: 第一条注，见[出处](https://z.example/)。

[^2]: 第二条注。
`;

const PIECES = [
  '甲',
  '**加粗**',
  '*着重*',
  '[链接](https://y.example/b)',
  '[^1]',
  '<',
  '&amp;',
  '𠮷',
  '😀',
  '“引”',
  '——',
  '50%',
  'ABC ',
];
const BLOCKS: ((text: string) => string)[] = [
  (text) => text,
  (text) => `## 题${text}`.replaceAll('[^1]', ''),
  (text) => `- ${text}\n- 乙${text}`,
  (text) => `> ${text}`,
  (text) => `| 甲 | 乙 |\n| --- | --- |\n| ${text} | ${text} |`,
  (text) => `![画面](./images/a.png "图注｜摄影：甲某")\n\n${text}`,
  (text) => `2. ${text}`,
];

/** Markdown of a made article, from numbers. */
export function madeMarkdown(choices: readonly (readonly number[])[]): string {
  const blocks = choices.map(([block = 0, ...pieces]) => {
    const text = pieces.map((piece) => PIECES[piece % PIECES.length]).join('');
    return BLOCKS[block % BLOCKS.length]?.(`文${text}`) ?? '';
  });
  return `开头[^1]。\n\n${blocks.join('\n\n')}\n\n[^1]: 注文，${PIECES[3]}。\n`;
}
