import { createHash } from 'node:crypto';
import path from 'node:path';
import type { CaptionedPicture, Content, Issue, Page } from '#core/content.ts';
import { type Diagnostic, sortDiagnostics } from '#core/diagnostic.ts';
import { Register } from '#core/register.ts';
import { ID_PATTERN } from '#core/schema/field.ts';
import { ISSUE_FOLDER } from '#core/schema/issue.ts';
import { pageSchema, siteSchema } from '#core/schema/site.ts';
import { parseYaml } from '#core/yaml-source.ts';
import { inspect } from '../markdown/inspect.ts';
import { checkAcross, nothingToPublish } from './across.ts';
import { type ArticleContext, type ArticleDraft, readArticle } from './articles.ts';
import { listFiles, readText } from './files-fs.ts';
import { splitFrontMatter } from './front-matter.ts';
import { type PictureFinder, readIssue } from './issues.ts';
import { type PictureResult, readPicture } from './pictures-fs.ts';
import { readCategories, readParks, readRegions, readSources, readTerms } from './registers.ts';
import { Scribe } from './scribe.ts';

export interface ReadResult {
  /** All that could be read; articles and issues with errors are left out. Undefined without site.yaml. */
  content: Content | undefined;
  /** Sorted; a build refuses content with errors. */
  diagnostics: Diagnostic[];
}

/** Reads a whole content folder. Never throws for what editors write: that becomes diagnostics. */
export async function readContent(dir: string): Promise<ReadResult> {
  return new ContentReader(path.resolve(dir)).read();
}

class ContentReader {
  readonly #dir: string;
  readonly #scribes: Scribe[] = [];
  readonly #pictures = new Map<string, Promise<PictureResult>>();
  #files: string[] = [];

  constructor(dir: string) {
    this.#dir = dir;
  }

  async read(): Promise<ReadResult> {
    const { files, strays } = await listFiles(this.#dir);
    this.#files = files;
    for (const stray of strays) {
      this.#scribe(stray).whole('file', '这是一个指向内容文件夹之外的链接', '把文件本身复制进来');
    }
    if (files.length === 0) {
      this.#scribe('').whole(
        'empty',
        '内容文件夹是空的，或者不存在',
        '放入 site.yaml、categories.yaml 和 issues 文件夹；可以从本项目自带的 content 复制一份再改',
      );
      return { content: undefined, diagnostics: this.#diagnostics() };
    }
    const site = (await this.#yaml('site.yaml', true)).validate(siteSchema);
    const categories = readCategories(await this.#yaml('categories.yaml', true));
    const regions = readRegions(await this.#yaml('regions.yaml'));
    const sources = readSources(await this.#yaml('sources.yaml'));
    const series = readTerms(await this.#yaml('series.yaml'));
    const topics = readTerms(await this.#yaml('topics.yaml'));
    const industries = readTerms(await this.#yaml('industries.yaml'));
    const registers = {
      categories: new Register(categories),
      regions: new Register(regions),
      sources: new Register(sources),
      series: new Register(series),
      topics: new Register(topics),
      industries: new Register(industries),
    };
    const parkScribes = await Promise.all(
      files.filter((file) => /^parks\/[^/]+\.ya?ml$/u.test(file)).map((file) => this.#yaml(file)),
    );
    const parks = readParks(parkScribes, registers.regions, registers.industries);

    const issues = await this.#issues(registers.categories);
    const context = { ...registers, site, parks: new Register(parks), picture: this.#namedPicture };
    const drafts = (await Promise.all(issues.map((issue) => this.#articles({ ...context, issue })))).flat();
    checkAcross(drafts);
    const articles = drafts.filter(({ scribe }) => !scribe.failed).map(({ article }) => article);
    const pages = await this.#pages();
    const lack = this.#failed() ? undefined : nothingToPublish(issues, articles);
    if (lack) this.#scribe('issues').whole('empty', lack.problem, lack.fix);
    const content = site && {
      site,
      issues,
      articles,
      pages,
      categories,
      parks,
      regions,
      sources,
      series,
      topics,
      industries,
    };
    return { content, diagnostics: this.#diagnostics() };
  }

  async #issues(categories: Register<Content['categories'][number]>): Promise<Issue[]> {
    const inIssues = this.#files.filter((file) => file.startsWith('issues/') && file.split('/').length > 2);
    const folders = new Set(inIssues.map((file) => file.split('/')[1] ?? ''));
    const issues: Issue[] = [];
    for (const folder of folders) {
      const file = `issues/${folder}/issue.yaml`;
      if (!ISSUE_FOLDER.test(folder)) {
        this.#scribe(`issues/${folder}`).whole(
          'issue-folder',
          `文件夹名“${folder}”不是期`,
          '改名为“年-月”，例如 2022-09；合刊写 2023-01-02',
        );
      } else if (!this.#files.includes(file)) {
        this.#scribe(`issues/${folder}`).whole(
          'issue-file',
          '这一期没有 issue.yaml',
          '从别的一期复制 issue.yaml 过来，改好年份、月份、期号和日期',
        );
      } else {
        const issue = await readIssue(folder, await this.#yaml(file), {
          categories,
          picture: this.#namedPicture,
        });
        if (issue) issues.push(issue);
      }
    }
    this.#strays(issues.map(({ id }) => id));
    const bySerial = new Map<number, Issue>();
    for (const issue of issues) {
      const other = bySerial.get(issue.serial);
      if (other) {
        this.#scribe(`issues/${issue.id}/issue.yaml`).whole(
          'serial',
          `总第 ${issue.serial} 期已是 ${other.id}`,
          '总期号一期一个，照印刷的写',
        );
      }
      bySerial.set(issue.serial, issue);
    }
    return issues;
  }

  /** Files in an issue's folder that nobody will ever see: most often a Word file, or `A.MD`. */
  #strays(folders: string[]): void {
    const known = new RegExp(
      `^issues/(?:${folders.join('|')})/(?:issue\\.yaml|[^/]+\\.mdx?|(?:images|pages)/.+|[^/]+\\.pdf)$`,
      'u',
    );
    const own = new RegExp(`^issues/(?:${folders.join('|')})/`, 'u');
    for (const file of this.#files) {
      if (!own.test(file) || known.test(file)) continue;
      this.#scribe(file).add([
        {
          rule: 'stray-file',
          severity: 'warning',
          problem: '这个文件不会发布',
          fix: '稿件直接放在期的文件夹里，文件名以 .md 或 .mdx 结尾；图片放进 images；其他文件移走',
        },
      ]);
    }
  }

  async #articles(context: Omit<ArticleContext, 'bodyPicture'>): Promise<ArticleDraft[]> {
    const folder = `issues/${context.issue.id}`;
    const own = new RegExp(`^${folder}/[^/]+\\.(?:md|mdx)$`, 'u');
    const slugs = new Map<string, string>();
    const drafts: (ArticleDraft | undefined)[] = [];
    for (const file of this.#files.filter((each) => own.test(each))) {
      const [, slug = '', format = ''] = /([^/]+)\.(mdx?)$/u.exec(file) ?? [];
      const text = await readText(path.join(this.#dir, file));
      if ('finding' in text) {
        this.#scribe(file).add([text.finding]);
        continue;
      }
      const markdown = splitFrontMatter(text.text);
      const scribe = this.#scribe(file, markdown.frontMatter);
      const twin = slugs.get(slug);
      if (!ID_PATTERN.test(slug)) {
        scribe.whole(
          'file-name',
          `文件名“${slug}”只能用小写英文字母、数字和连字符`,
          '改名，例如 some-article.md；文件名就是网址的一部分',
        );
      } else if (twin) {
        scribe.whole('duplicate-slug', `与 ${twin} 的网址相同`, '给其中一个换个文件名');
      }
      slugs.set(slug, file.slice(folder.length + 1));
      const source = {
        slug,
        format: format === 'mdx' ? ('mdx' as const) : ('md' as const),
        file: path.join(this.#dir, file),
        digest: createHash('sha256').update(text.bytes).digest('hex'),
        markdown,
      };
      const bodyPicture = (src: string) => this.#picture(file, src);
      drafts.push(await readArticle(source, scribe, { ...context, bodyPicture }));
    }
    return drafts.filter((draft) => draft !== undefined);
  }

  async #pages(): Promise<Page[]> {
    const pages: Page[] = [];
    for (const file of this.#files.filter((each) => /^pages\/[^/]+\.md$/u.test(each))) {
      const text = await readText(path.join(this.#dir, file));
      if ('finding' in text) {
        this.#scribe(file).add([text.finding]);
        continue;
      }
      const markdown = splitFrontMatter(text.text);
      const scribe = this.#scribe(file, markdown.frontMatter);
      scribe.add([...markdown.findings, ...inspect(markdown.body, 'md', markdown.bodyLine).findings]);
      const frontMatter = scribe.validate(pageSchema);
      const id = path.basename(file, '.md');
      const digest = createHash('sha256').update(text.bytes).digest('hex');
      if (frontMatter) pages.push({ ...frontMatter, id, file: path.join(this.#dir, file), digest });
    }
    return pages;
  }

  /** A YAML file with its scribe; one that is missing reads as empty, unless it is required. */
  async #yaml(file: string, required = false): Promise<Scribe> {
    if (!this.#files.includes(file)) {
      const scribe = this.#scribe(file);
      if (required) scribe.whole('file', `缺少文件 ${file}`, '从本项目自带的 content 复制一份再改');
      return scribe;
    }
    const text = await readText(path.join(this.#dir, file));
    const source = 'text' in text ? parseYaml(text.text) : undefined;
    const scribe = this.#scribe(file, source);
    scribe.add('finding' in text ? [text.finding] : (source?.findings ?? []));
    return scribe;
  }

  readonly #namedPicture: PictureFinder = async (scribe, key, written) => {
    const picture = await this.#picture(scribe.file, written.src);
    if ('problem' in picture) {
      scribe.at([key, 'src'], 'picture', `图片“${written.src}”${picture.problem}`, picture.fix);
      return undefined;
    }
    const { alt, caption, credit } = written;
    return {
      picture,
      alt,
      ...(caption && { caption }),
      ...(credit && { credit }),
    } satisfies CaptionedPicture;
  };

  /** A picture named in a file, relative to it; never one outside the content folder. */
  #picture(file: string, src: string): Promise<PictureResult> {
    const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), src));
    if (target.startsWith('../') || path.isAbsolute(src)) {
      return Promise.resolve({
        problem: '不在内容文件夹里',
        fix: '把图片放进这一期的 images 文件夹，写成 ./images/文件名.jpg',
      });
    }
    const full = path.join(this.#dir, target);
    const known = this.#pictures.get(full) ?? readPicture(full);
    this.#pictures.set(full, known);
    return known;
  }

  #scribe(file: string, source?: Scribe['source']): Scribe {
    const scribe = new Scribe(file, source);
    this.#scribes.push(scribe);
    return scribe;
  }

  #failed(): boolean {
    return this.#scribes.some(({ failed }) => failed);
  }

  #diagnostics(): Diagnostic[] {
    return sortDiagnostics(this.#scribes.flatMap(({ diagnostics }) => diagnostics));
  }
}
