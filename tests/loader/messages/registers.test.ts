import { describe, expect, it } from 'vitest';
import { bulletinFiles, messagesOf } from '../../lib/bulletin-files.ts';
import { body } from '../../lib/third-article.ts';

describe('pages', () => {
  it('are checked as articles are', async () =>
    expect(
      await messagesOf({
        'pages/关于.md': '---\ntitle: 关于\n---\n文\n',
        'pages/search.md': '---\ntitle: 检索\n---\n文\n',
        'pages/about.md': '---\ntitle: 关于\n---\n![画](./none.jpg)\n\n[乙](../issues/2022-09/none.md)\n',
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/pages/about.md:4:1 错误：图片“./none.jpg”找不到
        改法：把图片放进这一期的 images 文件夹，文件名和稿件里写的要一样（分大小写）",
        "content/pages/about.md:6:1 错误：链接的“../issues/2022-09/none.md”不存在
        改法：核对地址；站内页面写 /about/ 这样，稿件写 ../2022-10/some-article.md 这样",
        "content/pages/search.md 错误：文件名“search”是本站已有的地址
        改法：改名，例如 about.md；文件名就是网址",
        "content/pages/关于.md 错误：文件名“关于”只能用小写英文字母、数字和连字符
        改法：改名，例如 about.md；文件名就是网址",
      ]
    `));
});

describe('personal numbers', () => {
  it('are never published', async () =>
    expect(await body('电话138 1234 5678，编号NW202206152412544522')).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:11:1 错误：这里有手机号码 138****5678
        改法：删去；确要公开的，写进 site.yaml 的 contacts 并标 public: true",
      ]
    `));
  it('but those of public contacts', async () =>
    expect(
      await body('电话13812345678', {
        'site.yaml': `${bulletinFiles()['site.yaml']}contacts: [{ label: 热线, value: 138-1234-5678, public: true }]\n`,
      }),
    ).toEqual([]));
});

describe('registers', () => {
  it('parks', async () =>
    expect(
      await messagesOf({
        'parks/乙.yaml': 'name: 乙园\ncounty: 丁市\n',
        'parks/ring.yaml': 'name: 丙园\nparent: 丙园\ncounty: 丙县\n',
        'parks/level.yaml': 'name: 戊园\ncounty: 丙县\nlevel: 国家\n',
        'parks/twin.yaml': 'name: 甲园\ncounty: 丙县\n',
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/first.md:4:7 错误：园区“甲园”不止一个
        改法：你是不是想写“甲县经济开发区”、“twin”？",
        "content/issues/2022-09/second.md:4:7 错误：园区“甲园”不止一个
        改法：你是不是想写“甲县经济开发区”、“twin”？",
        "content/parks/jia-inner.yaml:2:9 错误：上级园区“甲园”不止一个
        改法：你是不是想写“甲县经济开发区”、“twin”？",
        "content/parks/jia.yaml:1:7 错误：“甲园”还是另一个园区的名称
        改法：同一个名称只能属于一个园区",
        "content/parks/level.yaml:3:8 错误：“级别”(level)不能是“国家”
        改法：你是不是想写 level: 国家级？（可选：国家级、省级、市级、县级）",
        "content/parks/ring.yaml:2:9 错误：上级园区绕回了自己
        改法：改正或删去 parent 这一行",
        "content/parks/twin.yaml:1:7 错误：“甲园”还是另一个园区的名称
        改法：同一个名称只能属于一个园区",
        "content/parks/twin.yaml:1:7 错误：“甲园”还是另一个园区的名称
        改法：同一个名称只能属于一个园区",
        "content/parks/乙.yaml 错误：文件名“乙”只能用小写英文字母、数字和连字符
        改法：改名，例如 some-park.yaml",
        "content/parks/乙.yaml:2:9 错误：“丁市”不是县区
        改法：换一个字段写",
      ]
    `));
  it('lists', async () =>
    expect(
      await messagesOf({
        'topics.yaml': 'id: a\nname: b\n',
        'sources.yaml':
          '- { id: x, name: 甲 }\n- { id: x, name: 乙 }\n- { id: y, name: 丙, url: ftp://a }\n- name: 丁\n',
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/sources.yaml:2:9 错误：“x”重复了
        改法：每一项要有自己的编号，留下一项",
        "content/sources.yaml:3:26 错误：“网址”(url)不是网址
        改法：网址以 https:// 或 http:// 开头",
        "content/sources.yaml:4:3 错误：缺少“编号”(id)
        改法：加一行，例如 id: park-news",
        "content/topics.yaml:1:1 错误：这个文件应当是一张清单
        改法：每一项以“- id: …”开头",
      ]
    `));
});
