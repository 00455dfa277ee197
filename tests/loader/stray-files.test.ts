import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { article, messagesOf } from '../lib/bulletin-files.ts';

const RENAME = '不要的就删去';
const INTO = '稿件放进 issues 里那一期的文件夹，没定期的放进 inbox，固定页面放进 pages；其他文件移走';
const ELSE = '稿件直接放在期的文件夹里，文件名以 .md 或 .mdx 结尾；图片放进 images；其他文件移走';

describe('a file that nothing reads is reported with a fix', () => {
  it.each([
    ['pages/about.mdx', '固定页面只用 .md：改名为 about.md'],
    ['pages/about.md.txt', `改名为 about.md；${RENAME}`],
    ['issues/2022-09/a.markdown', `改名为 a.md；${RENAME}`],
    ['issues/2022-09/a.md.txt', `改名为 a.md；${RENAME}`],
    ['issues/2022-09/B.MD', `改名为 B.md；${RENAME}`],
    ['issues/2022-09/issue.yml', `改名为 issue.yaml；${RENAME}`],
    ['check.yml', `改名为 check.yaml；${RENAME}`],
    ['topic.yaml', ELSE],
    ['parks/readme.txt', 'parks 里一个园区一个文件，以 .yaml 结尾；其他文件移走'],
    ['stray.md', INTO],
    ['drafts/a.md', INTO],
    ['images/a.jpg', ELSE],
    ['issues/stray.md', ELSE],
  ])('%s', async (file, fix) =>
    expect(await messagesOf({ [file]: 'x' })).toEqual([
      `content/${file} 提醒：这个文件不会发布\n  改法：${fix}`,
    ]),
  );

  it('a picture and a PDF that nothing uses', async () =>
    expect(
      await messagesOf({ 'issues/2022-09/images/a.jpg': 'x', 'issues/2022-09/2022-09.pdf': 'x' }),
    ).toEqual([
      'content/issues/2022-09/2022-09.pdf 提醒：没有稿件用到这个文件\n  改法：在 issue.yaml 里写上（pdf 或 pages），或删去这个文件',
      'content/issues/2022-09/images/a.jpg 提醒：没有稿件用到这个文件\n  改法：在稿件里用上它（核对图片地址），或删去这个文件',
    ]));

  it.each([
    'Thumbs.db',
    'issues/2022-09/~$third.docx',
    'issues/2022-09/.third.md.swp',
    'README.md',
    '.gitignore',
  ])('%s is ignored', async (file) => expect(await messagesOf({ [file]: 'x' })).toEqual([]));
});

const ISSUE = `year: 2022
number: 1
serial: 1
months: [9]
date: 2022-09-30
status: published
editor: 本刊编辑部
`;
const MISSING = '把文件放进这一期的文件夹，名字写得一样（分大小写）；没有就删去这一项';

describe('files that an issue names', () => {
  const more = 'pdf: ./2022-09.pdf\npages:\n  - { no: 1, image: ./pages/1.jpg, pdf: ./pages/1.pdf }\n';
  it('are reported if missing', async () =>
    expect(await messagesOf({ 'issues/2022-09/issue.yaml': ISSUE + more })).toEqual([
      `content/issues/2022-09/issue.yaml:8:6 错误：文件“./2022-09.pdf”找不到\n  改法：${MISSING}`,
      `content/issues/2022-09/issue.yaml:10:21 错误：文件“./pages/1.jpg”找不到\n  改法：${MISSING}`,
      `content/issues/2022-09/issue.yaml:10:41 错误：文件“./pages/1.pdf”找不到\n  改法：${MISSING}`,
    ]));
  it('are not reported if they exist', async () =>
    expect(
      await messagesOf({
        'issues/2022-09/issue.yaml': ISSUE + more,
        'issues/2022-09/2022-09.pdf': 'x',
        'issues/2022-09/pages/1.jpg': await sharp({
          create: { width: 700, height: 900, channels: 3, background: 'teal' },
        })
          .jpeg()
          .toBuffer(),
        'issues/2022-09/pages/1.pdf': 'x',
      }),
    ).toEqual([]));
});

describe('decomposed file names (NFD)', () => {
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"/>';
  const composed = 'caf\u00E9.svg';
  const parted = 'cafe\u0301.svg';
  it.each([
    ['on disk', parted, composed],
    ['in the text', composed, parted],
  ])('%s', async (_, onDisk, typed) =>
    expect(
      await messagesOf({
        [`issues/2022-09/images/${onDisk}`]: picture,
        'issues/2022-09/third.md': article('第三篇', '', `![图](./images/${typed} "图注｜制图：甲某")`),
      }),
    ).toEqual([]),
  );
  it('two files of one name', async () =>
    expect(
      await messagesOf({
        [`issues/2022-09/images/${composed}`]: picture,
        [`issues/2022-09/images/${parted}`]: picture,
        'issues/2022-09/third.md': article('第三篇', '', `![图](./images/${composed} "图注｜制图：甲某")`),
      }),
    ).toContain(
      `content/issues/2022-09/images/${composed} 错误：与 issues/2022-09/images/${parted} 看起来是同一个名字（字母和声调符号的存法不同）\n  改法：改名，留下一个`,
    ));
});

it('tells an editor which file to add an unknown name to', async () =>
  expect(
    await messagesOf({
      'issues/2022-09/third.md': article('第三篇', 'source: 某新闻网\n').replace('park: 甲园', 'park: 无名'),
    }),
  ).toEqual([
    'content/issues/2022-09/third.md:4:7 错误：园区“无名”不在名录里\n  改法：改成名录里有的名称，或先把它加进 parks 文件夹（一个园区一个 .yaml 文件）（可选：甲园电子信息产业园、甲县经济开发区）',
    'content/issues/2022-09/third.md:9:9 错误：来源“某新闻网”不在名录里\n  改法：改成名录里有的名称，或先把它加进 sources.yaml（可选：甲省日报）',
  ]));
