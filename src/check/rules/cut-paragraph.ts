import { OBJECT_REPLACEMENT, type TextFinding, type Passage, type TextRule } from '../text-rule.ts';
import { cited } from '../text/matches.ts';
import { isHanzi, wordsOf } from '../text/segment.ts';

/** Shorter paragraphs are headings and signatures; without punctuation inside, longer ones are too. In characters. */
const MIN_LENGTH = 20;
const MIN_LENGTH_WITHOUT_MARKS = 50;
/** A last word that needs a continuation. */
const OPEN_END = /[的和与及或为在把将被对从向以由等并且而但使让给于是]$/u;
/** A line of a list, `投资规模：……`, or an attribution, `——某厂厂长`. */
const LABELLED = /^(?:[^，。；：！？]{1,12}：|[●■▲◆○□△·※])/u;
const CLOSED = /[。！？!?….；;：:—](?:[”’』」）》)]*)$|[）)》】\uFFFC]$/u;
const QUOTED_END = /[”’』」]$/u;
const HEADING =
  /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十]+[章节条部]|\d+[.、．])/u;
const LINE_OF_NAMES = /[@□■●｜|]|\p{sc=Han}[ \u3000]+\p{sc=Han}|\d{4}年\d{1,2}月\d{1,2}日$|\d{6,}$/u;
/** Marks that cannot begin a paragraph. */
const WRONG_BEGINNING = /^[，。、；：！？）》】]/u;

export const rule: TextRule = {
  id: 'cut-paragraph',
  severity: 'warning',
  title: '段落断开',
  why: '从版面或 PDF 复制来的文字常在半句处断成两段，后半段还可能丢了。',
  examples: [
    {
      bad: '招来的企业分到三个园区，各管一段，园区的收成明显提\n\n高了一截。',
      line: 1,
      column: 25,
      problem: '这一段没有说完就断了：“段，园区的收成明显提”，下一段是“高了一截。”',
      fix: '删去中间的空行，连成一段；中间丢了文字的，对照原稿补上',
      good: '招来的企业分到三个园区，各管一段，园区的收成明显提高了一截。',
    },
    {
      bad: '县里派十二名干部住进园区，帮企业跑手续，为\n\n新来的人解难题。',
      line: 1,
      column: 21,
      problem: '这一段没有说完就断了：“区，帮企业跑手续，为”，下一段是“新来的人解难题。”',
      fix: '删去中间的空行，连成一段；中间丢了文字的，对照原稿补上',
      good: '县里派十二名干部住进园区，帮企业跑手续，为新来的人解难题。',
    },
    {
      bad: '全县上半年完成投资\n\n，比上年增长5%。',
      line: 3,
      column: 1,
      problem: '段落以“，”开头',
      fix: '和上一段连成一段',
      good: '全县上半年完成投资，比上年增长5%。',
    },
    {
      bad: '第一段在这里说完。\n\n这座园区把小厂请进一个院子，统一办证，统一治',
      line: 3,
      column: 22,
      problem: '这一段没有说完就断了：“子，统一办证，统一治”',
      fix: '对照原稿补上后面的文字和句末标点',
      good: '第一段在这里说完。\n\n这座园区把小厂请进一个院子，统一办证，统一治污。',
    },
  ],
  fine: [
    '一、先把地备好，再把路修通，为企业落户打好“底子”\n\n今年以来，全县开工12个项目。',
    '**第一步先把地备好，再把路修通，然后把人请来**\n\n今年以来，全县开工12个项目。',
    '会议提出以下三点要求，请各园区对照办理：\n\n一是备地。',
    '正文说完了，这里是最后一段。\n\n某某园区导刊编辑部、某县融媒体中心',
  ],
  find({ passages }) {
    const body = passages.filter(({ kind }) => kind !== 'alt' && kind !== 'caption');
    return body.flatMap((passage, at) => findingIn(passage, body[at - 1], body[at + 1]) ?? []);
  },
};

function findingIn(
  passage: Passage,
  before: Passage | undefined,
  after: Passage | undefined,
): TextFinding | undefined {
  const { text, kind } = passage;
  if (kind !== 'paragraph') return undefined;
  const follows = (one: Passage | undefined, other: Passage | undefined) =>
    one?.kind === 'paragraph' && other?.kind === 'paragraph' && other.block === one.block + 1;
  if (WRONG_BEGINNING.test(text)) {
    const fix = follows(before, passage) ? '和上一段连成一段' : '删去，或补上前面缺的文字';
    return { passage, index: 0, length: 1, problem: `段落以“${text[0]}”开头`, fix };
  }
  if (!isUnfinished(passage)) return undefined;
  if (after && after.kind !== 'heading' && !follows(passage, after)) return undefined;
  if (after && WRONG_BEGINNING.test(after.text)) return undefined;
  const crosses = after?.kind === 'paragraph' && crossesWord(text, after.text);
  const isListed = [before, after].some((other) => other && LABELLED.test(other.text) && LABELLED.test(text));
  if (!crosses && (isListed || !isProse(text))) return undefined;
  return {
    passage,
    index: text.length - 1,
    length: 1,
    problem: `这一段没有说完就断了：“${cited(text.slice(-10))}”${next(after)}`,
    fix: fixBefore(after),
  };
}

function next(after: Passage | undefined): string {
  if (!after) return '';
  return after.text === OBJECT_REPLACEMENT
    ? '，下一段是图片'
    : `，下一段是“${cited(after.text.slice(0, 10))}”`;
}

function fixBefore(after: Passage | undefined): string {
  if (!after) return '对照原稿补上后面的文字和句末标点';
  const where = after.text === OBJECT_REPLACEMENT ? '把图片移到后半段的后面' : '删去中间的空行';
  return `${where}，连成一段；中间丢了文字的，对照原稿补上`;
}

function isUnfinished({ text, bold }: Passage): boolean {
  if (!bold && /[，、]$/u.test(text)) return true;
  if (bold || CLOSED.test(text) || HEADING.test(text) || LINE_OF_NAMES.test(text)) return false;
  if (/^—[^。；]+$/u.test(text)) return false;
  return !QUOTED_END.test(text) || text.length > MIN_LENGTH * 2;
}

function isProse(text: string): boolean {
  return (
    text.length > MIN_LENGTH_WITHOUT_MARKS ||
    (text.length > MIN_LENGTH && (/[，。；]/u.test(text) || OPEN_END.test(text)))
  );
}

/** Whether a word of the dictionary is split between two paragraphs. */
function crossesWord(head: string, tail: string): boolean {
  if (!isHanzi(head.at(-1)) || !isHanzi(tail[0]) || head.length < MIN_LENGTH / 2) return false;
  const left = head.slice(-6);
  return wordsOf(left + tail.slice(0, 6)).some(
    ({ text, index }) => index < left.length && left.length < index + text.length,
  );
}
