import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { expect, it } from 'vitest';
import { createUrls } from '../../src/core/url.ts';
import { archivePage } from '../../src/editions/archive/archive-page.ts';
import { articleText, type IssueDocument } from '../../src/editions/index.ts';
import { findElement, rawText } from '../../src/editions/hast.ts';
import { articleDocument, EVERYTHING, madeMarkdown } from '../lib/article-document.ts';

const ISSUE = { site: { title: '港城月刊' }, label: '2022年9月号', number: '第1期' } as IssueDocument;
const PATHS = {
  picture: (hash: string) => `../content/${hash}.png`,
  article: (id: string) => (id === '2022-09/b' ? '02-b.html' : undefined),
};
const pageOf = async (markdown: string, urls = createUrls('/daokan/', 'https://x.example')) => {
  const document = await articleDocument(markdown, { urls });
  return { document, html: archivePage(document, ISSUE, PATHS) };
};

it('writes a self-contained page, with its pictures beside it', async () => {
  const { html } = await pageOf(EVERYTHING);
  expect(html).toMatchSnapshot();
});

it('links lead to the pages beside it, else to the public address', async () => {
  const markdown = '[甲](/issues/2022-09/b/)[乙](/issues/2022-10/c/)[丙](/about/)';
  expect((await pageOf(markdown)).html).toContain(
    '<a href="02-b.html">甲</a><a href="https://x.example/daokan/issues/2022-10/c/">乙</a><a href="https://x.example/daokan/about/">丙</a>',
  );
  expect((await pageOf(markdown, createUrls('/'))).html).toContain(
    '<a href="02-b.html">甲</a><span>乙</span><span>丙</span>',
  );
});

it('throws at an unknown element', async () => {
  const { document } = await pageOf('甲');
  const video = { type: 'element' as const, tagName: 'video', properties: {}, children: [] };
  const changed = { ...document, body: { type: 'root' as const, children: [video] } };
  expect(() => archivePage(changed, ISSUE, PATHS)).toThrow('<video>');
});

it('no character is lost or changes its place', async () => {
  const choices = fc.array(fc.array(fc.nat(100), { minLength: 1, maxLength: 6 }), { maxLength: 8 });
  const same = async (markdown: string) => {
    const { document, html } = await pageOf(markdown);
    const body = findElement(fromHtml(html), ({ tagName }) => tagName === 'body');
    const text = body ? rawText(body).replaceAll(/\s/gu, '') : '';
    const expected = articleText(document).replaceAll(/\s/gu, '');
    expect(text).toBe(`港城月刊2022年9月号第1期${expected}网址：https://x.example/daokan/issues/2022-09/a/`);
  };
  await same(EVERYTHING);
  await fc.assert(
    fc.asyncProperty(choices, (made) => same(madeMarkdown(made))),
    { numRuns: 40 },
  );
});
