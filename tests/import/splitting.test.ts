import { describe, expect, it } from 'vitest';
import { imported } from '../lib/imported.ts';

/* Where one article ends and the next begins in files without datelines. */

const VERBS = ['修通货运专线', '办起夜校', '清出旧厂房', '试用自动称重', '给小厂送去仪器', '晒出办事清单'];
const titleOf = (at: number) => `${'甲乙丙丁'[at % 4]}园${VERBS[at % 6]}第${at + 1}处`;
const bodyOf = (at: number) =>
  `近日，第${at + 1}处工地完了工，头一批用上的有${at + 3}家厂。管事的人说，往后每个月添一处，添到年底。`;

/** Briefs with a head each, below a column head. */
function digest(count: number, head: (title: string) => string, end = ''): string {
  const items = Array.from({ length: count }, (_, at) => `${head(titleOf(at))}\n${bodyOf(at)}${end}`);
  return `【园区短波】\n\n${items.join('\n\n')}\n`;
}

async function split(text: string) {
  const { articles } = await imported(text);
  return {
    titles: articles.map(({ report }) => report.title),
    possible: articles.flatMap(({ report }) =>
      report.warnings.filter(({ code }) => code === 'possible-article').map(({ quote }) => quote),
    ),
  };
}

describe('a digest page of a hundred items without datelines', () => {
  const titles = Array.from({ length: 100 }, (_, at) => titleOf(at));

  it.each([
    ['plain titles', digest(100, (title) => title)],
    ['signs before the titles', digest(100, (title) => `■${title}`)],
    ['titles in brackets', digest(100, (title) => `【${title}】`)],
    ['signed items', digest(100, (title) => title, '（记者张三）')],
  ])('%s', async (_, text) => {
    expect(await split(text)).toEqual({ titles, possible: [] });
  });
});

describe('two articles', () => {
  const texts = [0, 1].map((at) => `${titleOf(at)}\n${bodyOf(at)}\n${bodyOf(at + 2)}`);
  const titles = [titleOf(0), titleOf(1)];

  it.each([
    ['each signed on a line of its own', texts.map((text) => `${text}\n（张三　李四）`).join('\n')],
    ['each signed in its last line', texts.map((text) => `${text}（通讯员 王小明）`).join('\n')],
  ])('%s', async (_, text) => {
    expect(await split(text)).toEqual({ titles, possible: [] });
  });
});

describe('an article with headings is not split', () => {
  const parts = (sign: string) =>
    [0, 1, 2].map((at) => `${sign}${titleOf(at)}\n${bodyOf(at).slice(3)}`).join('\n\n');

  it.each([
    ['with signs', `一条路怎么修\n本报记者 张三\n\n${bodyOf(5)}\n\n${parts('■')}`],
    ['without signs', `一条路怎么修\n本报记者 张三\n\n${bodyOf(5)}\n\n${parts('')}`],
  ])('%s', async (_, text) => {
    expect(await split(text)).toEqual({ titles: ['一条路怎么修'], possible: [] });
  });

  it('a question is no title', async () => {
    const text = `一条路怎么修\n\n记者：修路最难的是什么？\n\n负责人：${bodyOf(1)}`;
    expect((await split(text)).titles).toEqual(['一条路怎么修']);
  });

  it('titles that look alike without a column head are reported', async () => {
    const text = [0, 1, 2].map((at) => `${titleOf(at)}\n${bodyOf(at)}`).join('\n\n');
    expect(await split(text)).toEqual({ titles: [titleOf(0)], possible: [titleOf(1), titleOf(2)] });
  });
});
