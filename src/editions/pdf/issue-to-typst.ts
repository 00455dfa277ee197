import { chineseDate } from '#core/calendar-date.ts';
import { colophonLines } from '#core/colophon.ts';
import type { Colour } from '#core/colour.ts';
import type { CaptionedPicture, Picture } from '#core/content.ts';
import { siteRecords } from '#core/site-records.ts';
import { phrasesOf } from '#core/text/phrases.ts';
import { type ArticleDocument, articlesOf, type IssueDocument } from '../issue-document.ts';
import { type ArticleLayout, articleToTypst, type IssueContext, layoutOf } from './article-to-typst.ts';
import { type TypstCode, array, call, literal, sequence } from './typst-code.ts';
import { type TextSetter, createTextSetter } from './typst-text.ts';

/** Name of the template for Typst. */
export const TEMPLATE = '/issue.typ';
/** Maximum number of titles on the cover besides the lead's. */
const MAX_COVER_TITLES = 6;
/** Maximum length of a preface, in characters: it opens an issue on a separate page, before the lead. */
const MAX_PREFACE_LENGTH = 900;
/** Maximum number of record numbers (ISSN, CN …) on the cover. */
const MAX_COVER_RECORDS = 3;
const FONT_LICENSE =
  '本文件嵌有 Noto Serif SC（思源宋体）字体的子集，按 SIL Open Font License 1.1 使用；许可全文见本站 licenses.txt。';

/** A character that the fonts have no glyph for. */
export interface MissingGlyph {
  /** Id of the article; absent for a text of the issue. */
  article?: string;
  character: string;
}

export interface TypstIssue {
  /** The main file. */
  code: TypstCode;
  /** Pictures that it shows, by the name of their file. */
  pictures: ReadonlyMap<string, Picture>;
  /** In printed order; each character once per article. */
  missing: MissingGlyph[];
}

export interface TypstOptions {
  /** Colour of the bulletin. */
  accent: Colour;
  /** A QR code: its side in modules, and the path of an SVG. */
  qrCode: (text: string) => { size: number; path: string };
  /** Whether the fonts have a glyph of a character. */
  covers: (character: string) => boolean;
}

/**
 * Writes an issue as Typst code.
 * @throws EditionError if an article contains what the PDF does not know
 */
export function issueToTypst(document: IssueDocument, options: TypstOptions): TypstIssue {
  const writer = new IssueWriter(document, options);
  return { code: writer.write(), pictures: writer.pictures, missing: writer.missing };
}

class IssueWriter {
  readonly pictures = new Map<string, Picture>();
  readonly missing: MissingGlyph[] = [];
  readonly #document: IssueDocument;
  readonly #options: TypstOptions;
  readonly #setter: TextSetter;
  #current?: string;

  constructor(document: IssueDocument, options: TypstOptions) {
    this.#document = document;
    this.#options = options;
    this.#setter = createTextSetter(options.covers, (character) => this.#report(character));
  }

  write(): TypstCode {
    const { site, issue, label } = this.#document;
    const [year, month, day] = issue.date.split('-').map(Number);
    const settings = call('issue.with', {
      title: `${site.title} ${label}`,
      description: site.description,
      author: site.publisher,
      date: { code: call('datetime', { year, month, day }) },
      masthead: { code: this.#text(site.title) },
      label: { code: this.#text(label) },
      colour: this.#options.accent,
    });
    const parts = [this.#cover(), call('contents-page', {}, literal('目录')), ...this.#columns()];
    return [
      `#import ${literal(TEMPLATE)}: *`,
      `#show: ${settings}`,
      ...[...parts, this.#colophon()].map((part) => `#${part}`),
      '',
    ].join('\n');
  }

  #cover(): TypstCode {
    const { site, issue, label, number } = this.#document;
    const articles = articlesOf(this.#document);
    const lead = articles.find(({ article }) => article.lead) ?? articles[0];
    const others = articles.filter((other) => other !== lead).slice(0, MAX_COVER_TITLES);
    const picture = issue.cover ?? lead?.article.cover;
    const title = issue.special === undefined ? issue.title : undefined;
    const facts = [[label, title].filter(Boolean).join('　'), number, chineseDate(issue.date)];
    const records = siteRecords(site.records ?? {}).slice(0, MAX_COVER_RECORDS);
    return call('cover-page', {
      masthead: { code: this.#text(site.title) },
      characters: [...site.title].length,
      month: [...new Set([issue.months[0], issue.months.at(-1)])].join('—'),
      ...(site.subtitle !== undefined && { slogan: { code: this.#text(site.subtitle) } }),
      facts: { code: array(facts.filter(Boolean).map((fact) => this.#text(fact))) },
      headlines: {
        code: array(
          [lead, ...others].flatMap((each) =>
            each ? [this.#title(each.article.shortTitle ?? each.title)] : [],
          ),
        ),
      },
      ...(picture && { picture: { code: this.#coverPicture(picture) } }),
      foot: {
        code: array([site.publisher, ...records.map(({ text }) => text)].map((line) => this.#text(line))),
      },
    });
  }

  #coverPicture({ picture, alt }: CaptionedPicture): TypstCode {
    return call('', { file: this.#file(picture), alt, ratio: picture.width / picture.height });
  }

  #columns(): TypstCode[] {
    const { columns } = this.#document;
    const context: IssueContext = {
      setter: this.#setter,
      articles: new Set(articlesOf(this.#document).map(({ article }) => article.id)),
      fileOf: ({ article, pictures }, hash) => {
        const picture = pictures.get(hash);
        if (!picture) throw new Error(`${article.id} has no picture ${hash}`);
        return this.#file(picture);
      },
    };
    const preface = prefaceOf(this.#document);
    return columns.flatMap(({ category, articles }) =>
      articles.map((article, index) => {
        this.#current = article.article.id;
        const code = articleToTypst(article, context);
        this.#current = undefined;
        return call('placed', {
          layout: article === preface ? 'preface' : layoutOf(article),
          ...(index === 0 && { head: { code: call('column-head', {}, this.#text(category.name)) } }),
          body: { code },
        });
      }),
    );
  }

  #colophon(): TypstCode {
    const { site, issue, url } = this.#document;
    const lines = colophonLines(issue, site);
    if (url !== undefined) lines.push(['本期网址', url]);
    const rows = lines.map(([name, value]) => array([this.#text(name), this.#text(value)]));
    return call('colophon', {
      lines: { code: array(rows) },
      ...(url !== undefined && { code: this.#code(url), 'code-label': '扫码在线阅读本期' }),
      license: { code: this.#text(FONT_LICENSE) },
    });
  }

  /** The QR code of an address as an SVG. */
  #code(address: string): string {
    const { size, path } = this.#options.qrCode(address);
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}"><path d="${path}" stroke="#000"/></svg>`;
  }

  #file(picture: Picture): string {
    const name = `/pictures/${picture.hash}`;
    this.pictures.set(name, picture);
    return name;
  }

  #text(value: string): TypstCode {
    return sequence(this.#setter.text(value));
  }

  #title(value: string): TypstCode {
    return this.#setter.phrases(phrasesOf(value));
  }

  #report(character: string): void {
    const article = this.#current;
    const isKnown = this.missing.some((other) => other.article === article && other.character === character);
    if (!isKnown) this.missing.push({ ...(article !== undefined && { article }), character });
  }
}

/** Whether a short article stands alone before the lead: a preface. */
function prefaceOf(document: IssueDocument): ArticleDocument | undefined {
  const [first, second] = articlesOf(document);
  const isPreface =
    first &&
    second?.article.lead &&
    first.article.length <= MAX_PREFACE_LENGTH &&
    layoutOf(first) === ('column' satisfies ArticleLayout);
  return isPreface ? first : undefined;
}
