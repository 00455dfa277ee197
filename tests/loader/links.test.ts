import { describe, expect, it } from 'vitest';
import { article, type Files, messagesOf } from '../lib/bulletin-files.ts';

const issue = (month: number, status: string) =>
  `year: ${month < 10 ? 2022 : 2023}\nnumber: ${month}\nserial: ${month}\nmonths: [${month}]\ndate: ${month < 10 ? 2022 : 2023}-${String(month).padStart(2, '0')}-28\nstatus: ${status}\neditor: 本刊编辑部\n`;

/** Twenty more articles of a category that has two: its list gets a second page. */
const MORE: Files = Object.fromEntries(
  Array.from({ length: 20 }, (_, at) => [`issues/2022-09/more-${at}.md`, article(`第${at}则`)]),
);
const OTHERS: Files = {
  ...MORE,
  'pages/about.md': '---\ntitle: 关于\n---\n\n## 投稿\n\n正文。\n',
  'issues/2022-09/gone.md': article('撤下的一篇').replace('status: ready', 'status: withdrawn'),
  'issues/2023-10/issue.yaml': issue(10, 'draft'),
};

const reported = async (url: string) => {
  const messages = await messagesOf({
    ...OTHERS,
    'issues/2022-09/third.md': article('第三篇', '', `[甲](${url})`),
  });
  return messages.map((each) => /错误：([^\n]*)/u.exec(each)?.[1] ?? each);
};

describe('a link inside the bulletin', () => {
  it.each([
    ['/about/'],
    ['/about/#投稿'],
    ['/search/?q=甲园'],
    ['/issues/2022-09/'],
    ['/issues/2022/'],
    ['/categories/news/'],
    ['/categories/news/2/'],
    ['/regions/990000/2/'],
    ['second.md'],
    ['./second.md'],
  ])('leads to %s', async (url) => expect(await reported(url)).toEqual([]));

  it.each([
    ['../../pages/about.md', '链接的“../../pages/about.md”不存在'],
    ['../../site.md', '链接的“../../site.md”不存在'],
    ['/categories/news/999/', '链接的“/categories/news/999/”不存在'],
    ['/categories/news/3/', '链接的“/categories/news/3/”不存在'],
    ['/categories/news/1/', '链接的“/categories/news/1/”不存在'],
    ['/categories/news/02/', '链接的“/categories/news/02/”不存在'],
    ['/categories/feature/2/', '链接的“/categories/feature/2/”不存在'],
    ['/regions/990200/', '链接的“/regions/990200/”不存在'],
    ['/data/', '链接的“/data/”不存在'],
    ['/admin/', '链接的“/admin/”不存在'],
    ['/pictures/x.webp', '链接的“/pictures/x.webp”不存在'],
    ['/robots.txt', '链接的“/robots.txt”不存在'],
    ['/issues/2022-09', '链接的“/issues/2022-09”不存在'],
    ['/About/', '链接的“/About/”不存在'],
    ['/%2e%2e/', '链接的“/%2e%2e/”不存在'],
    ['/about/?x=1', '站内链接“/about/?x=1”带着 ?'],
    ['second.md?x=1', '站内链接“second.md?x=1”带着 ?'],
    ['/about/#没有', '“/about/”这一页没有“#没有”这个小标题'],
    ['/issues/2022-09/#没有', '“/issues/2022-09/”这一页没有“#没有”这个小标题'],
    ['/about/#%E0%A4%A', '“/about/”这一页没有“#%E0%A4%A”这个小标题'],
    ['/issues/2022-09/gone/', '链接的稿件“/issues/2022-09/gone/”已经撤稿'],
    ['/issues/2023-10/', '链接的“/issues/2023-10/”还没有发布'],
    ['/issues/2023/', '链接的“/issues/2023/”还没有发布'],
    ['//host/', '链接“//host/”不能发布'],
    ['/\\\\host/', '链接“/\\host/”不能发布'],
    ['..\\\\2022-09\\\\second.md', '链接“..\\2022-09\\second.md”不能发布'],
    [
      'https://甲@host.example/',
      '链接“https://甲@host.example/”的域名前面有 @：看到的和打开的不是同一个网站',
    ],
    [
      'mailto:a@b.example?bcc=c@d.example',
      '链接“mailto:a@b.example?bcc=c@d.example”要写成 mailto: 和一个邮箱，后面不能有 ?',
    ],
    ['<java&Tab;script:x.md>', '链接“java\tscript:x.md”不能发布'.replace('\t', '\\u0009')],
  ])('to %s is refused', async (url, message) => expect(await reported(url)).toEqual([message]));

  it('to a page names its address', async () => {
    const messages = await messagesOf({
      ...OTHERS,
      'issues/2022-09/third.md': article('第三篇', '', '[甲](../../pages/about.md)'),
    });
    expect(messages).toEqual([
      'content/issues/2022-09/third.md:11:1 错误：链接的“../../pages/about.md”不存在\n  改法：页面不写文件名，写地址：/about/',
    ]);
  });

  it('is checked if it is written without brackets', async () => {
    const body = '见<https://a@b.example/>和http://a@b.example/。';
    expect((await messagesOf({ 'issues/2022-09/third.md': article('第三篇', '', body) })).length).toBe(2);
  });
});

it('does not take component names from Object.prototype', async () => {
  for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
    const messages = await messagesOf({ 'issues/2022-09/third.mdx': article('第三篇', '', `<${name}/>`) });
    expect(messages).toEqual([
      `content/issues/2022-09/third.mdx:11:1 错误：正文里有 HTML：<${name}>\n  改法：删去尖括号里的代码，改用 Markdown（表格用 |，图片用 ![]()）；要印出尖括号，写成 \\<`,
    ]);
  }
});

it('reports keys and pictures named like properties of Object.prototype as usual', async () => {
  expect(
    await messagesOf({
      'issues/2022-09/third.md': article('第三篇', 'constructor: 甲\n', '![甲](__proto__ "图｜摄影：甲")'),
    }),
  ).toHaveLength(2);
});
