import { describe, expect, it } from 'vitest';
import type { NamedPage } from '../../src/core/named-page.ts';
import { homophones } from '../../src/search/browser/homophones.ts';
import { soundTable } from '../../src/pinyin/sound-table.ts';
import { directPages, otherNames, suggestions } from '../../src/search/browser/direct-pages.ts';

describe('names', () => {
  const page = (name: string, aliases: string[] = [], readings: string[] = []): NamedPage => ({
    name,
    kind: '',
    url: `/${name}/`,
    aliases,
    readings,
  });
  const pages = [
    page('行唐县', ['行唐'], ['xing tang xian', 'xing tang']),
    page('唐县', [], ['tang xian']),
    page(
      '唐山高新技术产业开发区',
      ['唐山高新区'],
      ['tang shan gao xin ji shu chan ye kai fa qu', 'tang shan gao xin qu'],
    ),
    page('唐山市', ['唐山'], ['tang shan shi', 'tang shan']),
    page('乐亭县', ['乐亭'], ['lao ting xian', 'le ting xian', 'lao ting', 'le ting']),
    page('吕梁市', [], ['lv liang shi']),
  ];
  const named = (found: NamedPage[]) => found.map(({ name }) => name);
  it.each([
    ['唐县', ['唐县', '行唐县']],
    ['唐', ['唐县', '唐山市', '唐山高新技术产业开发区']],
    ['ts', ['唐山市', '唐山高新技术产业开发区']],
    ['tsgxq', ['唐山高新技术产业开发区']],
    ['TSGXQ', ['唐山高新技术产业开发区']],
    ['tangshan', ['唐山市', '唐山高新技术产业开发区']],
    ["tang'shan", ['唐山市', '唐山高新技术产业开发区']],
    ['tang shan', ['唐山市', '唐山高新技术产业开发区']],
    ['Tángshān', ['唐山市', '唐山高新技术产业开发区']],
    ['tangsgxq', ['唐山高新技术产业开发区']],
    ['tangsh', ['唐山市', '唐山高新技术产业开发区']],
    ['gaoxinqu', ['唐山高新技术产业开发区']],
    ['laotingx', ['乐亭县']],
    ['leting', ['乐亭县']],
    ['lvliang', ['吕梁市']],
    ['lǚliáng', ['吕梁市']],
    ['lyuliang', ['吕梁市']],
    ['jingkaiqu', []],
    ['constructor', []],
    ['高新区', ['唐山高新技术产业开发区']],
    ['x', []],
    ['', []],
  ])('for %j: %j', (text, expected) =>
    expect(suggestions(text, pages, 8).map((each) => each.page.name)).toEqual(expected),
  );

  it.each([
    ['唐县', ['唐县']],
    ['唐山高新区', ['唐山高新技术产业开发区']],
    ['唐山高新技术开发区', ['唐山高新技术产业开发区']],
    ['唐山', ['唐山市']],
    ['山高', []],
    ['tsgxq', ['唐山高新技术产业开发区']],
    ['tangshan', ['唐山市']],
    ['tangsh', []],
  ])('%j leads to %j', (text, expected) => expect(named(directPages(text, pages))).toEqual(expected));

  it('replaces a name in a query with its other names', () => {
    expect(otherNames('唐山高新技术产业开发区产值', pages)).toContain('唐山高新区产值');
    expect(otherNames('石家庄经开区', pages)).toEqual(['石家庄经济技术开发区', '石家庄经济开发区']);
    expect(otherNames('无名之地', pages)).toEqual([]);
  });

  it.each([
    ['高薪区', [{ text: '高新区' }]],
    ['唐山高薪区', [{ text: '唐山高新区', url: '/唐山高新技术产业开发区/' }]],
    ['老亭', [{ text: '乐亭', url: '/乐亭县/' }]],
    ['堂县', [{ text: '唐县', url: '/唐县/' }]],
    ['高新区', []],
    ['高', []],
    ['高薪区3', []],
    ['', []],
  ])('that sound like %j: %j', (text, expected) => {
    expect(homophones(text, pages, soundTable())).toEqual(expected);
  });
});
