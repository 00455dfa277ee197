import type { Article, Park, Region } from '#core/content.ts';
import type { Register } from '#core/register.ts';
import type { ArticleFrontMatter } from '#core/schema/article.ts';
import { cityOf } from './registers.ts';
import type { DiagnosticCollector } from './diagnostic-collector.ts';

/** Ids of an article's parks, counties and cities. A masked article has none, so that no page can show them. */
export function regionsOfArticle(
  written: ArticleFrontMatter,
  collector: DiagnosticCollector,
  context: { parks: Register<Park>; regions: Register<Region> },
  publishing: boolean,
): Pick<Article, 'parks' | 'counties' | 'cities'> {
  const { regions } = context;
  const parks = collector.resolveAll('park', '园区', written.park, context.parks);
  const typed = collector.resolveAll('county', '县区', written.county, regions);
  const city =
    written.city === undefined ? undefined : collector.resolve(['city'], '设区市', written.city, regions);
  for (const code of typed) {
    if (regions.get(code)?.level !== 'county') {
      collector.at(['county'], 'region-level', `“${regions.get(code)?.name}”不是县区`, `设区市写在 city 里`);
    }
  }
  if (city && regions.get(city)?.level !== 'city') {
    collector.at(['city'], 'region-level', `“${written.city}”不是设区市`, '县区写在 county 里');
  }
  if (written.masked) return { parks: [], counties: [], cities: [] };
  const ofParks = parks.flatMap((id) => context.parks.get(id) ?? []);
  checkCounties(written, typed, ofParks, collector, regions);
  const counties = distinct([...typed, ...(typed.length > 0 ? [] : ofParks.map((park) => park.county))]);
  const cities = distinct([
    city,
    ...counties.map((county) => cityOf(county, regions)),
    ...ofParks.map((park) => park.city),
  ]);
  const scope = written.scope ?? '园区';
  if (publishing && scope === '园区' && parks.length > 0 && counties.length + cities.length === 0) {
    collector.at(
      ['park'],
      'missing-field',
      '园区名录里没有这个园区所在的县区，稿件也没有写',
      '加一行 county: 某某县，或在园区文件里补上 county',
    );
  }
  return { parks: distinct(parks), counties, cities };
}

/** Checks that one of the article's parks is in one of its counties. */
function checkCounties(
  { county }: ArticleFrontMatter,
  codes: string[],
  parks: Park[],
  collector: DiagnosticCollector,
  regions: Register<Region>,
): void {
  const counties = codes.filter((code) => regions.get(code)?.level === 'county');
  const holds = (park: Park) =>
    park.county
      ? counties.includes(park.county)
      : counties.some((code) => cityOf(code, regions) === park.city);
  const [main] = parks.filter((park) => park.county ?? park.city);
  if (!main || counties.length === 0 || parks.some(holds)) return;
  const code = main.county ?? main.city ?? '';
  const place = regions.get(code)?.name ?? code;
  const typed = [county ?? []].flat();
  const right = !main.county
    ? `${place}的县区`
    : typed.length > 1
      ? `[${[...typed, place].join(', ')}]`
      : place;
  collector.at(
    ['county'],
    'county-park',
    `园区“${main.shortName}”在${place}，不在${typed.join('、')}`,
    `county: ${right}，或删去这一行（县区可以从园区推出）；园区名录错了，就改 parks 里的文件`,
  );
}

function distinct(values: (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}
