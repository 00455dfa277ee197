import { execFileSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixContent } from '../../scripts/lib/check-content.ts';
import { formerArticles } from '../../scripts/lib/former-articles-git.ts';
import { Inbox } from '../../scripts/lib/import/inbox.ts';
import { formFields } from '../../src/admin/form-field.ts';
import { type FormFile, readFormFile, writeFormFile } from '../../src/admin/form-file.ts';
import { planMove } from '../../src/scaffold/plan-move.ts';
import { article, bulletinFiles, messagesOf, writeFiles } from '../lib/bulletin-files.ts';

/** The ways in which an editor's program may save a text, and a mix of them from two programs. */
const SAVED: [string, (text: string) => string][] = [
  ['LF', (text) => text],
  ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
  ['CR', (text) => text.replaceAll('\n', '\r')],
  ['a byte order mark', (text) => `\uFEFF${text}`],
  ['a byte order mark and CRLF', (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
  ['mixed line ends', (text) => text.split('\n').reduce((a, b, at) => a + ['\r\n', '\n', '\r'][at % 3] + b)],
];

describe.each(SAVED)('a file saved with %s', (_, saved) => {
  it('is read as any other', async () => {
    const chart = '甲园开工。\n\n<BarChart caption="甲" data="开工 1" />';
    expect(
      await messagesOf({
        'issues/2022-09/third.md': saved(
          article('第三篇', 'kicker: >-\n  引\n  题\n', '甲园。\n\n## 乙\n\n丙。'),
        ),
        'issues/2022-09/fourth.mdx': saved(article('第四篇', '', chart)),
        'topics.yaml': saved('- id: green\n  name: 绿色发展\n'),
      }),
    ).toEqual([]);
    expect(
      await messagesOf({ 'issues/2022-09/third.md': saved(article('第三篇', '', '甲。\n\n# 乙')) }),
    ).toEqual([
      'content/issues/2022-09/third.md:13:1 错误：正文里用了一级标题“#”，一级标题只能是文章的标题\n  改法：## 乙',
    ]);
  });

  it('is known to the importer', async () => {
    const sha256 = '0123456789abcdef'.repeat(4);
    const draft = `---\ntitle: 甲\nimport:\n  from: 来稿.docx#2\n  sha256: ${sha256}\n  at: 2022-09-01\n---\n正文\n`;
    const inbox = await Inbox.open(await writeFiles({ 'inbox/a.md': saved(draft) }));
    const imported = (from: string) => inbox.fileOf({ origin: { sha256, from, at: '' } } as never);
    expect(imported('来稿.docx#2')).toMatch(/inbox\/a\.md$/u);
    expect(imported('来稿.docx')).toBeUndefined();
  });

  it('is reported when it was published and then deleted', async () => {
    const dir = await writeFiles(
      bulletinFiles({ 'issues/2022-09/third.md': saved(article('第三篇', 'aliases: [/old/]\n')) }),
    );
    const git = (...args: string[]) =>
      execFileSync('git', [
        '-C',
        dir,
        '-c',
        'user.name=a',
        '-c',
        'user.email=a@b',
        '-c',
        'core.autocrlf=false',
        ...args,
      ]);
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'First');
    await rm(path.join(dir, 'issues/2022-09/third.md'));
    expect((await formerArticles(dir)).former).toEqual([
      {
        file: 'issues/2022-09/third.md',
        title: '第三篇',
        addresses: ['/issues/2022-09/third/', '/old/'],
      },
    ]);
  });

  it('keeps every other byte when the check fixes it', async () => {
    const text = article('第三篇', '', '甲园开工,乙园投产.\n\n丙园--丁园。\n\n末段。');
    const dir = await writeFiles(bulletinFiles({ 'issues/2022-09/third.md': saved(text) }));
    const fixed = await fixContent(dir, ['issues/2022-09/third.md']);
    const now = fixed.reduce((all, { before, after }) => all.replace(before, after), saved(text));
    expect(fixed.map(({ line }) => line)).toEqual([11, 13]);
    expect(await readFile(path.join(dir, 'issues/2022-09/third.md'), 'utf8')).toBe(now);
  });

  it('keeps every other byte when it is moved', () => {
    const text = article('第三篇', '', '见[甲](./first.md)。\n\n![图](./images/a.jpg "图｜摄影：甲")');
    const plan = planMove({
      from: 'issues/2022-09/third.md',
      to: 'issues/2022-10/third.md',
      isPublic: false,
      texts: new Map([['issues/2022-09/third.md', saved(text)]]),
      files: ['issues/2022-09/third.md', 'issues/2022-09/first.md', 'issues/2022-09/images/a.jpg'],
      read: () => new Uint8Array(),
    });
    const bytes = 'create' in plan ? plan.create.get('issues/2022-10/third.md') : undefined;
    const placed = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    expect(placed).toBe(saved(text).replace('./first.md', '../2022-09/first.md'));
  });

  it('keeps every other byte in the form', () => {
    const form: FormFile = { shape: 'markdown', fields: formFields('article') };
    const text = article('第三篇', 'kicker: 引题 # 编辑拟\n', '甲园开工。\n\n乙园投产。\n\n末段。');
    const content = readFormFile(form, saved(text));
    expect(content).toMatchObject({ title: '第三篇', body: '甲园开工。\n\n乙园投产。\n\n末段。' });
    expect(writeFormFile(form, content)).toBe(saved(text));
    expect(
      writeFormFile(form, { ...content, kicker: '新题', body: '甲园开工。\n\n乙园投产了。\n\n末段。' }),
    ).toBe(saved(text).replace('引题', '新题').replace('投产。', '投产了。'));
    const list: FormFile = { shape: 'list', fields: formFields('categories') };
    const terms = '# 栏目\n- id: a\n  name: 甲 # 旧\n- id: b\n  name: 乙\n';
    const shown = readFormFile(list, saved(terms));
    expect(writeFormFile(list, shown)).toBe(saved(terms));
  });
});
