import type { Block, ImportWarning, Paragraph } from '../manuscript.ts';
import { isParagraph, bodyText, mark, type Range, replace } from '../spans.ts';

/** How a masked name is printed in the bulletin. */
const MASK = '××';
/** What names of places and offices end in: a mask before it stands for the name. */
const PLACE = '省市县区州旗盟镇乡村街局委园';
/** Signs that stand for a name that is kept back: `XX县`, `某XX`; `**县`; `X市`; `○○镇`, but not 二○○八年. */
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
/** A mask in the midst of what is no name of a place. */
const OVER = new RegExp(`${MASK}(?!\\p{Script=Han}{0,2}[${PLACE}籍辖])\\p{Script=Han}{2,6}`, 'gu');
/** An official by name: whoever reads it knows the place. */
const OFFICIAL = /[县市区](?:委书记|长)\p{Script=Han}{2,3}(?=带队|说|表示|介绍|指出|率|主持|调研|[，。、])/u;
/** Bold as it is typed into plain text. */
const BOLD = /\*\*([^*\n]{1,60})\*\*/gu;

/**
 * Writes the masks of a manuscript (`**县`, `XX县`, `X市`) in one way, `××县`, and reads as bold what
 * stands between two pairs of asterisks that are no masks.
 * @returns the paragraphs that hold masks, each with what stood there
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

/** What an editor has to know of an article's masks. */
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
    for (const { index, 0: quote } of masked.has(paragraph) ? text.matchAll(OVER) : []) {
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
