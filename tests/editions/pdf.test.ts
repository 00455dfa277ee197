import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaptionedPicture } from '../../src/core/content.ts';
import { articlesOf, articleText, type IssueDocument } from '../../src/editions/index.ts';
import { qrCode } from '../../src/assets/qr-code.ts';
import { glyphWarnings } from '../../src/editions/pdf/glyph-warnings-fs.ts';
import { type PdfEdition, renderPdf } from '../../src/editions/pdf/render-pdf-fs.ts';
import { printPicture } from '../../src/pictures/print-picture-fs.ts';
import { requirePackages } from '../lib/debian-package.ts';
import { type MadeArticle, madeIssue } from '../lib/made-document.ts';

/** A page is 595.28 × 841.89 points; text stands within these. */
const LEFT = 54;
const RIGHT = 541.6;
const MIDDLE = 297;
/** Width of the empty half of a bracket or mark, which may exceed the margin. */
const HALF = 6;
const OPTIONS = { accent: '#a61f17', picture: printPicture, qrCode } as const;
/** Marks that must not begin a line (W3C clreq, 3.1.7, and those of `typeset.ts`). */
const BARRED = /^[，。、；：？！）》」』】〕”’…·—～]/u;

const folder = mkdtempSync(path.join(tmpdir(), 'bulletin-pdf-'));
afterAll(() => rmSync(folder, { recursive: true }));
let document: IssueDocument;
let edition: PdfEdition;
let file: string;

const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1e9 });

beforeAll(async () => {
  requirePackages('poppler-utils', 'qpdf');
  document = await madeIssue(await hardArticles());
  edition = await renderPdf(document, OPTIONS);
  file = path.join(folder, 'issue.pdf');
  writeFileSync(file, edition.bytes);
}, 60_000);

describe('the PDF of an issue', () => {
  it('contains every character of every article in order', () => {
    const printed = withoutRepeats(squeezed(withoutFurniture(run('pdftotext', '-raw', file, '-'))));
    let at = 0;
    for (const article of articlesOf(document)) {
      const expected = squeezed(shown(articleText(article)));
      const begin = printed.indexOf(expected.slice(0, 24), at);
      expect(begin, article.title).toBeGreaterThan(-1);
      const { missing, extra, end } = compared(expected, printed.slice(begin));
      expect({ title: article.title, missing }).toEqual({ title: article.title, missing: '' });
      // Numbers of notes and items, which Typst counts.
      expect(extra.replaceAll(/[\d.•‣]/gu, ''), article.title).toBe('');
      at = begin + end;
    }
  });

  it('has an outline of columns, articles and headings', () => {
    const { outlines } = JSON.parse(run('qpdf', '--json', '--json-key=outlines', file)) as {
      outlines: Outline[];
    };
    const expected = document.columns.map(({ category, articles }) => ({
      title: category.name,
      kids: articles.map(({ title }) => shown(title)),
    }));
    expect(outlines.map(({ title, kids }) => ({ title, kids: kids.map((kid) => kid.title) }))).toEqual(
      expected,
    );
  });

  it('embeds all fonts as subsets, is tagged and valid', () => {
    const fonts = run('pdffonts', file).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+NotoSerifSC-\S+\s.*\syes\s+yes\s+yes\s/u);
    expect(run('pdfinfo', file)).toMatch(/Tagged:\s+yes/u);
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
    expect(Buffer.from(edition.bytes).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('keeps text within the margins, and begins no line with a closing mark', () => {
    const lines = linesOf(run('pdftotext', '-bbox-layout', file, '-'));
    const barred = lines.filter(({ text, page }) => page > 2 && BARRED.test(text) && !/^——/u.test(text));
    expect(barred.map(({ text, page }) => `${page}: ${text}`)).toEqual([]);
    const outside = lines.filter(({ xMin, xMax }) => xMin < LEFT - HALF || xMax > RIGHT + HALF);
    expect(outside.map(({ text, page }) => `${page}: ${text}`)).toEqual([]);
  });

  it('keeps headings with the text below them', () => {
    const titles = new Set(['小标题甲', '小标题乙', '小标题丙']);
    const lines = linesOf(run('pdftotext', '-bbox-layout', file, '-'));
    const headings = lines.filter(({ text }) => titles.has(text));
    expect(headings.length).toBeGreaterThan(20);
    for (const heading of headings) {
      const below = lines.filter(
        ({ page, xMin, yMin }) =>
          page === heading.page &&
          yMin > heading.yMin + 5 &&
          yMin < 780 &&
          Math.abs(xMin - heading.xMin) < 60,
      );
      expect(below.length, `${heading.page}: ${heading.text}`).toBeGreaterThan(0);
    }
  });

  it('reports the place of a character without a glyph', async () => {
    const article = path.join(folder, 'rare.md');
    writeFileSync(article, '---\ntitle: 题\n---\n这里有𠀀字。\n');
    const articles = [{ id: '2022-09/rare', file: article, format: 'md' as const }];
    expect(await glyphWarnings(edition.missing.slice(0, 1), articles, 'content')).toEqual([
      `${article}:4 提醒：PDF 的字体没有“𠀀”（U+20000），印成方框和编码\n` +
        '  改法：核对这个字是不是打错；没有错就不用改，网页上照常显示。常见的表情符号请改用文字',
    ]);
    expect(await glyphWarnings([{ character: '𠀀' }], [], path.resolve('content'))).toEqual([
      expect.stringMatching(/^content\/site\.yaml 提醒：/u),
    ]);
  });

  it('draws a character without a glyph as a box with its code point, and reports it', () => {
    expect(edition.missing).toEqual([
      { article: '2022-09/rare', character: '𠀀' },
      { article: '2022-09/rare', character: '🎉' },
    ]);
  });

  it('is the same, byte for byte, when it is made again', async () => {
    const again = await renderPdf(document, OPTIONS);
    expect(Buffer.compare(again.bytes, edition.bytes)).toBe(0);
  });
});

interface Outline {
  title: string;
  kids: Outline[];
}

interface Line {
  page: number;
  xMin: number;
  xMax: number;
  yMin: number;
  text: string;
}

/** The lines of all columns; Poppler divides a line where marks are set closely. */
function linesOf(xml: string): Line[] {
  return xml.split('<page ').flatMap((part, page) => {
    const lines = new Map<string, Line>();
    const fragments = Array.from(
      part.matchAll(/<line xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)"[^>]*>(.*?)<\/line>/gsu),
      ([, xMin, yMin, xMax, words = '']): Line => ({
        page,
        xMin: Number(xMin),
        xMax: Number(xMax),
        yMin: Number(yMin),
        text: words.replaceAll(/<[^>]*>|\s/gu, ''),
      }),
    ).toSorted((one, other) => one.xMin - other.xMin);
    for (const fragment of fragments) {
      const column = fragment.xMin < MIDDLE ? 'left' : 'right';
      const near = [-2, -1, 0, 1, 2].map((step) => `${column} ${Math.round(fragment.yMin) + step}`);
      const line = near.map((key) => lines.get(key)).find((found) => found !== undefined);
      if (line) {
        line.text += fragment.text;
        line.xMax = Math.max(line.xMax, fragment.xMax);
      } else lines.set(`${column} ${Math.round(fragment.yMin)}`, fragment);
    }
    return [...lines.values()];
  });
}

/** Without running heads and page numbers. */
function withoutFurniture(text: string): string {
  return text
    .split('\f')
    .map((page) =>
      page
        .split('\n')
        .filter((line, index) => !(index === 0 && line.startsWith('某某导刊')))
        .join('\n')
        .replace(/\n\d+\s*$/u, ''),
    )
    .join('\n');
}

/** Without the header of the wide table on all pages but its first. */
function withoutRepeats(text: string): string {
  const header = Array.from({ length: 9 }, (_, index) => `指标名称${index}`).join('');
  const end = text.indexOf(header) + header.length;
  return text.slice(0, end) + text.slice(end).replaceAll(header, '');
}

/** The characters as they are printed: those without a glyph as their code point. */
function shown(text: string): string {
  return text.replaceAll('𠀀', 'U+20000').replaceAll('🎉', 'U+1F389');
}

function squeezed(text: string): string {
  return text.normalize('NFC').replaceAll(/\s/gu, '');
}

/** Finds an expected text in a printed one, in order; the printed one may contain more. */
function compared(expected: string, printed: string): { missing: string; extra: string; end: number } {
  let extra = '';
  let at = 0;
  for (const [index, character] of [...expected].entries()) {
    const found = printed.indexOf(character, at);
    if (found < 0 || found - at > 12)
      return { missing: [...expected].slice(index, index + 40).join(''), extra, end: at };
    extra += printed.slice(at, found);
    at = found + character.length;
  }
  return { missing: '', extra, end: at };
}

const SENTENCE =
  '园区把串着走的流程改成并着走：审批并联，验收联合，材料在网上流转。“一窗受理”之后，企业说“少跑了三趟”（据统计）——这只是开头……增长5.5%，共有《管理办法》《实施细则》2份、企业3000余家；张三·李四等人说：“好！”';

async function hardArticles(): Promise<MadeArticle[]> {
  const pictures = Object.fromEntries(
    await Promise.all(
      Array.from({ length: 30 }, async (_, index): Promise<[string, CaptionedPicture]> => [
        `./images/${index}.jpg`,
        { picture: await madePicture(index), alt: `画面${index}` },
      ]),
    ),
  );
  const paragraphs = (count: number, from = 0) =>
    Array.from(
      { length: count },
      (_, index) => SENTENCE.slice((index + from) % 9) + SENTENCE.slice(0, 31 * ((index + from) % 4)),
    ).join('\n\n');
  const sections = ['小标题甲', '小标题乙', '小标题丙'].map(
    (title, index) => `## ${title}\n\n${paragraphs(3, index)}`,
  );
  const wide = [
    `| ${Array.from({ length: 9 }, (_, index) => `指标名称${index}`).join(' | ')} |`,
    `| ${Array.from({ length: 9 }, () => '---:').join(' | ')} |`,
    ...Array.from(
      { length: 60 },
      (_, row) =>
        `| ${Array.from({ length: 9 }, (__, column) => (column === 0 ? `开发区${row}` : `${row * 7 + column}.5`)).join(' | ')} |`,
    ),
  ].join('\n');
  return [
    { slug: 'to-readers', title: '推开一扇窗', category: '卷首', body: paragraphs(3) },
    {
      slug: 'lead',
      title: '四四四千亿元投资落向何处看园区怎样把项目进度和产业链条一段一段接长再把成果留在当地',
      kicker: '河北经开区前八个月观察',
      subtitle: '——从审批时限看园区成色',
      lead: true,
      category: '特稿',
      body: [...sections, ...sections].join('\n\n'),
    },
    ...Array.from({ length: 12 }, (_, index): MadeArticle => ({
      slug: `news-${index}`,
      title:
        index % 2
          ? `第${index}号园区一窗办成一件事`
          : `第${index}批“标准地”承诺制改革落地，企业拿地到开工最快只用五个工作日`,
      category: index < 6 ? '园区要闻' : '双招双引',
      body: sections.slice(0, 1 + (index % 3)).join('\n\n'),
    })),
    {
      slug: 'long',
      title: '两万字长文',
      category: '调研',
      body: Array.from({ length: 12 }, () => sections.join('\n\n')).join('\n\n'),
    },
    {
      slug: 'wide',
      title: '一张宽表',
      category: '数据',
      body: `${paragraphs(1)}\n\n${wide}\n\n${paragraphs(1)}`,
    },
    {
      slug: 'pictures',
      title: '三十张图片',
      category: '图片新闻',
      pictures,
      body: Object.keys(pictures)
        .map(
          (source, index) =>
            `${paragraphs(1, index)}\n\n![画面${index}](${source} "图注${index}｜摄影：某某")`,
        )
        .join('\n\n'),
    },
    {
      slug: 'rare',
      title: '生僻字𠀀与表情',
      category: '杂项',
      corrections: [{ date: '2022年10月12日', text: '首发时正文有误，已改正。' }],
      body: [
        '这里有𠀀字，还有🎉，又有𠀀。',
        '着重的地方：这里**加粗**，这里*着重*，这里~~删去~~，还有`const a = "#x[y]"`。',
        '| 名称 | 数 |\n| --- | ---: |\n| 表中有注[^1] | 5 |\n| 网址 https://example.com/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/b | 6 |',
        '正文也有注[^2]。很长的网址：https://example.com/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa?b=1',
        '> 引文一段。\n>\n> 引文二段。',
        '- 甲项\n- 乙项\n  - 子项',
        '3. 第三\n4. 第四',
        '```\nlet 变量 = 1;\n    缩进;\n```',
        '---',
        '末段 #strong[x] $x$ @label <a> // \\u{41} *_`。',
        '[^1]: 表里的注。\n[^2]: 正文的注，含*着重*。',
      ].join('\n\n'),
    },
  ];
}

async function madePicture(index: number): Promise<CaptionedPicture['picture']> {
  const width = 1600;
  const height = index % 3 === 0 ? 2000 : 1000;
  const bytes = await sharp({
    create: { width, height, channels: 3, background: { r: index * 8, g: 120, b: 90 } },
  })
    .jpeg()
    .toBuffer();
  const file = path.join(folder, `${index}.jpg`);
  writeFileSync(file, bytes);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return { hash, format: 'jpeg', width, height, file };
}
