import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lostOrAddedText, originalText } from '../../../src/import/verify/conservation.ts';
import { withoutWhitespace, UnreadableError } from '../../../src/import/manuscript.ts';
import { kindOf } from '../../../src/import/readers/file-kind.ts';
import { readInput } from '../../../src/import/readers/read-input.ts';
import { detectStructure } from '../../../src/import/structure/detect-structure.ts';
import { findLostText } from '../../../src/import/verify/find-lost-text.ts';
import { cases } from '../../lib/long.ts';
import { NAMES, bytesOf, imported, body, PROSE, MORE } from '../../lib/imported.ts';

describe('files that cannot be read', () => {
  it.each<[string, string, string | Uint8Array, string]>([
    ['empty', 'a.txt', '', '里面没有文字'],
    ['only white space', 'a.txt', ' \n\t\u3000\n', '里面没有文字'],
    [
      'of two encodings',
      'a.txt',
      Buffer.concat([
        Buffer.from('第一行是这样的文字\n'),
        Buffer.from([0xb5, 0xda, 0xb6, 0xfe, 0xd0, 0xd0, 0xca, 0xc7, 0xd5, 0xe2, 0x0a]),
      ]),
      '文件里混着两种编码（从第 2 行起），照哪一种读都会有乱码',
    ],
    [
      'cut in a character',
      'a.txt',
      Buffer.from('第一行\n第二行').subarray(0, -1),
      '文件在第 2 行断了，最后一个字只有半个，可能没有下载完整',
    ],
    [
      'of another kind than its name',
      'a.docx',
      '不是 Word',
      '名字是 .docx，内容却不是，可能没有下载完整，或者改过扩展名',
    ],
    ['of an unknown kind', 'a.xyz', 'MZ', '不认识 .xyz 文件'],
    ['a program', 'a.exe', 'MZ', '这是程序（.exe）'],
    ['a table', 'a.xlsx', Buffer.from('PK\u0003\u0004'), '这是表格（.xlsx）'],
    ['a picture', 'a.png', Buffer.from([0x89, 0x50, 0x4e, 0x47]), '这是图片，里面的文字读不出来'],
    [
      'the page that WeChat shows to check the reader',
      'a.html',
      '<html><head><title>微信公众平台</title></head><body id="activity-detail"><h2>环境异常</h2><p>当前环境异常，完成验证后即可继续访问。</p><a href="https://mp.weixin.qq.com/">去验证</a></body></html>',
      '存下来的是微信的验证页，不是文章',
    ],
    [
      'an article that its account has deleted',
      'a.html',
      '<html><body id="activity-detail"><p>该内容已被发布者删除</p></body></html>',
      '公众号的这篇文章已经删除或看不到了',
    ],
    ['nested very deep', 'a.html', '<div>'.repeat(10_000), '网页代码嵌套超过 500 层'],
    [
      'a picture under the name of a text',
      'a.txt',
      Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4]),
      '这不是文字文件，是JPEG 图片',
    ],
  ])('%s', async (_, name, content, message) => {
    await expect(imported(content, name)).rejects.toThrow(UnreadableError);
    await expect(imported(content, name)).rejects.toThrow(message);
  });

  it.each<[string, string, string, string]>([
    ['YAML that multiplies', 'a.md', '---\na: &a [x, x]\nb: [*a, *a]\n---\n正文在这里。\n', '正文在这里。'],
    [
      'front matter that is a program',
      'a.md',
      '---js\nprocess.exit(7)\n---\n\n正文在这里。\n',
      '正文在这里。',
    ],
    [
      'keys of object prototypes',
      'a.md',
      '---\n__proto__: { polluted: 1 }\ntitle: 题\n---\n正文在这里。\n',
      '正文在这里。',
    ],
    [
      'front matter inside the text',
      'a.txt',
      '一个题目\n---\nstatus: ready\nrights: own\n---\n正文在这里，说得很长很长，长到不像标题的样子。\n',
      '正文在这里，说得很长很长，长到不像标题的样子。',
    ],
    [
      'HTML and MDX in plain text',
      'a.txt',
      '正文<script>alert(1)</script>{1+1}<b>粗</b>&lt;，说得很长很长，长到不像标题的样子。\n',
      '正文\\<script>alert(1)\\</script>{1+1}\\<b>粗\\</b>\\&lt;，说得很长很长，长到不像标题的样子。',
    ],
  ])('%s does nothing', async (_, name, content, kept) => {
    const { articles } = await imported(content, name);
    const frontMatter = articles[0]?.file.split('\n---\n')[0] ?? '';
    expect(frontMatter.match(/^(?:status|rights):.*/gmu)?.filter((line) => !line.includes('#'))).toEqual([
      'status: draft',
    ]);
    expect(
      body(articles[0] ?? { file: '' })
        .trim()
        .split('\n')
        .at(-1),
    ).toBe(kept);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('are random bytes, under any name', async () => {
    const random = createHash('sha512');
    for (const name of ['a.txt', 'a.md', 'a.html', 'a.mht', 'a.docx', '稿件']) {
      for (let length = 16; length < 2000; length *= 3) {
        const bytes = Buffer.concat(
          Array.from({ length: Math.ceil(length / 64) }, (_, index) =>
            random.copy().update(`${length} ${index}`).digest(),
          ),
        ).subarray(0, length);
        const reading = async () => imported(bytes, name);
        await expect(reading(), `${name} ${length}`).rejects.toThrow(UnreadableError);
      }
    }
  });

  it('are known by their content where programs give them another name', () => {
    const kinds = [
      ['a.doc', '<html xmlns:o="x">'],
      ['a.doc', '\uFEFF<!DOCTYPE html>'],
      ['a.docx', '<HTML>'],
      ['a.doc', '<?xml version="1.0"?>'],
      ['a.doc', 'MIME-Version: 1.0'],
      ['a.txt', 'MIME-Version 是什么'],
      ['a.htm', 'MIME-Version: 1.0'],
      ['a.odt', 'PK\u0003\u0004'],
      ['a.wps', 'PK\u0003\u0004'],
      ['a.txt', 'PK 赛开始'],
    ].map(([name = '', content = '']) => `${name} ${kindOf(name, bytesOf(content).subarray(0, 8))}`);
    expect(kinds).toEqual([
      'a.doc html',
      'a.doc html',
      'a.docx html',
      'a.doc doc',
      'a.doc mhtml',
      'a.txt text',
      'a.htm mhtml',
      'a.odt doc',
      'a.wps docx',
      'a.txt text',
    ]);
  });

  it('are not text in GB 18030, Big5 or UTF-16', async () => {
    const gb = Buffer.from('b0d7d1eecfd8bfd5bcdbbfaab9a4bda8c9e8a3acc8ab', 'hex');
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(PROSE, 'utf16le')]);
    expect(body((await imported(utf16)).articles[0] ?? { file: '' })).toBe(`${PROSE}\n`);
    await expect(imported(gb.subarray(0, 20))).resolves.toBeDefined();
  });
});

describe('conservation', () => {
  const character = fc.constantFrom(
    ...'白杨县园区一二三，。“”（）*#_<>&[]()|~`—1２aB\n\n\n 　',
    '本报讯（记者 张三）',
    '**县',
    'XX县',
    '——',
    '黄某 摄',
  );
  const text = fc.string({ unit: character, minLength: 1, maxLength: 120 });

  it('holds for any text: plain, Markdown or HTML', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('a.txt', 'a.md', 'a.html'), async (content, name) => {
        try {
          await imported(content, name);
        } catch (error) {
          if (!(error instanceof UnreadableError)) throw error;
          expect(error.message).not.toContain('核对没有通过');
        }
      }),
      { numRuns: cases(400) },
    );
  });

  it('detects every character that is removed, added or moved', async () => {
    const source = `白杨县的一天\n本报讯（记者 张三）${PROSE}\n${MORE}\n`;
    const { manuscript, secondReading } = await readInput('text', bytesOf(source));
    const drafts = detectStructure(manuscript, NAMES);
    const { articles } = await imported(source);
    const whole = articles.map(({ file }, index) => ({
      draft: drafts[index] as (typeof drafts)[number],
      file,
      html: `<p>${PROSE}</p><p>${MORE}</p>`,
    }));
    expect(lostOrAddedText(manuscript, secondReading, whole)).toEqual([]);
    const kept = PROSE + MORE;
    const edit = fc.record({
      at: fc.nat(kept.length - 2),
      how: fc.constantFrom('delete', 'insert', 'swap'),
      what: fc.constantFrom('的', '5', '。'),
    });
    fc.assert(
      fc.property(edit, ({ at, how, what }) => {
        const [one = '', two = ''] = [kept[at], kept[at + 1]];
        const middle = how === 'delete' ? two : how === 'insert' ? one + what + two : two + one;
        const html = kept.slice(0, at) + middle + kept.slice(at + 2);
        fc.pre(html !== kept);
        expect(
          lostOrAddedText(
            manuscript,
            secondReading,
            whole.map((each) => ({ ...each, html })),
          ),
        ).toHaveLength(1);
        const other = `${originalText(manuscript, whole)}`.replace(kept, html);
        expect(lostOrAddedText(manuscript, other, whole)).toHaveLength(1);
      }),
    );
    const lifted = whole.map((each) => ({
      ...each,
      file: each.file.replace('本报讯（记者 张三）', '本报讯（记者 李三）'),
    }));
    expect(lostOrAddedText(manuscript, secondReading, lifted)).toEqual([
      '从正文移走的“本报讯（记者张三）”没有写进dateline',
    ]);
  });

  it('distinguishes text of a markup that was read from text that was not', () => {
    const source = '# 题\n\n**粗**字[链接](https://a.cn "名")<b>体</b>&amp;&nbsp;\n\n1. 甲\n';
    const read = '题粗字链接体&甲';
    expect(findLostText(source, read)).toBeUndefined();
    fc.assert(
      fc.property(fc.nat([...read].length - 1), (at) => {
        const without = [...read].toSpliced(at, 1).join('');
        expect(findLostText(source, without)).toBeDefined();
        expect(findLostText(source, `${without}多`)).toBeDefined();
      }),
    );
    expect(withoutWhitespace(' 甲\u3000乙\u200B\n')).toBe('甲乙');
  });
});
