import { describe, expect, it } from 'vitest';
import type { NamedPage } from '../../src/core/named-page.ts';
import { directPages, otherNames, suggestions } from '../../src/search/browser/direct-pages.ts';

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

  it('replaces a name in a query with its other names', () => {
    expect(otherNames('唐山高新技术产业开发区产值', pages)).toContain('唐山高新区产值');
    expect(otherNames('石家庄经开区', pages)).toEqual(['石家庄经济技术开发区', '石家庄经济开发区']);
    expect(otherNames('无名之地', pages)).toEqual([]);
  });
});
