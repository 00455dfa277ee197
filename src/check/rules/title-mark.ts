import type { TextFinding, Passage, TextRule } from '../text-rule.ts';

const TITLES = ['title', 'kicker', 'subtitle', 'shortTitle'];
/** Marks at the end and the blanks between them. */
const END = /[。，、；：,;\s]*[。，、；：,;]\s*$/u;

export const rule: TextRule = {
  id: 'title-mark',
  severity: 'warning',
  title: '标题标点',
  why: '标题末尾不用句号、逗号；副题的破折号由版式自动加。',
  examples: [
    {
      bad: '某县园区开工。',
      field: 'title',
      line: 1,
      column: 7,
      problem: '标题末尾有“。”',
      fix: '某县园区开工',
      good: '某县园区开工',
    },
    {
      bad: '——记园区的一天',
      field: 'subtitle',
      line: 1,
      column: 1,
      problem: '副题前面写了“——”，印出来会有两个',
      fix: '记园区的一天',
      good: '记园区的一天',
    },
    {
      bad: '## 把地备好，\n\n先备地。',
      line: 1,
      column: 8,
      problem: '标题末尾有“，”',
      fix: '把地备好',
      good: '## 把地备好\n\n先备地。',
    },
  ],
  fine: ['## 先把地备好。\n\n一是平整。', '## 地从哪里来？\n\n从围墙里来。'],
  find: ({ passages }) => passages.flatMap((passage) => findingsIn(passage)),
};

function findingsIn(passage: Passage): TextFinding[] {
  const { kind, key, text } = passage;
  const isTitle = TITLES.includes(key ?? '');
  if (!isTitle && kind !== 'heading') return [];
  const findings: TextFinding[] = [];
  const end = END.exec(text);
  if (end && (isTitle || !text.endsWith('。'))) {
    const [{ length }, index] = [end[0], end.index];
    findings.push({
      passage,
      index,
      length,
      problem: `标题末尾有“${end[0].trim()}”`,
      fix: text.slice(0, index) || '删去',
    });
  }
  const dash = key === 'subtitle' ? /^(?:——?|--+)/u.exec(text)?.[0] : undefined;
  if (dash !== undefined) {
    const fix = text.slice(dash.length);
    findings.push({
      passage,
      index: 0,
      length: dash.length,
      problem: `副题前面写了“${dash}”，印出来会有两个`,
      fix,
    });
  }
  return findings;
}
