import { describe, expect, it } from 'vitest';
import { changesBetween, compareVersions, isMajorStep } from '../../scripts/lib/upgrade/changelog.ts';
import { compareSites } from '../../scripts/lib/upgrade/compare-sites-fs.ts';
import { groupAddresses } from '../../scripts/lib/upgrade/format-difference.ts';
import { type Files, writeFiles } from '../lib/bulletin-files.ts';

const difference = async (before: Files, after: Files) =>
  compareSites(await writeFiles(before), await writeFiles(after));
const SAME = { changed: [], added: [], removed: [] };

describe('two sites', () => {
  it('are the same with other names of assets', async () => {
    const site = (style: string, font: string, fragment: string): Files => ({
      'index.html': `<link href="/x/_astro/page.${style}.css"><a href="/x/about/">`,
      [`_astro/page.${style}.css`]: `@font-face{src:url(/x/fonts/${font}.woff2)}`,
      [`fonts/${font}.woff2`]: 'font',
      [`pagefind/fragment/${fragment}`]: 'same',
      'pagefind/entry.json': '{}',
      '.park-bulletin': 'made by',
    });
    const other = { ...site('Dx_-12ab', 'ffff0000', 'zh_1'), '.park-bulletin': 'made by another' };
    expect(await difference(site('a1b2c3d4', '0000ffff', 'zh_1'), other)).toEqual(SAME);
  });

  it('differ by the text of a page, a style, a picture, and the search index as one', async () => {
    const before = {
      'index.html': '甲',
      'issues/index.html': '乙',
      '_astro/page.a1b2c3d4.css': 'a{}',
      'pagefind/fragment/zh_1': '甲',
      'pagefind/fragment/zh_2': '乙',
    };
    const after = {
      'index.html': '丙',
      'about/index.html': '丁',
      '_astro/page.e5f6a7b8.css': 'b{}',
      'pagefind/fragment/zh_1': '丙',
      'pagefind/fragment/zh_3': '乙',
    };
    expect(await difference(before, after)).toEqual({
      changed: ['', '_astro/page.css', 'pagefind/'],
      added: ['about/'],
      removed: ['issues/'],
    });
  });

  it('differ where a page shows another picture', async () => {
    const page = (name: string) => ({ 'index.html': `<img src="/pictures/${name}-480.webp">` });
    expect(await difference(page('0a1b'), page('0a1c'))).toEqual({ ...SAME, changed: [''] });
  });

  it('count two files of one name as one difference', async () => {
    const chunks = (a: string, b: string) => ({ '_astro/x.a1b2c3d4.js': a, '_astro/x.e5f6a7b8.js': b });
    expect(await difference(chunks('1', '2'), chunks('2', '1'))).toEqual(SAME);
    expect(await difference(chunks('1', '2'), chunks('1', '3'))).toEqual({
      ...SAME,
      changed: ['_astro/x.js'],
    });
  });
});

it('addresses are grouped so that an office can read them', () => {
  expect(
    groupAddresses([
      '404.html',
      'issues/2022-09/a/',
      'issues/2022-09/b/',
      'issues/2022-09/',
      'issues/2022/',
      'issues/',
      '',
      'search/',
      'search/names.json',
      'pagefind/',
      'parks/',
      'parks/a/',
      'about/',
      'licenses.txt',
      '_astro/page.css',
      '_astro/page.js',
      'fonts/*.woff2',
      'pictures/0a1b.webp',
      'admin/',
      'admin/app.js',
    ]),
  ).toBe(
    '首页、检索页、往期、1 个年度总目录、1 期的目录、2 篇稿件、1 个名录页、1 个列表页、/about/、/licenses.txt、“找不到”页（404）、样式（每一页的样子都可能变）、脚本、字体、图片、检索数据、编辑表单和手册',
  );
  expect(groupAddresses(['a/', 'b/', 'c/', 'd/'])).toBe('4 个其他页面');
});

describe('the changelog', () => {
  const CHANGELOG =
    '# 更新记录\n\n开头\n\n## 未发布\n\n- 丁\n\n## 0.3.0（2023-02-01）\n\n### 新的\n\n- 丙\n\n## [0.2.0]\n\n- 乙\n\n## 0.1.0\n\n- 甲\n';

  it.each([
    ['0.1.0', '0.3.0', '## 0.3.0（2023-02-01）\n\n### 新的\n\n- 丙\n\n## [0.2.0]\n\n- 乙'],
    ['0.1.0', '0.2.0', '## [0.2.0]\n\n- 乙'],
    ['0.3.0', '0.4.0', '## 未发布\n\n- 丁'],
    ['0.3.0', '0.2.0', ''],
  ])('from %s to %s', (from, to, expected) => expect(changesBetween(CHANGELOG, from, to)).toBe(expected));

  it.each([
    ['0.1.0', '0.1.9', false],
    ['0.1.0', '0.2.0', true],
    ['1.0.0', '1.9.0', false],
    ['1.9.0', '2.0.0', true],
    ['0.9.0', '1.0.0', true],
  ])('a step from %s to %s is major: %s', (from, to, expected) =>
    expect(isMajorStep(from, to)).toBe(expected),
  );

  it('compares versions by their numbers', () => {
    expect(['0.10.0', '0.9.1', '0.9.0', '1.0.0'].toSorted(compareVersions)).toEqual([
      '0.9.0',
      '0.9.1',
      '0.10.0',
      '1.0.0',
    ]);
  });
});
