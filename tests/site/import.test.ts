import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';
import { build } from '../lib/builder.ts';
import { LONG } from '../lib/long.ts';
import { runHere } from '../lib/run-here.ts';

const PROSE = '丙县把项目清单逐条核对，管委会派人住进厂区，每周开一次碰头会，当场把难题交给能办的人去办。';

/** The head and the colophon of an official document: kept in the draft, not in the text. */
const RED_HEAD = ['甲县经济开发区管理委员会文件', '甲开管〔2022〕12号　　签发人：张三'];
const COLOPHON = [
  '（此件公开发布）',
  '抄送：县委办公室。',
  '甲县经济开发区管理委员会办公室　2022年9月6日印发',
];

/** Manuscripts, and the lines of each that are not printed in the text. */
const MANUSCRIPTS: Record<string, { text: string; leftOut?: string[] }> = {
  '稿.txt': {
    text: `园区要闻

甲园
把服务送进车间

本报讯（记者 张三）${PROSE}

先通水电 再通车

投资396.54亿元的项目排成一张表，“谁来办、何时办”写得清清楚楚，比例是10％，不是10~20家。

黄某某 供图
`,
    leftOut: ['黄某某 供图'],
  },
  '公众号.html': {
    text: `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body id="activity-detail">
<h1 class="rich_media_title" id="activity-name">甲园的夜班</h1>
<div id="meta_content"><a id="js_name">甲园发布</a><em id="publish_time">2022年9月3日 08:00</em></div>
<div id="js_content" style="visibility: hidden;"><section><p>夜里十一点，甲园的路灯下停着一排电动车，<strong>第二班</strong>工人正在换鞋进厂，食堂的灯也还亮着。</p></section>
<section style="font-size:0px"><p style="font-size:20px;color:#c00">食堂开到凌晨</p></section>
<p>凌晨一点还有面条，三元一碗，辣椒随便放。</p>
<p>——END——</p><p>编辑：李四</p></div>
<script>var msg_link = "http://mp.weixin.qq.com/s?__biz=A&amp;mid=1";</script></body></html>
`,
  },
  '通知.txt': {
    text: `关于做好雨季安全生产工作的通知

各企业：

雨季将至，请各企业检查排水沟、配电室和堆场，发现问题当天上报，当天处理，不留到第二天。

一、检查排水沟

排水沟每周清一次，清出的淤泥装车运走，不堆在路边，也不倒进绿化带。

甲县经济开发区管理委员会
2022年9月5日
`,
  },
  '红头.txt': {
    text: `${RED_HEAD.join('\n\n')}

甲县经济开发区管理委员会
关于开放公共机修车间的通知

各企业：

公共机修车间已经完工，自九月十日起向区内企业开放，每天开到晚上十点，周末照常。

一、怎样预约

提前一天在窗口登记，急修的机器可以先到先修，当天补登记。

附件：机修车间价目表

甲县经济开发区管理委员会
2022年9月6日

${COLOPHON.join('\n')}
`,
    leftOut: [...RED_HEAD, '甲县经济开发区管理委员会', '关于开放公共机修车间的通知', ...COLOPHON],
  },
};

/** A digest page: in a long run of a hundred items. */
const ITEMS = Array.from({ length: LONG ? 100 : 20 }, (_, index) => ({
  title: `甲园第${index + 1}车间投产`,
  text: `甲园第${index + 1}车间九月${(index % 28) + 1}日投产，当天下线${index + 3}件，次日发往乙市，客户签收后又追加了订单。`,
}));
const DIGEST = ITEMS.map(({ title, text }) => `${title}\n本报讯（记者 张三）${text}\n`).join('\n');

/** A page of two columns, and what its source says. */
const PDF = path.resolve('tests/fixtures/pdf/two-columns.pdf');
const PDF_GOLD = path.resolve('tests/fixtures/pdf/gold.json');

interface Imported {
  input: string;
  file: string;
  title: string;
  byline: unknown[];
}

let out = '';
let articles: Imported[] = [];
beforeAll(async () => {
  const content = await writeFiles(
    bulletinFiles({ 'sources.yaml': '- { id: daily, name: 甲省日报 }\n- { id: jia, name: 甲园发布 }\n' }),
  );
  const texts = Object.entries(MANUSCRIPTS).map(([name, { text }]) => [name, text] as const);
  const desk = await writeFiles({ ...Object.fromEntries(texts), '简讯.txt': DIGEST });
  const { code, stdout } = await runHere('import', [desk, PDF, '--content', content, '--json']);
  expect(code).toBe(0);
  ({ articles } = JSON.parse(stdout) as { articles: Imported[] });
  for (const { file, byline } of articles) await place(file, byline.length > 0, content);
  out = path.join(await writeFiles({}), 'out');
  const built = await build('build', ['--outDir', out], { BULLETIN_CONTENT: content });
  expect([built.code, built.stderr]).toEqual([0, expect.stringContaining('完成')]);
}, 300_000);

/** Fills in what an editor has to fill in, and moves the draft to an issue. */
async function place(file: string, hasByline: boolean, content: string): Promise<void> {
  const filled = (await readFile(file, 'utf8'))
    .replace(/^category: +#.*$/mu, 'category: 园区要闻')
    .replace(/^park: +#.*$/mu, 'scope: 全国')
    .replace(/^genre:.*$/mu, `genre: ${hasByline ? '消息' : '公告'}`)
    .replace(/^byline: +#.*\n/mu, '')
    .replace(/^rights:.*$/mu, 'rights: own')
    .replace('status: draft', 'status: ready');
  await writeFile(path.join(content, 'issues/2022-09', path.basename(file)), filled);
}

async function pageOf({ file }: Imported): Promise<string> {
  const page = path.join(out, 'issues/2022-09', path.basename(file, '.md'), 'index.html');
  return textOf(await readFile(page, 'utf8'));
}

function textOf(html: string): string {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/gu, '')
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&amp;', '&')
    .replace(/\s/gu, '');
}

describe('the text of an imported manuscript is published unchanged', () => {
  const from = (name: string) => articles.filter(({ input }) => input.endsWith(`/${name}`));

  it.each(['稿.txt', '通知.txt', '红头.txt'])('%s', async (name) => {
    const [article, ...others] = from(name);
    expect(others).toEqual([]);
    const text = article ? await pageOf(article) : '';
    const { text: manuscript = '', leftOut = [] } = MANUSCRIPTS[name] ?? {};
    for (const line of manuscript.split('\n').filter(Boolean)) {
      if (!leftOut.includes(line)) expect(text).toContain(line.replace(/\s/gu, ''));
    }
  });

  it('an official document with its red head', async () => {
    const [article] = from('红头.txt');
    expect(article?.title).toBe('甲县经济开发区管理委员会关于开放公共机修车间的通知');
    const text = article ? await pageOf(article) : '';
    expect(text).toContain('甲县经济开发区管理委员会关于开放公共机修车间的通知');
    for (const line of [...RED_HEAD, ...COLOPHON]) expect(text).not.toContain(line.replace(/\s/gu, ''));
  });

  it('a page of a WeChat official account', async () => {
    const [article] = from('公众号.html');
    const text = article ? await pageOf(article) : '';
    for (const line of [
      '甲园的夜班',
      '夜里十一点，甲园的路灯下停着一排电动车，第二班工人正在换鞋进厂，食堂的灯也还亮着。',
      '食堂开到凌晨',
      '凌晨一点还有面条，三元一碗，辣椒随便放。',
      '甲园发布',
    ]) {
      expect(text).toContain(line);
    }
    expect(text).not.toMatch(/END|编辑：李四/u);
  });

  it('a PDF page of two columns', async () => {
    const [article] = from('two-columns.pdf');
    const text = article ? await pageOf(article) : '';
    const [gold] = JSON.parse(await readFile(PDF_GOLD, 'utf8'))['two-columns.pdf'].articles;
    for (const line of [gold.title, gold.kicker, gold.subtitle, ...gold.byline]) expect(text).toContain(line);
    const [first, ...more] = gold.paragraphs;
    expect(text).toContain([first, gold.headings[0], ...more.slice(0, 2)].join('').replace(/\s/gu, ''));
    for (const line of more) expect(text).toContain(line);
  });

  it('a digest page', async () => {
    const items = from('简讯.txt');
    expect(items.map(({ title }) => title)).toEqual(ITEMS.map(({ title }) => title));
    for (const [index, item] of items.entries()) {
      expect(await pageOf(item)).toContain(`${ITEMS[index]?.title}`);
      expect(await pageOf(item)).toContain(`${ITEMS[index]?.text}`);
    }
  });
});
