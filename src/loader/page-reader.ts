import { ID_PATTERN } from '#core/schema/field.ts';
import { pageSchema } from '#core/schema/site.ts';
import { RESERVED_FOLDERS } from '#core/url.ts';
import { inspect } from '../markdown/inspect.ts';
import { parseBody } from '../markdown/parse.ts';
import { readPictures } from './body-pictures.ts';
import type { ContentFolder } from './content-folder-fs.ts';
import type { PageDraft } from './cross-article-checks.ts';

/** Reads the fixed pages, `pages/*.md`. */
export async function readPages(folder: ContentFolder): Promise<PageDraft[]> {
  const pages: PageDraft[] = [];
  for (const name of folder.matching(/^pages\/[^/]+\.md$/u)) {
    const input = await folder.markdown(name);
    if (!input) continue;
    const { collector, markdown, file, digest, cached, addNumberFindings } = input;
    const id = name.replace(/^pages\/|\.md$/gu, '');
    const taken = RESERVED_FOLDERS.has(id) || id === 'issues' || id === 'feed';
    if (!ID_PATTERN.test(id) || taken) {
      const why = taken ? '是本站已有的地址' : '只能用小写英文字母、数字和连字符';
      collector.whole('file-name', `文件名“${id}”${why}`, '改名，例如 about.md；文件名就是网址');
    }
    const body = await cached('page', () =>
      inspect(parseBody(markdown.body, 'md', markdown.bodyLine), 'md', markdown.bodyLine),
    );
    collector.add(body.findings);
    addNumberFindings(body.numbers);
    const pictures = await readPictures(body, collector, (src) => folder.picture(name, src));
    const frontMatter = collector.validate(pageSchema);
    if (frontMatter) {
      const page = { ...frontMatter, id, file, body: markdown.body, digest, pictures };
      pages.push({ page, collector, links: body.links, anchors: body.anchors });
    }
  }
  return pages;
}
