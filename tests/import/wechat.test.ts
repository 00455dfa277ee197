import { describe, expect, it } from 'vitest';
import { body, codes, FOURTH, imported, MORE, PROSE, THIRD } from '../lib/imported.ts';

const [P, Q, R] = [PROSE, THIRD, MORE].map((text) => `<p>${text}</p>`);

/** An article of an official account: its content, and what its page says about it. */
function page(content: string, { account = '南山发布', meta = '' } = {}): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body id="activity-detail"><h1 class="rich_media_title" id="activity-name">河清了</h1><div id="meta_content">${meta}<a id="js_name">${account}</a><em id="publish_time">2022-09-03 08:00</em></div><div id="js_content" style="visibility: hidden">${content}</div></body></html>`;
}

async function first(html: string) {
  const { articles, removed, mostlyRemoved } = await imported(html, 'a.html');
  const [article] = articles;
  if (!article) throw new Error('no article');
  const people = article.report.byline.map(({ name, role }) => `${role ?? '作者'} ${name}`);
  return { ...article.report, people, body: body(article), codes: codes(article), removed, mostlyRemoved };
}

describe('headings', () => {
  const coloured = (text: string) =>
    `<section style="text-align:center"><strong><span style="font-size:18px;color:#1e90ff">${text}</span></strong></section>`;

  it.each<[string, string, string]>([
    ['of large coloured type', `${P}${coloured('先清渣土')}${Q}`, '## 先清渣土'],
    ['that ask', `${P}${coloured('渣土去哪了？')}${Q}`, '## 渣土去哪了？'],
    ['with a colon', `${P}${coloured('三年账本：从欠债到还清')}${Q}`, '## 三年账本：从欠债到还清'],
    [
      'with a number above, and Latin words below',
      `${P}<section><p><strong>01</strong></p>${coloured('先清渣土')}<p style="font-size:12px">CLEAN UP</p></section>${Q}`,
      '## 01 先清渣土',
    ],
    ['with an ornament', `${P}<section><strong>▍先清渣土</strong></section>${Q}`, '## 先清渣土'],
    [
      'on a bar, with a smaller one after it',
      `${P}<section style="background:#3c6"><p style="font-size:17px;color:#fff"><b>先清渣土</b></p></section>${Q}`,
      '## 先清渣土',
    ],
  ])('%s', async (_, content, heading) => {
    const { body: text } = await first(page(content));
    expect(text).toBe(`${PROSE}\n\n${heading}\n\n${THIRD}\n`);
  });

  it('are not sentences in colour, questions and answers, or credits', async () => {
    const content = `<p><strong style="color:#c00">河长说，水清不清，看岸边。</strong></p>${P}<p><strong style="color:#c00">问：渣土呢？</strong></p>${Q}<p style="font-size:20px">编辑：李四</p>`;
    const { body: text, subtitle } = await first(page(content));
    expect(text).toBe(`**河长说，水清不清，看岸边**。\n\n${PROSE}\n\n**问：渣土呢？**\n\n${THIRD}\n`);
    expect(subtitle).toBeNull();
  });
});

describe('the end of an article', () => {
  it.each<[string, string[]]>([
    ['<p>— END —</p><p>点分享</p><p>点收藏</p><p>点在看</p>', []],
    ['<p>↓↓↓</p><p>长按二维码，关注南山发布</p><p>转发给更多的人看</p>', []],
    ['<p>南山发布是南山县委宣传部的公众号，每周更新五次，欢迎关注。</p>', []],
    ['<p>更多精彩</p><p><a href="https://mp.weixin.qq.com/s/1">往期一</a></p>', []],
    [
      '<p>撰文：张三</p><p>摄影：李四</p><p>编辑：王五</p><p>联系电话：0310-0000000</p>',
      ['作者 张三', '摄影 李四'],
    ],
    ['<p>来源：南山日报　记者：张三　编辑：李四　审核：王五</p>', ['记者 张三']],
    ['<p>本文转载自“南山水利”</p><p>原标题：《治河记》</p><p>校对：赵六</p>', []],
    ['<p>编辑丨赵六</p><p>责编丨钱七</p><p>审核丨孙八</p>', []],
  ])('%s', async (ending, people) => {
    const found = await first(page(`${P}${Q}${R}${ending}`));
    expect(found.body).toBe(`${PROSE}\n\n${THIRD}\n\n${MORE}\n`);
    expect(found.people).toEqual(people);
  });
});

describe('fields', () => {
  it.each([
    ['张三 李四', ['作者 张三', '作者 李四']],
    ['记者 张三', ['记者 张三']],
    ['小编', []],
    ['南山发布', []],
  ])('author %s', async (author, people) => {
    const meta = `<span class="rich_media_meta rich_media_meta_text">${author}</span>`;
    const found = await first(page(`${P}${Q}`, { meta }));
    expect([found.people, found.source, found.date, found.rights]).toEqual([
      people,
      '南山发布',
      '2022-09-03',
      'unknown',
    ]);
  });

  it('have no source if the page does not name its account, and unknown rights', async () => {
    const found = await first(page(`${P}${Q}`, { account: '' }));
    expect([found.source, found.rights]).toEqual([null, 'unknown']);
  });
});

describe('paragraphs', () => {
  it('end at breaks after sentences; verse keeps its lines', async () => {
    const { body: text } = await first(
      page(`<p>${PROSE}<br>${THIRD}<br>${FOURTH}</p><p>你从山里来，<br>带着石头的话，</p>${R}`),
    );
    expect(text).toBe(`${PROSE}\n\n${THIRD}\n\n${FOURTH}\n\n你从山里来，\\\n带着石头的话，\n\n${MORE}\n`);
  });
});

describe('verse', () => {
  it('is no heading, and its title is not a name', async () => {
    const verse =
      '<p style="text-align:center">你从山里来<br>带着石头的话<br><br>你到平原去<br>带着麦子的话</p>';
    const found = await first(
      page(`<p><span style="font-size:20px;color:#c00">白杨河</span></p>${verse}${P}`),
    );
    expect(found.body).toBe(
      `## 白杨河\n\n你从山里来\\\n带着石头的话\n\n你到平原去\\\n带着麦子的话\n\n${PROSE}\n`,
    );
    expect(found.people).toEqual([]);
  });
});

describe('an article without text', () => {
  it('is reported', async () => {
    const { mostlyRemoved } = await first(page('<p><img data-src="https://mmbiz.qpic.cn/1/640"></p>'));
    expect(mostlyRemoved).toBe('没有收到正文，请对照原件；正文是图片的，把文字抄下来');
  });
});
