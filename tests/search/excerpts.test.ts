import { describe, expect, it } from 'vitest';
import { marked, markPattern, excerptsOf } from '../../src/search/browser/excerpts.ts';

describe('excerpts', () => {
  const document = {
    url: '/a/',
    title: '园区一例',
    breaks: [],
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
  it('show the opening if only the title matches', () => {
    expect(excerptsOf(document, markPattern(['一例'], 'phrase'))[0]?.parts[0]?.text).toMatch(/^开头很长/u);
  });
  it('show and mark what is printed, whatever was typed', () => {
    expect(
      marked('投资３，０００万元（3000㎡），“CO₂”e\u0301', markPattern(['3000', 'm2', 'co2', 'e'], 'phrase')),
    ).toEqual([
      { text: '投资', marked: false },
      { text: '３，０００', marked: true },
      { text: '万元（', marked: false },
      { text: '3000', marked: true },
      { text: '㎡', marked: true },
      { text: '），“', marked: false },
      { text: 'CO₂', marked: true },
      { text: '”', marked: false },
      { text: 'e\u0301', marked: true },
    ]);
  });
  it('mark across punctuation if the search ignored it', () => {
    expect(marked('“碳中和”园区', markPattern(['碳中和园区'], 'punct'))).toEqual([
      { text: '“', marked: false },
      { text: '碳中和”园区', marked: true },
    ]);
  });
});
