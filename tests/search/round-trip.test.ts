import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SegmentIndex } from '../../src/search/indexing/pagefind/segment-index.ts';
import { type Document, documentOf } from '../../src/search/browser/engine.ts';
import { BOUNDARY } from '../../src/search/shared/fold.ts';
import { indexHtml } from '../../src/search/indexing/index-html.ts';
import { unpacked } from '../lib/pagefind-index.ts';

const page = (title: string, body: string) =>
  `<html><head></head><body><article class="article" data-pagefind-body><h1>${title}</h1>${body}</article></body></html>`;

/** The texts of pages as Pagefind's browser script returns them. */
async function fragmentsOf(pages: string[]) {
  const draft = new SegmentIndex('und');
  for (const [number, html] of pages.entries()) draft.add(`${number}/`, indexHtml(html));
  const { files } = await draft.finish();
  const fragments = files.filter(({ path }) => path.endsWith('.pf_fragment'));
  return fragments.map(
    (file) => JSON.parse(Buffer.from(unpacked(file)).toString('utf8')) as Parameters<typeof documentOf>[0],
  );
}

it('gives each character its own position; the text after the title begins at 64', async () => {
  const body = '<p>投资<b>3 Ab</b> %“<i>，</i>”</p><h2 id="x">小 题</h2><p>1&lt;2 &amp; " ㎡</p>';
  const { words, printed } = indexHtml(page('题 一', body));
  expect(words.join('').replaceAll(BOUNDARY, '¶')).toBe(`题一${'¶'.repeat(62)}投资3ab%“,“¶小题¶1<2&“m2¶`);
  expect(words.indexOf('投')).toBe(64);
  expect(printed.replaceAll(BOUNDARY, '¶')).toBe('题 一¶投资3 Ab %“，”¶小 题¶1<2 & " ㎡¶');
  const [fragment] = await fragmentsOf([page('题 一', body)]);
  expect(fragment).toMatchObject({ content: printed, anchors: [{ id: 'x', location: 16 }] });
});

const text = fc.string({
  unit: fc.constantFrom(...'园区３Aé"“，。_%&<>-1㎡½⁴○😀𠮷 \n\u3000\u00A0\u200B'),
  maxLength: 12,
});
const part = fc.tuple(fc.constantFrom('', 'strong', 'a'), text);
const block = fc.tuple(fc.constantFrom('p', 'h2', 'li'), fc.array(part, { maxLength: 4 }));
const article = fc.record({
  title: text.map((each) => `题${each}`),
  blocks: fc.array(block, { maxLength: 6 }),
});
type Article = typeof article extends fc.Arbitrary<infer Value> ? Value : never;

const encode = (plain: string) =>
  plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function pageOf({ title, blocks }: Article): string {
  const body = blocks.map(([name, parts], index) => {
    const inside = parts.map(([tag, plain]) =>
      tag === '' ? encode(plain) : `<${tag}>${encode(plain)}</${tag}>`,
    );
    return `<${name}${name === 'h2' ? ` id="h${index}"` : ''}>${inside.join('')}</${name}>`;
  });
  return page(encode(title), body.join('\n'));
}

/** White space as results show it: an ideographic space alone stays as it is. */
function whiteSpaceCollapsed(text: string): string {
  return text.trim().replace(/\s+/gu, (space) => (space === '\u3000' || space === '\u00A0' ? space : ' '));
}

/** The blocks that a reader sees on the page. */
function printedOf({ title, blocks }: Article): Document['blocks'] {
  let anchor: string | undefined;
  const printed = blocks.map(([name, parts], index) => {
    if (name === 'h2') anchor = `h${index}`;
    return { text: parts.map(([, plain]) => plain).join(''), ...(anchor && { anchor }) };
  });
  return [{ text: title }, ...printed]
    .map((each) => ({ ...each, text: whiteSpaceCollapsed(each.text.replaceAll('\u200B', '')) }))
    .filter((each) => each.text !== '');
}

it('returns every text as printed, including white space and headings', async () => {
  const articles = fc.sample(article, 500);
  const fragments = await fragmentsOf(articles.map(pageOf));
  expect(fragments.map((each) => documentOf(each).blocks)).toEqual(articles.map(printedOf));
});
