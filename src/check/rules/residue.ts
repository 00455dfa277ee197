import { asTyped, eachMatch } from '../text/matches.ts';
import { isHanzi } from '../text/segment.ts';
import type { TextRule } from '../text-rule.ts';

/** Without `&amp;`, `&lt;` and `&#x20;`, which Markdown itself needs. */
const PATTERNS = [
  /\[bookmark[^\]\n]{0,80}\]/giu,
  /##[a-z][a-z_-]{2,40}##/giu,
  /\[返回[^\]\n]{0,30}\]/gu,
  /(?<!bookmark: |[\w-])_(?:Toc|Ref|Hlk|GoBack)\d*/gu,
  /&(?:nbsp|ensp|emsp|ldquo|rdquo|lsquo|rsquo|mdash|hellip|middot|quot|#\d{2,6}|#x(?!20;)[\da-f]{2,5});/giu,
  /\\?<\/?(?:p|br|div|span|font|strong|em|img|a|table|tr|td|h[1-6]|o:p)(?:\s[^>\n]{0,200})?\/?>/giu,
  /\{(?:\\\*|HYPERLINK|PAGEREF|TOC)[^}\n]{0,80}\}|(?:HYPERLINK|PAGEREF) (?:\\l )?"[^"\n]{0,200}"/gu,
  /\\?\* ?MERGEFORMAT|\{\{[^{}\n]{0,40}\}\}/gu,
  /错误！(?:未找到引用源|未定义书签)。?/gu,
];

/** HTML in the body, which the loader reports. */
const TAG = /^<\/?[a-z]/iu;

export const rule: TextRule = {
  id: 'residue',
  severity: 'error',
  title: '导入残留',
  why: '从 Word、网页或文库带来的书签、导航和代码，读者会原样看到。',
  examples: [
    {
      bad: '[bookmark: _Toc12345]某县园区开工',
      line: 1,
      column: 1,
      problem: '这里留着导入时带来的“[bookmark: _Toc12345]”',
      fix: '删去',
      good: '某县园区开工',
    },
    {
      bad: '##paidbegin##（一）先把地备好。',
      line: 1,
      column: 1,
      problem: '这里留着导入时带来的“##paidbegin##”',
      fix: '删去',
      good: '（一）先把地备好。',
    },
    {
      bad: '全文完。\n\n[返回首页](/)',
      line: 3,
      column: 1,
      problem: '这里留着导入时带来的“[返回首页]”',
      fix: '删去',
      good: '全文完。',
    },
    {
      bad: '一期已经投产。&nbsp;二期在建。',
      line: 1,
      column: 8,
      problem: '这里留着导入时带来的“&nbsp;”',
      fix: '删去',
      good: '一期已经投产。二期在建。',
    },
    {
      bad: '某县园区\\<br>开工',
      field: 'title',
      line: 1,
      column: 5,
      problem: '这里留着导入时带来的“\\<br>”',
      fix: '删去',
      good: '某县园区开工',
    },
  ],
  fine: ['企业分布为 A<B 的关系，见“R&D”一栏。', '他们按时返回首页登记的住址。'],
  find(article) {
    const typed = asTyped(article);
    const marks = PATTERNS.flatMap((pattern) =>
      eachMatch(typed, pattern, ([found], { kind }) =>
        kind !== 'field' && TAG.test(found)
          ? undefined
          : { problem: `这里留着导入时带来的“${found.slice(0, 40)}”`, fix: '删去' },
      ),
    );
    const seen = new Set(marks.map(({ passage }) => passage));
    const phrases = typed
      .filter((passage) => !seen.has(passage))
      .flatMap((passage) =>
        article.words.residue.flatMap((phrase) => {
          const index = aloneIn(passage.text, phrase);
          if (index < 0) return [];
          return { passage, index, length: phrase.length, problem: `这里留着“${phrase}”`, fix: '删去' };
        }),
      );
    return [...marks, ...phrases];
  },
};

/** Where the phrase first stands outside a sentence; -1 if it does nowhere. */
function aloneIn(text: string, phrase: string): number {
  let index = text.indexOf(phrase);
  while (index >= 0 && !isAlone(text, phrase, index)) index = text.indexOf(phrase, index + 1);
  return index;
}

/** Whether the phrase is not part of a sentence, where it may be meant. */
function isAlone(text: string, phrase: string, index: number): boolean {
  let [before, after] = [index - 1, index + phrase.length];
  while (isBlank(text.charAt(before))) before -= 1;
  while (isBlank(text.charAt(after))) after += 1;
  return !isHanzi(text[before]) || !isHanzi(text[after]);
}

function isBlank(char: string): boolean {
  return char !== '' && char.trim() === '';
}
