import { describe, expect, it } from 'vitest';
import { article, bulletinFiles, messagesOf } from '../../lib/bulletin-files.ts';
import { third, added, body } from '../../lib/third-article.ts';

describe('links and addresses', () => {
  it('to a heading that another article does not have', async () => {
    const other = { 'issues/2022-09/other.md': article('第四篇', '', '## 备好地\n\n先把地备好。') };
    expect(await body('见[备好地](./other.md#备好地)。', other)).toEqual([]);
    expect(await body('见[备好地](./other.md#没有的)，也见[二](/issues/2022-09/other/#也没有)。', other))
      .toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:11:1 错误：“第四篇”里没有“#没有的”这个小标题
        改法：# 后面写那一篇的小标题，去掉标点和空格；或删去 # 和它后面的字",
        "content/issues/2022-09/third.md:11:1 错误：“第四篇”里没有“#也没有”这个小标题
        改法：# 后面写那一篇的小标题，去掉标点和空格；或删去 # 和它后面的字",
      ]
    `);
  });
  it('to what does not exist', async () =>
    expect(await third(article('第三篇', 'related: [2022-09/none]\n', '见[乙](../2022-08/x.md)。')))
      .toMatchInlineSnapshot(`
        [
          "content/issues/2022-09/third.md:9:11 错误：没有“2022-09/none”这篇稿件
          改法：写成“期/文件名”，例如 2022-09/some-article",
          "content/issues/2022-09/third.md:12:1 错误：链接的“../2022-08/x.md”不存在
          改法：核对地址；站内页面写 /about/ 这样，稿件写 ../2022-10/some-article.md 这样",
        ]
      `));
  it('old addresses', async () =>
    expect(await added('aliases: [old/a, /parks/x/, /old/A/]\n')).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:9:11 错误：旧址“old/a”的写法不对
        改法：以 / 开头、以 / 结尾，只用小写英文字母、数字、连字符，例如 /old/a/",
        "content/issues/2022-09/third.md:9:18 错误：旧址“/parks/x/”是本站已有的地址
        改法：旧址不能和本站的页面相同",
        "content/issues/2022-09/third.md:9:29 错误：旧址“/old/A/”的写法不对
        改法：以 / 开头、以 / 结尾，只用小写英文字母、数字、连字符，例如 /old/a/",
      ]
    `));
  it('to an article that is not published', async () =>
    expect(
      await body('见[另一篇](fourth.md)，[又见](/issues/2022-09/fourth/)。', {
        'issues/2022-09/fourth.md': article('第四篇').replace('status: ready', 'status: draft'),
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:11:1 错误：链接的稿件“fourth.md”还没有发布
        改法：等那一篇发布以后再加链接，或删去链接",
        "content/issues/2022-09/third.md:11:1 错误：链接的稿件“/issues/2022-09/fourth/”还没有发布
        改法：等那一篇发布以后再加链接，或删去链接",
      ]
    `));
  it('inside the site', async () =>
    expect(
      await body(
        '[有](/parks/jia/) [有](/issues/2022-09/) [有](/regions/990101/) [没有](/regions/990201/) [没有](/no/such/)',
      ),
    ).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:11:1 错误：链接的“/regions/990201/”不存在
        改法：核对地址；站内页面写 /about/ 这样，稿件写 ../2022-10/some-article.md 这样",
        "content/issues/2022-09/third.md:11:1 错误：链接的“/no/such/”不存在
        改法：核对地址；站内页面写 /about/ 这样，稿件写 ../2022-10/some-article.md 这样",
      ]
    `));
  it('an old address that is a page', async () =>
    expect(
      await added('aliases: [/about/, /issues/2022-09/second/, /index.html/, /issues/2022-08/moved/]\n', {
        'pages/about.md': '---\ntitle: 关于\n---\n文\n',
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:9:11 错误：旧址“/about/”是本站已有的地址
        改法：旧址不能和本站的页面相同",
        "content/issues/2022-09/third.md:9:20 错误：旧址“/issues/2022-09/second/”是本站已有的地址
        改法：旧址不能和本站的页面相同",
        "content/issues/2022-09/third.md:9:45 错误：旧址“/index.html/”里的“/index.html”是本站文件的地址
        改法：旧址不能和本站的文件相同，也不能在文件的下面；删去这个旧址",
      ]
    `));
  it('an old address where a file is, or below one', async () =>
    expect(
      await added(
        'aliases: [/favicon.svg/x/, /a/index.html/b/, /about/feed.xml/, /issues/2022-09/issue.json/, /old/a.html/]\n',
        { 'pages/about.md': '---\ntitle: 关于\n---\n文\n' },
      ),
    ).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:9:11 错误：旧址“/favicon.svg/x/”里的“/favicon.svg”是本站文件的地址
        改法：旧址不能和本站的文件相同，也不能在文件的下面；删去这个旧址",
        "content/issues/2022-09/third.md:9:28 错误：旧址“/a/index.html/b/”里的“/a/index.html”是本站文件的地址
        改法：旧址不能和本站的文件相同，也不能在文件的下面；删去这个旧址",
        "content/issues/2022-09/third.md:9:46 错误：旧址“/about/feed.xml/”里的“/about/feed.xml”是本站文件的地址
        改法：旧址不能和本站的文件相同，也不能在文件的下面；删去这个旧址",
        "content/issues/2022-09/third.md:9:64 错误：旧址“/issues/2022-09/issue.json/”里的“/issues/2022-09/issue.json”是本站文件的地址
        改法：旧址不能和本站的文件相同，也不能在文件的下面；删去这个旧址",
      ]
    `));
  it('old addresses of issues and pages, and former ids', async () =>
    expect(
      await messagesOf({
        'issues/2022-09/issue.yaml': `${bulletinFiles()['issues/2022-09/issue.yaml']}aliases: [/issues/2022/, /old/]\n`,
        'pages/about.md': '---\ntitle: 关于\naliases: [/old/, /us]\n---\n文\n',
        'topics.yaml':
          '- { id: a, name: 甲, formerIds: [b, a] }\n- { id: b, name: 乙, formerIds: [c] }\n- { id: d, name: 丁, formerIds: [c, C] }\n',
        'parks/jia.yaml': `${bulletinFiles()['parks/jia.yaml']}formerIds: [jia-inner]\n`,
        'regions.yaml': `${bulletinFiles()['regions.yaml']}- { code: '990300', name: 戊市, formerIds: ['990100', 9] }\n`,
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/issue.yaml:9:11 错误：旧址“/issues/2022/”是本站已有的地址
        改法：旧址不能和本站的页面相同",
        "content/pages/about.md:3:11 错误：旧址“/old/”已给了 2022-09
        改法：一个旧址只能转到一页",
        "content/pages/about.md:3:18 错误：旧址“/us”的写法不对
        改法：以 / 开头、以 / 结尾，只用小写英文字母、数字、连字符，例如 /old/a/",
        "content/parks/jia.yaml:5:13 错误：旧编号“jia-inner”是现在还在用的编号
        改法：删去；要合并的话，先删去用这个编号的那一项",
        "content/regions.yaml:7:53 错误：“旧代码”(formerIds)要写成文字，“9”会读成数字或是否
        改法：- { code: '990300', name: 戊市, formerIds: ['990100', "9"] }",
        "content/topics.yaml:1:33 错误：旧编号“b”是现在还在用的编号
        改法：删去；要合并的话，先删去用这个编号的那一项",
        "content/topics.yaml:1:36 错误：旧编号“a”是现在还在用的编号
        改法：删去：这就是它现在的编号",
        "content/topics.yaml:3:36 错误：“旧编号”(formerIds)只能用小写英文字母、数字和连字符
        改法：例如 park-news",
      ]
    `));
  it('to a withdrawn article', async () =>
    expect(
      await messagesOf({
        'issues/2022-09/third.md': article(
          '第三篇',
          'related: [2022-09/fourth]\n',
          '见[另一篇](fourth.md)。',
        ),
        'issues/2022-09/fourth.md': article('第四篇').replace(
          'status: ready',
          'status: withdrawn\nwithdrawn: { date: 2022-10-31 }',
        ),
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:9:11 提醒：相关稿件“2022-09/fourth”已撤稿，不再显示
        改法：删去这一项",
        "content/issues/2022-09/third.md:12:1 提醒：链接的稿件“fourth.md”已撤稿，读者点开是撤稿说明
        改法：删去链接，或改成别的稿件；要留着，不改也行",
      ]
    `));
  it('an article that says it is withdrawn and is not', async () =>
    expect(await added('withdrawn: { date: 2022-10-31 }\n')).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:9:12 错误：写了撤稿说明（withdrawn），状态却是 ready，并没有撤稿
        改法：要撤稿，写 status: withdrawn；不撤稿，删去 withdrawn",
      ]
    `));
  it('an old address twice', async () =>
    expect(
      await added('aliases: [/old/a/]\n', {
        'issues/2022-09/fourth.md': article('第四篇', 'aliases: [/old/a/]\n'),
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:9:11 错误：旧址“/old/a/”已给了 2022-09/fourth
        改法：一个旧址只能转到一页",
      ]
    `));
});
