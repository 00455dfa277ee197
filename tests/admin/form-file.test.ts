import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { formFields } from '../../src/admin/form-field.ts';
import { regionNames } from '../../src/admin/form-view.ts';
import type { Region } from '../../src/core/content.ts';
import { type FormFile, readFormFile, writeFormFile } from '../../src/admin/form-file.ts';

const ARTICLE: FormFile = { shape: 'markdown', fields: formFields('article') };
const CATEGORIES: FormFile = { shape: 'list', fields: formFields('categories') };
const PARK: FormFile = { shape: 'object', fields: formFields('park') };

const TEXT = `---
title: 园区开出“直通车”
byline: 记者 甲某、乙某；通讯员 丙某
park: 甲园
facts:
  - { label: 完成投资, value: 4122.0, unit: 亿元, quote: 投资4122.0亿元 }
import: { from: 来稿.docx, sha256: 0a, at: 2022-09-01T08:00:00.000Z, warnings: [{ code: 1 }] }
status: ready
---


正文第一段。  
换行。
`;

it('shows names as lists, a byline as people, a figure as it was typed', () => {
  expect(readFormFile(ARTICLE, TEXT)).toMatchObject({
    park: ['甲园'],
    byline: [
      { name: '甲某', role: '记者' },
      { name: '乙某', role: '记者' },
      { name: '丙某', role: '通讯员' },
    ],
    facts: [{ value: '4122.0' }],
    body: '正文第一段。  \n换行。',
  });
});

describe('saving changes only the edited lines', () => {
  const save = (changes: Record<string, unknown>) =>
    writeFormFile(ARTICLE, { ...readFormFile(ARTICLE, TEXT), ...changes });

  it.each<[string, Record<string, unknown>, string, string]>([
    ['nothing', {}, '', ''],
    ['blank fields of the form', { kicker: '', topics: [], lead: false, interviewee: {} }, '', ''],
    ['an added name', { park: ['甲园', '乙园'] }, 'park: 甲园', 'park: [甲园, 乙园]'],
    [
      'a removed person keeps the shorthand',
      { byline: [{ name: '甲某', role: '记者', org: '' }] },
      'byline: 记者 甲某、乙某；通讯员 丙某',
      'byline: 记者 甲某',
    ],
    [
      'a person with an organisation needs the long form',
      { byline: [{ name: '甲某', role: '记者', org: '某县融媒体中心' }] },
      'byline: 记者 甲某、乙某；通讯员 丙某',
      'byline:\n  - { name: 甲某, role: 记者, org: 某县融媒体中心 }',
    ],
    [
      'a figure as it is typed',
      { facts: [{ label: '完成投资', value: '4123.50', unit: '亿元', quote: '投资4122.0亿元' }] },
      'value: 4122.0',
      'value: 4123.50',
    ],
    [
      'the body',
      { body: '正文第一段。  \n换了。' },
      '\n\n正文第一段。  \n换行。',
      '\n正文第一段。  \n换了。',
    ],
    ['a new field', { lead: true }, 'status: ready', 'lead: true\nstatus: ready'],
  ])('%s', (_, changes, from, to) => {
    const expected =
      from === 'status: ready' ? TEXT.replace('import:', 'lead: true\nimport:') : TEXT.replace(from, to);
    if (from === 'status: ready')
      expect(
        save(changes)
          .split('\n')
          .filter((line) => !TEXT.includes(line)),
      ).toEqual(['lead: true']);
    else expect(save(changes)).toBe(expected);
  });
});

it('writes a new article', () => {
  expect(
    writeFormFile(ARTICLE, {
      title: '新稿',
      park: ['甲园'],
      byline: [{ name: '本刊编辑部', role: '署名单位' }],
      order: '',
      page: 2,
      lead: false,
      status: 'draft',
      body: '正文。',
    }),
  ).toBe(
    '---\ntitle: 新稿\npark: 甲园\nbyline: 署名单位 本刊编辑部\npage: 2\nstatus: draft\n---\n\n正文。\n',
  );
});

it('changes one entry of a register', () => {
  const text = '- { id: news, name: 要闻 }\n- { id: feature, name: 特稿, aliases: [长稿] }\n';
  const content = readFormFile(CATEGORIES, text);
  const [news, feature] = content.entries as Record<string, unknown>[];
  expect(
    writeFormFile(CATEGORIES, { ...content, entries: [news, { ...feature, name: '特写', order: 3 }] }),
  ).toBe('- { id: news, name: 要闻 }\n- { id: feature, name: 特写, aliases: [长稿], order: 3 }\n');
});

it('offers the short and the full name of a park, and does not write them to the file', () => {
  const text = 'name: 甲县经济开发区\nshortName: 甲园\n';
  const content = readFormFile(PARK, text);
  expect(content.names).toEqual(['甲园', '甲县经济开发区']);
  expect(writeFormFile(PARK, content)).toBe(text);
});

it('offers regions by unique names', () => {
  const region = (id: string, level: Region['level'], name: string, ...aliases: string[]) => ({
    id,
    level,
    name,
    aliases,
  });
  const regions = [
    region('990000', 'province', '甲省'),
    region('990100', 'city', '乙市'),
    region('990101', 'county', '城区', '乙市城区'),
    region('990110', 'county', '丙县'),
    region('990200', 'city', '丁市'),
    region('990201', 'county', '城区', '丁市城区'),
  ];
  expect(regionNames(regions)).toEqual({
    counties: ['乙市城区', '丙县', '丁市城区'],
    cities: ['乙市', '丁市'],
  });
});

it('says in Chinese what is wrong with a file that it cannot read', () => {
  expect(() => readFormFile(ARTICLE, '---\ntitle：坏稿\n---\n')).toThrow(
    '第 2 行：字段名“title”后面用了中文冒号“：”。改法：title: 坏稿',
  );
});

it('leaves every file of the sample bulletin unchanged if nothing is edited', async () => {
  const files = (await readdir('content', { recursive: true })).filter((name) =>
    /\.(?:mdx?|ya?ml)$/u.test(name),
  );
  const changed: string[] = [];
  for (const name of files) {
    const file = fileOf(name.replaceAll('\\', '/'));
    if (!file) continue;
    const text = await readFile(`content/${name}`, 'utf8');
    if (writeFormFile(file, readFormFile(file, text)) !== text) changed.push(name);
  }
  expect(files.length).toBeGreaterThan(60);
  expect(changed).toEqual([]);
});

function fileOf(name: string): FormFile | undefined {
  if (/^(?:issues\/.*|inbox\/.*)\.mdx?$/u.test(name)) return ARTICLE;
  if (name.startsWith('parks/')) return PARK;
  if (name.startsWith('pages/')) return { shape: 'markdown', fields: formFields('page') };
  if (name.endsWith('/issue.yaml')) return { shape: 'object', fields: formFields('issue') };
  if (name === 'site.yaml') return { shape: 'object', fields: formFields('site') };
  if (name === 'categories.yaml') return CATEGORIES;
  if (name === 'sources.yaml') return { shape: 'list', fields: formFields('sources') };
  return /^(?:topics|industries|series)\.yaml$/u.test(name)
    ? { shape: 'list', fields: formFields('terms') }
    : undefined;
}
