import type { FieldToFill } from '#core/write-front-matter.ts';
import type { Draft } from './draft.ts';
import type { ImportWarning } from './manuscript.ts';
import { escapeControls } from '#core/text/control-character.ts';
import { withMaskedNumbers } from '#core/text/personal-number.ts';

/** The report for machines; absent values are null. */
export interface ImportReport {
  articles: ReportedArticle[];
  errors: ImportError[];
  removed: RemovedText[];
}

export interface ReportedArticle {
  input: string;
  /** The file that was written, or that holds the article since an earlier import. */
  file: string;
  /** False where the article had been imported before: its file is left as it is. */
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
  blanks: FieldToFill[];
  warnings: { code: string; message: string; quote: string | null; line: number | null }[];
}

export interface ImportError {
  input: string;
  message: string;
  fix: string;
}

export interface RemovedText {
  input: string;
  text: string;
  reason: string;
}

/** What the report says of a draft, apart from its file. */
export function reported(
  draft: Draft,
  blanks: FieldToFill[],
  pictures: string[],
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
    blanks,
    warnings: draft.warnings.map(({ code, message, quote, line }: ImportWarning) => ({
      code,
      message,
      quote: quote === undefined ? null : withMaskedNumbers(quote),
      line: line ?? null,
    })),
  };
}

const LONGEST_SHOWN = 60;

/** The report for people: a block an article, then what was left out, then what could not be read. */
export function formatReport({ articles, errors, removed }: ImportReport): string {
  const blocks = articles.map(formatArticle);
  const inputs = [...new Set(removed.map(({ input }) => input))];
  for (const input of inputs) {
    const lines = removed
      .filter((each) => each.input === input)
      .map(({ text, reason }) => `    ${reason}：${shortened(text)}`);
    blocks.push([`${input}：没有收进稿件的文字`, ...lines].map((line) => escapeControls(line)).join('\n'));
  }
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

function shortened(text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ').trim()];
  return characters.length > LONGEST_SHOWN
    ? `${characters.slice(0, LONGEST_SHOWN).join('')}…`
    : characters.join('');
}
