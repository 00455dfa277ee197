import type { Article, CaptionedPicture } from '../../../src/core/content.ts';
import type { Files } from '../../../src/editions/archive/bag.ts';
import { zipOf } from '../../../src/editions/archive/zip.ts';
import { type ArticleDocument, articlesOf, type IssueDocument } from '../../../src/editions/index.ts';
import { type KitArticle, kitIndex, kitPage } from '../../../src/editions/wechat/kit-page.ts';
import { lengthsOf } from '../../../src/editions/wechat/limits.ts';
import { wechatText } from '../../../src/editions/wechat/wechat-text.ts';
import { COVERS, coverPictures, textPicture } from '../../../src/pictures/wechat-picture-fs.ts';

/** All files of an issue's kit, by name: a page and a ZIP file of pictures for each article, and a list of the articles. */
export async function kitFiles(
  document: IssueDocument,
): Promise<{ files: Map<string, Uint8Array>; articles: KitArticle[] }> {
  const files = new Map<string, Uint8Array>();
  const articles: KitArticle[] = [];
  const write = (name: string, text: string) => files.set(name, new TextEncoder().encode(text));
  // One after the other: each may hold large pictures in memory.
  for (const [index, each] of articlesOf(document).entries()) {
    const name = `${String(index + 1).padStart(2, '0')}-${each.article.slug}`;
    const { article, pictures } = await kitArticle(name, each, document);
    articles.push(article);
    write(`${name}.html`, kitPage(article));
    if (pictures.size > 0) files.set(`${name}.zip`, zipOf(pictures));
  }
  write('index.html', kitIndex(document.label, articles));
  return { files, articles };
}

async function kitArticle(
  name: string,
  document: ArticleDocument,
  { issue }: IssueDocument,
): Promise<{ article: KitArticle; pictures: Files }> {
  const { article } = document;
  const { html, pictures: numbered } = wechatText(document);
  const zipped = new Map<string, Uint8Array>();
  const pictures: KitArticle['pictures'] = [];
  for (const { name: number, hash, alt } of numbered) {
    const picture = document.pictures.get(hash);
    if (!picture) throw new Error(`No picture ${hash}`);
    const { bytes, extension } = await textPicture(picture);
    const file = `${number}.${extension}`;
    zipped.set(file, bytes);
    pictures.push({ file, alt, kilobytes: Math.ceil(bytes.length / 1000) });
  }
  const cover = coverOf(article, issue.cover);
  const crops = cover ? await coverPictures(cover.picture) : [];
  const covers = crops.map((bytes, index) => {
    const file = COVERS[index]?.name ?? '';
    zipped.set(file, bytes);
    return file;
  });
  const { title, summary } = article;
  const author = article.byline.map((person) => person.name).join('、');
  const kit = {
    name,
    title,
    author,
    summary,
    html,
    pictures,
    covers,
    lengths: lengthsOf({ html, title, author, summary }),
  };
  return { article: { ...kit, ...(document.url && { url: document.url }) }, pictures: zipped };
}

/** The picture of an article's card: its own, the first of its text, that of the issue. */
function coverOf(
  { cover, pictures }: Article,
  ofIssue: CaptionedPicture | undefined,
): CaptionedPicture | undefined {
  return cover ?? Object.values(pictures)[0] ?? ofIssue;
}
