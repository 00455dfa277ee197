import { expect, it } from 'vitest';
import { formatAddressList, parseAddressList } from '../../src/core/address-list.ts';

const EXAMPLE =
  '一行一个网址，以 / 开头、以 / 结尾，例如 /issues/2022-09/some-article/；不是网址的删去这一行';

it('each address with its first line', () => {
  const { lines, findings } = parseAddressList('/\n/issues/2022-09/a/\n\n  /about/ \n/\n/a_b.c-d/1/\n');
  expect([...lines]).toEqual([
    ['/', 1],
    ['/issues/2022-09/a/', 2],
    ['/about/', 4],
    ['/a_b.c-d/1/', 6],
  ]);
  expect(findings).toEqual([]);
});

it.each([
  ['issues/2022-09/a/', '“issues/2022-09/a/”不是网址清单里的网址', '改成 /issues/2022-09/a/'],
  ['/about', '“/about”不是网址清单里的网址', '改成 /about/'],
  ['//about//', '“//about//”不是网址清单里的网址', '改成 /about/'],
  ['/About/', '“/About/”不是网址清单里的网址', '改成 /about/'],
  ['https://example.com/about/', '“https://example.com/about/”不是网址清单里的网址', '改成 /about/'],
  ['见 https://example.com/a/', '“见 https://example.com/a/”不是网址清单里的网址', EXAMPLE],
  ['/.a/', '“/.a/”不是网址清单里的网址', EXAMPLE],
  ['/a//b/', '“/a//b/”不是网址清单里的网址', EXAMPLE],
  ['甲园', '“甲园”不是网址清单里的网址', EXAMPLE],
  ['甲'.repeat(60), `“${'甲'.repeat(60)}”不是网址清单里的网址`, EXAMPLE],
  ['甲'.repeat(61), `“${'甲'.repeat(60)}…”不是网址清单里的网址`, EXAMPLE],
  ['<<<<<<< HEAD', 'Git 合并时留下的记号', '删去这一行，两边的网址都留下'],
  ['=======', 'Git 合并时留下的记号', '删去这一行，两边的网址都留下'],
  ['>>>>>>> main', 'Git 合并时留下的记号', '删去这一行，两边的网址都留下'],
  ['|||||||', 'Git 合并时留下的记号', '删去这一行，两边的网址都留下'],
  ['a=======', '“a=======”不是网址清单里的网址', EXAMPLE],
])('%j', (line, problem, fix) => {
  const { lines, findings } = parseAddressList(`/about/\n${line}`);
  expect([...lines.keys()]).toEqual(['/about/']);
  expect(findings).toEqual([{ rule: 'address-line', line: 2, column: 1, problem, fix }]);
});

it('a list is sorted and has each address once', () => {
  expect(formatAddressList(['/b/', '/a/', '/', '/b/', '/a-b/'])).toBe('/\n/a-b/\n/a/\n/b/\n');
  expect(formatAddressList([])).toBe('');
});
