import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf, type Engine, type Hit } from '../../src/search/browser/engine.ts';
import type { NamedPage } from '../../src/core/named-page.ts';
import {
  catalogueOf,
  charactersOf,
  countCharacters,
  rowsOf,
  sumCounts,
} from '../../src/search/shared/catalogue.ts';
import { facetCounts, filtered } from '../../src/search/browser/facets.ts';
import { FILTER_NAMES } from '../../src/core/filter-name.ts';
import { BOUNDARY, bare, fold, foldWidth, SPACED, spellOut, tokensOf } from '../../src/search/shared/fold.ts';
import { indexHtml } from '../../src/search/indexing/index-html.ts';
import { directPages, otherNames, suggestions } from '../../src/search/browser/direct-pages.ts';
import { loosePattern, pattern } from '../../src/search/browser/pattern.ts';
import { marked, markPattern, excerptsOf } from '../../src/search/browser/excerpts.ts';
import { TITLE_LENGTH } from '../../src/search/shared/positions.ts';

describe('folding', () => {
  it.each([
    ['ＧＤＰ３９６', 'GDP396'],
    ['１０％，（－５）', '10%，（-5）'],
    ['零\u200B宽\uFEFF', '零宽'],
    ['"引号"', '＂引号＂'],
    ['“引号”（1—8月）', '“引号”（1—8月）'],
  ])('%j is %j', (text, expected) => expect(fold(text)).toBe(expected));

  const text = fc.string({ unit: fc.constantFrom(...'园区３Ａa"“，。 \u200B\u2063—%😀𠮷') });
  it('is the same twice, and keeps positions where it says so', () => {
    fc.assert(
      fc.property(text, (each) => {
        expect(fold(fold(each))).toBe(fold(each));
        expect(foldWidth(each)).toHaveLength(each.length);
      }),
    );
  });

  it('loses nothing but outer white space when it is spelled out', () => {
    fc.assert(
      fc.property(text, (each) => {
        const folded = fold(each);
        const spelled = spellOut(folded);
        expect(folded).not.toContain(SPACED);
        expect(spelled.join('').replaceAll(SPACED, ' ')).toBe(folded.trim().replace(/\s+/gu, ' '));
        expect(spelled.map((token) => token.replace(SPACED, ''))).toEqual(tokensOf(folded));
      }),
    );
  });

  it('leaves letters and figures only', () => expect(bare('“1+5”，完 成3.5%')).toBe('15完成35'));
});

describe('what is indexed of a page', () => {
  const shown = (tokens: string[]) => tokens.join(' ').replaceAll(BOUNDARY, '¶');
  const page = (article: string) =>
    `<html><head><meta name="park" content="&#34;jia&#34;" data-search-filter><meta name="date" content="2022-09-30" data-search-date><meta name="shown-title" content="题" data-pagefind-meta="title[content]"></head><body><nav>不入</nav><article class="article" data-pagefind-body>${article}</article><article class="card">也不入</article></body></html>`;

  it('has the title first and of 64 positions, and paragraphs kept apart', () => {
    const { tokens, meta, anchors, text, date, filters } = indexHtml(
      page(
        '<header><p class="kicker">引</p><h1>题 Ａ</h1><p class="byline"><span>甲</span><time data-pagefind-ignore>今</time></p></header><p>头<strong>“粗</strong>尾<sup><a>1</a></sup>。</p><h2 id="x">小</h2><p>&lt;b&gt; &#x26;</p>',
      ),
    );
    expect(shown(tokens)).toBe(`题 "A ${'¶ '.repeat(62)}引 ¶ ¶ 甲 ¶ ¶ 头 “ 粗 尾 。 ¶ 小 ¶ < b > "& ¶`);
    expect({ meta, anchors }).toEqual({ meta: { title: '题' }, anchors: [{ id: 'x', location: 76 }] });
    expect({ date, filters }).toEqual({ date: '2022-09-30', filters: [['park', '"jia"']] });
    expect(text).toBe('题 A引甲头“粗尾。小<b> &');
    expect(charactersOf(sumCounts([countCharacters([text]), countCharacters([text])]))).toEqual({
      symbols: '&<>“。',
      common: '&<>ab“。头小尾引甲粗题',
    });
  });

  it.each([
    ['<p><b>甲</b> <b>乙</b></p>', '甲 "乙 ¶'],
    ['<p>甲 <b>乙</b></p>', '甲 "乙 ¶'],
    ['<p>甲<b> 乙</b></p>', '甲 "乙 ¶'],
    ['<p>甲 <b> </b>\n乙</p>', '甲 "乙 ¶'],
    ['<p>甲<br>\n乙　丙</p>', '甲 "乙 "丙 ¶'],
    ['<p>甲<b>乙</b>丙</p>', '甲 乙 丙 ¶'],
    ['<p> 甲 </p>\n<p><b> </b>乙</p>', '甲 ¶ 乙 ¶'],
    ['<p>甲 </p> <h2 id="x"> 乙 <i>丙</i> </h2> <p>丁</p>', '甲 ¶ 乙 "丙 ¶ 丁 ¶'],
    ['<p>甲 &lt; "乙" & 丙</p>', '甲 "< "＂ 乙 ＂ "& "丙 ¶'],
  ])('keeps white space between two characters, whatever tags are there: %s', (body, expected) => {
    const { tokens } = indexHtml(page(`<h1>题</h1>${body}`));
    expect(shown(tokens.slice(TITLE_LENGTH))).toBe(expected);
  });

  it('cannot be made of a page without an article', () => {
    expect(() => indexHtml('<html></html>')).toThrow('The page holds no article');
  });

  it('comes back as blocks under their headings', () => {
    const raw = `题 ${'¶ '.repeat(63)}引 言 ¶ 小 题 ¶ &lt; "乙 ＂ 丙 ¶`.replaceAll('¶', BOUNDARY);
    const document = documentOf({
      url: '/a/',
      raw_content: raw,
      content: '',
      anchors: [{ id: 'x', location: 67 }],
      meta: { title: '题', category: '要闻', issue: '9月号', day: '9月30日' },
    });
    expect(document).toEqual({
      url: '/a/',
      title: '题',
      category: '要闻',
      issue: '9月号',
      date: '9月30日',
      blocks: [
        { text: '题' },
        { text: '引言' },
        { text: '小题', anchor: 'x' },
        { text: '< 乙＂丙', anchor: 'x' },
      ],
    });
  });
});

describe('the catalogue', () => {
  const value = fc.constantFrom('甲', '乙', '丙');
  const article = fc.record({
    segment: fc.constantFrom('und-202201', 'und-202207'),
    hash: fc.stringMatching(/^[0-9a-f]{7}$/u),
    date: fc.constantFrom('2022-09-30', '2022-10-31', '2023-01-31'),
    filters: fc.array(fc.tuple(fc.constantFrom(...FILTER_NAMES), value), { maxLength: 5 }),
  });
  const articles = fc.uniqueArray(article, { selector: ({ hash }) => hash, minLength: 1, maxLength: 40 });

  it('gives back each article’s values, newest first, and counts as a count by hand does', () => {
    fc.assert(
      fc.property(articles, fc.constantFrom(...FILTER_NAMES), value, (all, name, chosen) => {
        const catalogue = JSON.parse(
          JSON.stringify(catalogueOf(all, ['und-202207', 'und-202201'], charactersOf(new Map()))),
        );
        const rowOf = rowsOf(catalogue);
        const valuesOf: Engine['valuesOf'] = ({ row }, filter) =>
          catalogue.filters[filter].sets[catalogue.filters[filter].of[row]] ?? [];
        const idOf = ({ segment, hash }: (typeof all)[number]) => `${segment}_${hash}`;
        const hits = all.map((each) => ({ id: idOf(each), row: rowOf(idOf(each)) }) as Hit);
        expect(hits.toSorted((a, b) => a.row - b.row).map(({ id }) => id)).toEqual(
          all.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)).map(idOf),
        );
        const has = (index: number, of: string, what: string) =>
          all[index]?.filters.some(([each, held]) => each === of && held === what) ?? false;
        const left = hits.filter((_, index) => has(index, name, chosen));
        expect(filtered(hits, { [name]: chosen }, valuesOf)).toEqual(left);
        const counts = facetCounts(hits, { [name]: chosen }, valuesOf);
        for (const of of FILTER_NAMES) {
          for (const what of ['甲', '乙', '丙']) {
            const among = all.filter(
              (_, index) => has(index, of, what) && (of === name || has(index, name, chosen)),
            );
            expect(counts[of][what] ?? 0).toBe(among.length);
          }
        }
      }),
    );
  });
});

describe('patterns', () => {
  it('take any text for itself', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (text) => {
        const folded = fold(text);
        if (tokensOf(folded).length > 0) expect(new RegExp(pattern(folded), 'iu').test(folded)).toBe(true);
        if (bare(folded) !== '') expect(new RegExp(loosePattern(folded), 'iu').test(folded)).toBe(true);
      }),
    );
  });
});

describe('places', () => {
  const document = {
    url: '/a/',
    title: '园区一例',
    category: '',
    issue: '',
    date: '',
    blocks: [
      { text: '园区一例' },
      { text: '园区小题', anchor: 'x' },
      { text: `开头${'很长'.repeat(30)}园区在中间${'也长'.repeat(60)}`, anchor: 'x' },
    ],
  };
  it('are cut around the hit, paragraphs before headings', () => {
    expect(excerptsOf(document, markPattern(['园区'], 'phrase'))).toEqual([
      {
        anchor: 'x',
        parts: [
          { text: `…${'很长'.repeat(12)}`, marked: false },
          { text: '园区', marked: true },
          { text: `在中间${'也长'.repeat(27)}也…`, marked: false },
        ],
      },
      {
        anchor: 'x',
        parts: [
          { text: '园区', marked: true },
          { text: '小题', marked: false },
        ],
      },
    ]);
  });
  it('show the beginning where only the title has it', () => {
    expect(excerptsOf(document, markPattern(['一例'], 'phrase'))[0]?.parts[0]?.text).toMatch(/^开头很长/u);
  });
  it('mark over punctuation where it was not regarded', () => {
    expect(marked('“碳中和”园区', markPattern(['碳中和园区'], 'punct'))).toEqual([
      { text: '“', marked: false },
      { text: '碳中和”园区', marked: true },
    ]);
  });
});

describe('names', () => {
  const page = (name: string, aliases: string[] = [], initials: string[] = []): NamedPage => ({
    name,
    kind: '',
    url: `/${name}/`,
    aliases,
    initials,
  });
  const pages = [
    page('行唐县', ['行唐'], ['xtx', 'xt']),
    page('唐县', [], ['tx']),
    page('唐山高新技术产业开发区', ['唐山高新区'], ['tsgxjscykfq', 'tsgxq']),
    page('唐山市', ['唐山'], ['tss', 'ts']),
  ];
  const named = (found: NamedPage[]) => found.map(({ name }) => name);
  it.each([
    ['唐县', ['唐县', '行唐县']],
    ['唐', ['唐县', '唐山市', '唐山高新技术产业开发区']],
    ['ts', ['唐山市', '唐山高新技术产业开发区']],
    ['tsgxq', ['唐山高新技术产业开发区']],
    ['高新区', ['唐山高新技术产业开发区']],
    ['x', []],
    ['', []],
  ])('for %j: %j', (text, expected) => expect(named(suggestions(text, pages))).toEqual(expected));

  it.each([
    ['唐县', ['唐县']],
    ['唐山高新区', ['唐山高新技术产业开发区']],
    ['唐山高新技术开发区', ['唐山高新技术产业开发区']],
    ['唐山', ['唐山市']],
    ['山高', []],
  ])('%j leads to %j', (text, expected) => expect(named(directPages(text, pages))).toEqual(expected));

  it('gives a query its other names', () => {
    expect(otherNames('唐山高新技术产业开发区产值', pages)).toContain('唐山高新区产值');
    expect(otherNames('石家庄经开区', pages)).toEqual(['石家庄经济技术开发区', '石家庄经济开发区']);
    expect(otherNames('无名之地', pages)).toEqual([]);
  });
});
