import { describe, expect, it } from 'vitest';
import { proofreader } from '../../src/check/proofreader.ts';
import { formatDiagnostic } from '../../src/core/diagnostic.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { article, bulletinFiles, type Files, messagesOf, writeFiles } from '../lib/bulletin-files.ts';

const MOBILE = '13912345678';
const IDENTITY = '11010519491231002X';
const ARTICLE = 'issues/2022-09/third.md';

/** All messages about a bulletin, including those of the text rules. */
async function allMessages(changes: Files): Promise<string> {
  const dir = await writeFiles(bulletinFiles(changes));
  const { diagnostics } = await readContent(dir, { proofreader, drafts: true, today: '2022-10-31' });
  return diagnostics.map((diagnostic) => formatDiagnostic(diagnostic)).join('\n');
}

/** Mistakes in every kind of field, each with a personal number in the text that the message quotes. */
const SLIPS = [
  'kicker: 电话@ #2 机组',
  'kicker: @',
  'kicker: "电话 @ "',
  'kicker: [电话@]甲',
  'kicker: 电话: @: 甲',
  'kicker：电话@',
  '电话@: 甲',
  'topics: 电话@',
  'topics: [电话@ #2]',
  'source: 电话@',
  'series: 电话@',
  'scope: 电话@',
  'county: 电话@',
  'genre: 电话@',
  'lead: 电话@',
  'order: 电话@',
  'date: 电话@',
  'aliases: [电话@]',
  'related: [电话@]',
  'cover: { src: ./images/电话@.jpg, alt: 甲 }',
  'cover: { src: ./a.svg, alt: 电话@ #2, credit: 甲 }',
  'interviewee: 电话@',
  'reprint: { url: 电话@ }',
  'waivers: [{ rule: 电话@, quote: 甲, reason: 乙 }]',
  'waivers: [{ rule: dash, quote: 电话@, reason: 乙 }]',
];
const BODIES = [
  '见[电话@](./电话@.md)。',
  '![电话@](./images/电话@.jpg)',
  '<b>电话@</b>',
  '电话@ ,电话@ ，，甲。',
  '“电话@',
  '电话@电话@',
  '[^@]',
  '| 电话@ | 乙 |\n| --- |\n| 甲 | 乙 | 电话@ |',
  '甲园《电话@开工。',
];
const FILES: [file: string, text: string][] = [
  ['site.yaml', 'title: 电话@ #2\ndescription: 甲\npublisher: 乙\n'],
  ['site.yaml', 'title: 甲\ndescription: 甲\npublisher: 乙\ncontacts: [{ label: 甲, value: @ }]\n'],
  [
    'categories.yaml',
    '- { id: 电话@, name: 园区要闻 }\n- { id: b, name: 电话@ }\n- { id: c, name: 电话@ }\n',
  ],
  ['topics.yaml', '- { id: a, name: 电话@ #2 }\n'],
  ['regions.yaml', "- { code: '@', name: 电话@ }\n"],
  ['parks/bing.yaml', 'name: 电话@ #2\ncounty: 电话@\nparent: 电话@\n'],
  ['check.yaml', 'phrases: [电话@ #2]\n电话@: 甲\n'],
  ['issues/2022-09/issue.yaml', 'year: 2022\ntitle: 电话@ #2\ncategories: [电话@]\npdf: 电话@.pdf\n'],
];

describe.each([
  ['a mobile number', MOBILE],
  ['one in groups', '139 1234 5678'],
  ['an identity number', IDENTITY],
])('%s appears in messages only masked', (_, number) => {
  const fill = (text: string) => text.replaceAll('@', number);
  const bare = (text: string) => text.replaceAll(/\s/gu, '');

  it.each(SLIPS)('in a mistake of front matter: %s', async (line) => {
    const messages = await allMessages({ [ARTICLE]: article('第三篇', `${fill(line)}\n`) });
    expect(messages).not.toBe('');
    expect(bare(messages)).not.toContain(bare(number));
  });

  it.each(BODIES)('in a body: %s', async (body) => {
    const messages = await allMessages({ [ARTICLE]: article('第三篇', '', fill(body)) });
    expect(messages).not.toBe('');
    expect(bare(messages)).not.toContain(bare(number));
  });

  it.each(FILES)('in %s: %s', async (file, text) => {
    const messages = await allMessages({ [file]: fill(text) });
    expect(messages).not.toBe('');
    expect(bare(messages)).not.toContain(bare(number));
  });
});

it('the corrected line has the mask in the place of the number', async () => {
  const lines = `kicker: 电话${MOBILE} #2 机组\n`;
  expect(await messagesOf({ [ARTICLE]: article('第三篇', lines) })).toEqual([
    `content/${ARTICLE}:9:1 错误：这里有手机号码 139****5678\n  改法：删去；确要公开的，写进 site.yaml 的 contacts 并标 public: true`,
    `content/${ARTICLE}:9:9 错误：“引题”(kicker)里的“ #”后面读不到（“#2 机组”会丢）\n  改法：kicker: "电话139****5678 #2 机组"`,
  ]);
});

it('the number of a public contact is not masked, even if the file has an error', async () => {
  const site = `title: 甲\ndescription: 甲\npublisher: 乙\ncontacts: [{ label: 手机, value: ${MOBILE}, public: true }]\n`;
  expect(await messagesOf({ 'site.yaml': site })).toEqual([
    `content/site.yaml:4:32 错误：“内容”(value)要写成文字，“${MOBILE}”会读成数字或是否\n  改法：contacts: [{ label: 手机, value: "${MOBILE}", public: true }]`,
  ]);
});
