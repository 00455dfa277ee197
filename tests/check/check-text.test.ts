import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkText, type TextInput } from '../../src/check/check-text.ts';
import { passagesOf } from '../../src/check/text/passages.ts';
import { wordListsSchema } from '../../src/core/schema/word-lists.ts';
import { parseYaml } from '../../src/core/yaml-source.ts';
import { parseBody } from '../../src/markdown/parse.ts';
import { defaultWords, withDefaults } from '../../src/check/words/word-lists-fs.ts';

const summaries = (input: Partial<TextInput>) =>
  checkText({ body: '', format: 'md', bodyLine: 10, ...input }).map(
    ({ severity, rule, line, column }) => `${line}:${column} ${severity} ${rule}`,
  );

describe('positions', () => {
  it.each([
    ['第一段。\n\n> 引文，，在此。', '12:5 warning repeated-mark'],
    ['- 甲\n- 乙，，丙', '11:4 warning repeated-mark'],
    ['| 名 | 值 |\n| - | - |\n| 甲，，乙 | 5 |', '12:4 warning repeated-mark'],
    ['**加粗**的，，字', '10:8 warning repeated-mark'],
    ['一行，\n两行，，还是一段。', '11:3 warning repeated-mark'],
    ['转义\\*，，字', '10:5 warning repeated-mark'],
    ['甲&amp;，，乙', '10:7 warning repeated-mark'],
    ['见 www.example.com，，后文。', '10:18 warning repeated-mark'],
    ['[链接，，文字](https://example.com)', '10:4 warning repeated-mark'],
    ['正文[^1]。\n\n[^1]: 注，，文', '12:8 warning repeated-mark'],
    ['![画，，面](./a.jpg)', '10:4 warning repeated-mark'],
    ['![画面](./a.jpg "图，，注")', '10:17 warning repeated-mark'],
  ])('of %j', (body, expected) => expect(summaries({ body })).toEqual([expected]));

  it.each([
    ['ignores code', '`甲，，乙`\n\n```\n甲，，乙\n```'],
    ['ignores addresses', '[甲](https://example.com/甲，，乙)'],
    ['joins the lines of a paragraph', '项目开\n工了。'],
    ['splits at a hard break', '第一行  \n行二说。'],
  ])('%s', (_, body) => expect(summaries({ body })).toEqual([]));

  it('come from the front matter first, then from the body', () => {
    const fields = [{ key: 'title', text: '园区，，开工', line: 2, column: 8 }];
    expect(summaries({ body: '甲，，乙', fields })).toEqual([
      '2:10 warning repeated-mark',
      '10:2 warning repeated-mark',
    ]);
  });

  it('come from the front matter only where MDX is malformed', () => {
    const fields = [{ key: 'title', text: '园区，，开工', line: 2, column: 8 }];
    expect(summaries({ body: '占比<5，，', format: 'mdx', fields })).toEqual(['2:10 warning repeated-mark']);
    expect(summaries({ body: '甲，，<BarChart data="乙，，1" />', format: 'mdx' })).toEqual([
      '10:2 warning repeated-mark',
    ]);
  });

  it('belong to passages with their kinds', () => {
    const body =
      '## 题\n\n段\n\n- 项\n\n> 引\n\n| 格 |\n| - |\n\n注[^1]\n\n[^1]: 注文\n\n![替](a.jpg "图注")';
    const parsed = parseBody(body, 'md');
    if ('finding' in parsed) throw new Error(parsed.finding.problem);
    const passages = passagesOf(parsed.tree, body, 1);
    expect(passages.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'heading 题',
      'paragraph 段',
      'item 项',
      'quote 引',
      'cell 格',
      'paragraph 注',
      'note 注文',
      'paragraph \uFFFC',
      'alt 替',
      'caption 图注',
    ]);
  });
});

describe('waivers', () => {
  const body = '甲，，乙。\n\n丙，，丁。';
  const at = { line: 5, column: 3 };
  it.each([
    [
      'cover a passage',
      { rule: 'repeated-mark', quote: '甲，，乙', reason: '原文如此' },
      ['12:2 warning repeated-mark'],
    ],
    ['cover an article', { rule: 'repeated-mark', reason: '原文如此' }, []],
    [
      'need a reason',
      { rule: 'repeated-mark', quote: '甲，，乙' },
      ['5:3 error waiver', '10:2 warning repeated-mark', '12:2 warning repeated-mark'],
    ],
    [
      'are reported when they are unused',
      { rule: 'dash', reason: '原文如此' },
      ['5:3 warning waiver', '10:2 warning repeated-mark', '12:2 warning repeated-mark'],
    ],
    [
      'are reported when the rule does not exist',
      { rule: 'repeated-marks', reason: '原文如此' },
      ['5:3 error waiver', '10:2 warning repeated-mark', '12:2 warning repeated-mark'],
    ],
  ])('%s', (_, waiver, expected) => {
    expect(summaries({ body, waivers: [{ ...waiver, ...at }] })).toEqual(expected);
  });

  it('have messages about their own problems', () => {
    const waivers = [
      { rule: 'dashs', reason: '' },
      { rule: 'dash' },
      { rule: 'sum', quote: '甲', reason: '是' },
    ];
    const findings = checkText({ body: '', format: 'md', bodyLine: 1, waivers });
    expect(findings.map(({ problem, fix }) => `${problem} | ${fix}`)).toEqual([
      '没有“dashs”这条规则，不能豁免 | 你是不是想写“dash”、“mask”？',
      '豁免“dash”没有写理由，不起作用 | 加一行 reason: 为什么这里可以不照规则',
      '豁免“sum”没有用上：“甲”没有这个问题 | 删去这条豁免；如果原文改过，quote 照新的原文写',
    ]);
  });
});

describe('word lists', () => {
  const words = withDefaults({
    typos: [{ wrong: '园曲', right: '园区', except: ['田园曲'] }],
    places: [{ wrong: '旧名', right: '新名' }],
    residue: ['本文由某某整理'],
    maps: ['地形图'],
    doubles: ['项目目录'],
    distinct: ['中研磨具'],
  });
  it.each([
    ['园曲开工，田园曲响起。', ['10:1 warning wrong-word']],
    ['会议部暑工作。', ['10:3 warning wrong-word']],
    ['货到旧名。', ['10:3 warning place-wording']],
    ['本文由某某整理', ['10:1 error residue']],
    ['![地形图](a.jpg)', ['10:3 warning map-approval']],
    ['项目目录在此。', []],
    ['中研模具开工，中研磨具投产。', []],
  ])('of an editor apply to %j', (body, expected) => expect(summaries({ body, words })).toEqual(expected));

  it('that come with the check use the notation of check.yaml', () => {
    const file = new URL('../../src/check/words/default-words.yaml', import.meta.url);
    const { data, findings } = parseYaml(readFileSync(file, 'utf8'));
    expect(findings).toEqual([]);
    expect(wordListsSchema.parse(data)).toEqual(data);
  });

  it('suggest only words without findings', () => {
    for (const { right } of [...defaultWords().typos, ...defaultWords().places]) {
      expect(summaries({ body: `这里写${right}。` })).toEqual([]);
    }
  });
});
