import { describe, expect, it } from 'vitest';
import { type KitArticle, kitIndex, kitPage } from '../../src/editions/wechat/kit-page.ts';
import { lengthsOf } from '../../src/editions/wechat/limits.ts';
import { wechatText } from '../../src/editions/wechat/wechat-text.ts';
import { articleDocument } from '../lib/article-document.ts';
import { hardBulletin, LONG_TITLE } from '../lib/hard-bulletin.ts';

describe('the lengths of an article', () => {
  it('fit, at the last character', () => {
    const lengths = lengthsOf({
      html: '字'.repeat(19_999),
      title: '题'.repeat(32),
      author: '甲'.repeat(16),
      summary: '𠮷'.repeat(120),
    });
    expect(lengths).toEqual({
      characters: 19_999,
      bytes: 59_997,
      title: 32,
      author: 16,
      summary: 120,
      problems: [],
    });
  });

  it('are over the limits by one', () => {
    const { problems } = lengthsOf({
      html: '字'.repeat(20_000),
      title: '题'.repeat(33),
      author: '甲'.repeat(17),
      summary: '要'.repeat(121),
    });
    expect(problems).toEqual([
      '正文连同样式有20000个字符，接口只收不到20000个的：分成两篇发，或者直接粘贴到编辑器里',
      '标题33字，接口最多收32字：用短题，或者直接粘贴到编辑器里（最多64字）',
      '作者17字，最多16字：只写前几位，或者写“本刊编辑部”',
      '摘要121字，最多120字：删短些',
    ]);
  });

  it('count bytes as well', () => {
    expect(lengthsOf({ html: '字'.repeat(400_000), title: '', author: '', summary: '' }).problems[1]).toBe(
      '正文连同样式有1200000字节，接口只收不到1 MB的：分成两篇发',
    );
  });
});

it('hard texts are written: 20,000 characters, wide tables, notes, long titles', async () => {
  const files = await hardBulletin();
  const bodyOf = (name: string) => String(files[name]).split('\n---\n').slice(1).join('\n---\n');
  const lengths = async (name: string) => {
    const { html } = wechatText(await articleDocument(bodyOf(name)));
    return lengthsOf({ html, title: LONG_TITLE, author: '', summary: '' });
  };
  const title = `标题${[...LONG_TITLE].length}字，接口最多收32字：用短题，或者直接粘贴到编辑器里（最多64字）`;
  expect((await lengths('issues/2022-09/second.md')).problems).toEqual([title]);
  const long = await lengths('issues/2022-09/long.md');
  expect(long.problems).toEqual([expect.stringMatching(/^正文连同样式有\d{5}个字符/u), title]);
  // The styles are less than a third of a long text.
  expect(long.characters).toBeLessThan(32_000);
});

const ARTICLE: KitArticle = {
  name: '01-a',
  title: '甲<b>&“乙”',
  author: '甲某',
  summary: '一句话',
  url: 'https://x.example/a/',
  html: '<section style="color:#222">正文</section>',
  lengths: lengthsOf({ html: '正文', title: '甲', author: '甲某', summary: '一句话' }),
  pictures: [{ file: '01.png', alt: '画面', kilobytes: 12 }],
  covers: ['cover-900x383.jpg', 'cover-500x500.jpg'],
};

it('the page of a kit says what goes into each field', () => {
  const page = kitPage(ARTICLE);
  expect(page.slice(page.indexOf('<body>'), page.indexOf('<script>'))).toMatchSnapshot();
  expect(kitPage({ ...ARTICLE, covers: [], pictures: [] })).toContain(
    '<dd>这一篇没有图片，请另配封面（900×383 和 500×500）</dd>',
  );
});

it('the list of a kit says what is over a limit', () => {
  const over = {
    ...ARTICLE,
    lengths: lengthsOf({ html: '', title: '题'.repeat(65), author: '', summary: '' }),
  };
  const page = kitIndex('2022年9月号', [ARTICLE, over]);
  expect(page.slice(page.indexOf('<tbody>'), page.indexOf('</tbody>'))).toBe(
    '<tbody>\n<tr><td><a href="01-a.html">甲&lt;b&gt;&amp;“乙”</a></td><td>2</td><td>1</td></tr>\n' +
      '<tr><td><a href="01-a.html">甲&lt;b&gt;&amp;“乙”</a><br><span class="problem">标题65字，最多64字：用短题</span></td><td>0</td><td>1</td></tr>\n',
  );
  expect(page).not.toContain('要分几次发');
  const many = kitIndex(
    '2022年9月号',
    Array.from({ length: 9 }, () => ARTICLE),
  );
  expect(many).toContain('<p>本期有9篇。公众号一次最多发8篇，要分几次发。</p>');
});
