import type { Block, ImportWarning, Paragraph } from '../manuscript.ts';
import { isParagraph, bodyText, mark, type Range, replace } from '../spans.ts';

/** How a masked name is printed in the bulletin. */
const MASK = '××';
/** Last characters of names of places and offices. A mask in front of one stands for a name. */
const PLACE = '省市县区州旗盟镇乡村街局委园';
/** Masks for a withheld name: `XX县`, `某XX`; `**县`; `X市`; `○○镇`, but not 二○○八年. */
const SIGNS = new RegExp(
  [
    '(?<![A-Za-z0-9])(?:[XxＸｘ]{2,6}|×{2,6})(?=\\p{Script=Han})',
    '(?<=\\p{Script=Han})(?:[XxＸｘ]{2,6}|×{2,6})(?![A-Za-z0-9])',
    '(?<=[（(])(?:[XxＸｘ]{2,6}|×{2,6})(?=[）)])',
    `(?:\\*{2,6}|＊{2,6})(?=[${PLACE}])`,
    `(?<![A-Za-z0-9×])[XＸ×](?=[省市县区州镇乡村])`,
    `(?<![一二三四五六七八九十])[○〇]{2,6}(?=[${PLACE}])`,
  ].join('|'),
  'gu',
);
/** A mask that is not followed by the end of a place name. */
const OVER_MASKED = new RegExp(`${MASK}(?!\\p{Script=Han}{0,2}[${PLACE}籍辖])\\p{Script=Han}{2,6}`, 'gu');
/** An official's name, which reveals the place. */
const OFFICIAL = /[县市区](?:委书记|长)\p{Script=Han}{2,3}(?=带队|说|表示|介绍|指出|率|主持|调研|[，。、])/u;
/** Markdown bold in plain text. */
const BOLD = /\*\*([^*\n]{1,60})\*\*/gu;

/**
 * Normalizes the masks of a manuscript (`**县`, `XX县`, `X市`) to `××县`. Text between two pairs of
 * asterisks that are not masks becomes bold.
 * @returns the paragraphs with masks, each with the original texts
 */
export function writeMasks(blocks: Block[]): Map<Paragraph, string[]> {
  const masked = new Map<Paragraph, string[]>();
  for (const block of blocks) {
    if (!isParagraph(block)) continue;
    const text = bodyText(block.spans);
    const found = [...text.matchAll(SIGNS)];
    if (found.length > 0) {
      const ranges = found.map(({ index, 0: sign }): Range => [index, index + sign.length]);
      block.spans = replace(block.spans, ranges, () => MASK);
      masked.set(
        block,
        found.map(({ index, 0: sign }) => text.slice(index, index + sign.length + 1)),
      );
    }
    writeBold(block);
  }
  return masked;
}

function writeBold(paragraph: Paragraph): void {
  const found = [...bodyText(paragraph.spans).matchAll(BOLD)];
  if (found.length === 0) return;
  const inner = found.map(({ index, 0: all }): Range => [index + 2, index + all.length - 2]);
  const signs = inner.flatMap(([from, to]): Range[] => [
    [from - 2, from],
    [to, to + 2],
  ]);
  paragraph.spans = mark(mark(paragraph.spans, inner, { strong: true }), signs, { dropped: '粗体记号' });
}

/** Warnings about an article's masks. */
export function maskWarnings(paragraphs: Paragraph[], masked: Map<Paragraph, string[]>): ImportWarning[] {
  const found = paragraphs.flatMap((paragraph) => masked.get(paragraph) ?? []);
  const [first] = found;
  if (first === undefined) return [];
  const warnings: ImportWarning[] = [
    {
      code: 'masked',
      message: `原稿隐去了地名（共${found.length}处），已统一写成“${MASK}”，并标明 masked: true。不要补写真名`,
      quote: first,
    },
  ];
  for (const paragraph of paragraphs) {
    const text = bodyText(paragraph.spans);
    const { line } = paragraph;
    for (const { index, 0: quote } of masked.has(paragraph) ? text.matchAll(OVER_MASKED) : []) {
      warnings.push({
        code: 'over-masking',
        message: '隐名的记号后面不是地名的字眼，可能盖住了别的字，请对照原件',
        quote: text.slice(Math.max(0, index - 6), index + quote.length),
        line,
      });
    }
    const official = OFFICIAL.exec(text)?.[0];
    if (official) {
      warnings.push({
        code: 'mask-leak',
        message: '地名隐去了，但从这里的姓名、职务仍能认出是哪里，请决定是否一并隐去',
        quote: official,
        line,
      });
    }
  }
  return warnings;
}
