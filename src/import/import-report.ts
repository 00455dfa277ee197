import type { FieldToFill } from '#core/write-front-matter.ts';
import type { Draft } from './draft.ts';
import type { ImportWarning, PageLink } from './manuscript.ts';
import { escapeControls } from '#core/text/control-character.ts';
import { withMaskedNumbers } from '#core/text/personal-number.ts';

/** The report as data (`--json`); absent values are null. */
export interface ImportReport {
  articles: ReportedArticle[];
  errors: FailedInput[];
  removed: RemovedText[];
  /** Files whose text was mostly not imported. */
  warnings: { input: string; message: string }[];
  /** Pictures in a folder or a zip that no imported manuscript refers to. */
  unusedPictures: { input: string; pictures: string[] }[];
}

export interface ReportedArticle {
  input: string;
  /** The file that was written, or the file from an earlier import. */
  file: string;
  /** False if the article was imported before; its file is not changed. */
  written: boolean;
  title: string | null;
  kicker: string | null;
  subtitle: string | null;
  series: string | null;
  byline: { name: string; role: string | null; org: string | null }[];
  dateline: string | null;
  source: string | null;
  date: string | null;
  category: string | null;
  park: string[];
  county: string[];
  genre: string | null;
  masked: boolean;
  rights: string | null;
  pictures: string[];
  /** Links of the text, and those that were removed from it, with their targets. */
  links: PageLink[];
  blanks: FieldToFill[];
  warnings: { code: string; message: string; quote: string | null; line: number | null }[];
}

export interface FailedInput {
  input: string;
  message: string;
  fix: string;
}

export interface RemovedText {
  input: string;
  text: string;
  reason: string;
}

/** The part of the report that does not depend on where the draft is written. */
export function reportOf(
  draft: Draft,
  { blanks, pictures, links }: Pick<ReportedArticle, 'blanks' | 'pictures' | 'links'>,
): Omit<ReportedArticle, 'input' | 'file' | 'written'> {
  return {
    title: draft.title ?? null,
    kicker: draft.kicker ?? null,
    subtitle: draft.subtitle ?? null,
    series: draft.series ?? null,
    byline: draft.byline.map(({ name, role, org }) => ({
      name,
      role: role === '作者' ? null : role,
      org: org ?? null,
    })),
    dateline: draft.dateline ?? null,
    source: draft.source ?? null,
    date: draft.date ?? null,
    category: draft.category ?? null,
    park: draft.park,
    county: draft.county,
    genre: draft.genre ?? null,
    masked: draft.masked,
    rights: draft.rights ?? null,
    pictures,
    links,
    blanks,
    warnings: draft.warnings.map(({ code, message, quote, line }: ImportWarning) => ({
      code,
      message,
      quote: quote === undefined ? null : withMaskedNumbers(quote),
      line: line ?? null,
    })),
  };
}

/** Maximum length of a quotation in characters, and maximum number of links and of pictures listed: all stand in `--json`. */
const MAX_QUOTE_LENGTH = 60;
const MAX_LINKS = 12;
const MAX_PICTURES = 8;

/** The report as text: files that were mostly not imported, one block per article, dropped text, failed files. */
export function formatReport({ articles, errors, removed, warnings, unusedPictures }: ImportReport): string {
  const blocks = [
    ...warnings.map(({ input, message }) => escapeControls(`${input}：${message}`)),
    ...articles.map(formatArticle),
  ];
  const inputs = [...new Set(removed.map(({ input }) => input))];
  for (const input of inputs) {
    const lines = removed
      .filter((each) => each.input === input)
      .map(({ text, reason }) => `    ${reason}：${shortened(text)}`);
    blocks.push([`${input}：没有收进稿件的文字`, ...lines].map((line) => escapeControls(line)).join('\n'));
  }
  for (const { input, pictures } of unusedPictures) blocks.push(escapeControls(unusedLine(input, pictures)));
  for (const { input, message, fix } of errors)
    blocks.push(
      [`${input}：没有导入。${message}`, `    改法：${fix}`].map((line) => escapeControls(line)).join('\n'),
    );
  const written = articles.filter((article) => article.written).length;
  const known = articles.length - written;
  blocks.push(
    `${[
      `导入 ${written} 篇`,
      ...(known > 0 ? [`以前导入过、没有改动的 ${known} 篇`] : []),
      ...(errors.length > 0 ? [`没有导入的文件 ${errors.length} 个`] : []),
    ].join('，')}。`,
  );
  return blocks.join('\n\n');
}

/** One line for the pictures that nothing refers to. */
function unusedLine(input: string, pictures: string[]): string {
  const names = pictures.slice(0, MAX_PICTURES).join('、');
  const more = pictures.length > MAX_PICTURES ? '等' : '';
  return `${input}：有 ${pictures.length} 张图片没有稿件提到，没有导入：${names}${more}。要用的，在稿件里写上文件名再导入，或者以后补`;
}

function formatArticle(article: ReportedArticle): string {
  const people = article.byline
    .map(({ name, role, org }) => [org, role, name].filter(Boolean).join(' '))
    .join('、');
  const found: [string, string | null][] = [
    ['引题', article.kicker],
    ['副题', article.subtitle],
    ['专栏', article.series],
    ['栏目', article.category],
    ['电头', article.dateline],
    ['署名', people || null],
    ['来源', article.source],
    ['日期', article.date],
    ['园区', article.park.join('、') || null],
    ['县区', article.county.join('、') || null],
    ['体裁', article.genre],
    ['权利', article.rights],
    ['图片', article.pictures.length > 0 ? `${article.pictures.length} 张` : null],
  ];
  const lines = [
    `${article.file}${article.written ? '' : '（以前导入过，没有改动）'}`,
    `  标题：${article.title ?? '（原稿无题）'}`,
    ...found.flatMap(([label, value]) => (value === null ? [] : [`  ${label}：${value}`])),
  ];
  if (article.links.length > 0) lines.push('  链接：', ...linkLines(article.links));
  if (article.blanks.length > 0) {
    lines.push(
      '  请补：',
      ...article.blanks.map(({ field, label, hint }) => `    ${label}（${field}）：${hint}`),
    );
  }
  if (article.warnings.length > 0) {
    lines.push(
      '  请看：',
      ...article.warnings.map(({ message, quote, line }) => {
        const where = line === null ? '' : `第${line}行 `;
        return `    ${where}${message}${quote === null ? '' : `：“${shortened(quote)}”`}`;
      }),
    );
  }
  return lines.map((line) => escapeControls(line)).join('\n');
}

function linkLines(links: PageLink[]): string[] {
  const shown = links.slice(0, MAX_LINKS).map(({ text, url }) => `    ${shortened(text)} ${url}`);
  return links.length > MAX_LINKS
    ? [...shown, `    另有 ${links.length - MAX_LINKS} 个，用 --json 看`]
    : shown;
}

function shortened(text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ').trim()];
  return characters.length > MAX_QUOTE_LENGTH
    ? `${characters.slice(0, MAX_QUOTE_LENGTH).join('')}…`
    : characters.join('');
}
