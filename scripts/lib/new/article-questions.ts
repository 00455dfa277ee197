import {
  type ArticleFrontMatter,
  GENRES,
  GENRES_WITHOUT_BYLINE,
  SCOPES,
} from '../../../src/core/schema/article.ts';
import type { Region } from '../../../src/core/content.ts';
import { articleField } from '../../../src/core/missing-fields.ts';
import type { Register } from '../../../src/core/register.ts';
import { type Offer, offerOf } from '../../../src/scaffold/complete.ts';
import type { EditingContext } from '../editing-context.ts';

export type ArticleFlag =
  'title' | 'category' | 'scope' | 'park' | 'county' | 'city' | 'genre' | 'byline' | 'rights' | 'source';

interface ArticleQuestion {
  key: ArticleFlag;
  label: string;
  proposal?: string;
  /** Whether to ask, given the earlier answers. */
  when?(fields: ArticleFrontMatter): boolean;
  choices?(context: EditingContext): { value: string; says?: string }[];
  offers?(context: EditingContext): Offer[];
}

const scopeOf = ({ scope }: ArticleFrontMatter) => scope ?? '园区';
const regions =
  (level: Region['level']) =>
  ({ lists, regions: register }: EditingContext): Offer[] =>
    lists.regions
      .filter((region) => region.level === level)
      .map(({ id, name, aliases }) => offerOf([name, ...aliases], resolvesTo(register, id)));

function resolvesTo<T extends { id: string; name: string; aliases: string[] }>(
  register: Register<T>,
  id: string,
) {
  return (name: string): boolean => {
    const found = register.find(name);
    return 'id' in found && found.id === id;
  };
}

/** The questions about a new article, in order; each is also a flag. */
export const ARTICLE_QUESTIONS: readonly ArticleQuestion[] = [
  { key: 'title', label: '标题' },
  {
    key: 'category',
    label: '栏目',
    choices: ({ lists }) => lists.categories.map(({ name }) => ({ value: name })),
  },
  {
    key: 'scope',
    label: '范围',
    proposal: '园区',
    choices: () => SCOPES.map((value) => ({ value })),
  },
  {
    key: 'park',
    label: '园区（不止一个用“、”隔开）',
    when: (fields) => scopeOf(fields) === '园区',
    offers: ({ lists, parks }) =>
      lists.parks.map(({ id, shortName, name, aliases }) =>
        offerOf([shortName, name, ...aliases], resolvesTo(parks, id)),
      ),
  },
  {
    key: 'county',
    label: '县区（园区名录里有的可以不写）',
    when: (fields) => ['园区', '县区'].includes(scopeOf(fields)),
    offers: regions('county'),
  },
  { key: 'city', label: '设区市', when: (fields) => scopeOf(fields) === '市', offers: regions('city') },
  { key: 'genre', label: '体裁', choices: () => GENRES.map((value) => ({ value })) },
  {
    key: 'byline',
    label: '署名（如：记者 甲某、乙某；通讯员 丙某）',
    when: ({ genre = '' }) => !GENRES_WITHOUT_BYLINE.includes(genre),
  },
  {
    key: 'rights',
    label: '权利',
    choices: () =>
      Object.entries(articleField('rights').meanings ?? {}).map(([value, meaning]) => ({
        value,
        says: `${value} ${meaning}`,
      })),
  },
  {
    key: 'source',
    label: '来源',
    when: ({ rights }) => rights === 'reprint',
    offers: ({ lists, sources }) =>
      lists.sources.map(({ id, name, aliases }) => offerOf([name, ...aliases], resolvesTo(sources, id))),
  },
];
