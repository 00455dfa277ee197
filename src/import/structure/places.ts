import type { KnownCounty, KnownNames } from '../draft.ts';
import type { ImportWarning } from '../manuscript.ts';

export interface Places {
  park: string[];
  county: string[];
  warnings: ImportWarning[];
}

/** Last words of park names, longest first. */
const PARK =
  /(?:高新技术产业开发区|经济技术开发区|经济开发区|高新技术开发区|综合保税区|工业园区|产业园区|开发区|经开区|高新区|产业园|工业园|科技园|创新园)/gu;
/** Length of a region's short name. */
const MIN_NAME_LENGTH = 2;

/**
 * Finds the parks and counties named in the title, else in the first paragraph. Ignores names inside a
 * longer name (唐县 in 行唐县). If several counties share a name, the text must also name the city.
 */
export function findPlaces(head: string, first: string, names: KnownNames): Places {
  const warnings: ImportWarning[] = [];
  const parks = parksIn(head, first, names);
  const unknown = parks.filter(({ known }) => !known).map(({ name }) => name);
  if (unknown.length > 0) {
    warnings.push({
      code: 'park-unknown',
      message: '园区登记里没有这个名字；是同一园区就写登记的名字，是新园区就在 parks 文件夹里登记',
      quote: unknown.join('、'),
    });
  }
  const inHead = countiesIn(head, names.counties);
  const found = inHead.length > 0 ? inHead : countiesIn(first, names.counties);
  const isShared = (name: string) => names.counties.filter((county) => county.name === name).length > 1;
  const county = chooseCounties(found, `${head}${first}`, isShared, warnings);
  return { park: parks.map(({ name }) => name), county, warnings };
}

function parksIn(head: string, first: string, names: KnownNames): { name: string; known: boolean }[] {
  const inHead = parksOf(head, names);
  return inHead.length > 0 ? inHead : parksOf(first, names);
}

function parksOf(text: string, names: KnownNames): { name: string; known: boolean }[] {
  const found = new Map<string, { name: string; known: boolean; at: number }>();
  const usedRanges: [number, number][] = [];
  const known = names.parks.flatMap((park) => [park.name, ...park.aliases].map((name) => ({ park, name })));
  for (const { park, name } of known.toSorted((a, b) => b.name.length - a.name.length)) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      if (usedRanges.some(([from, to]) => at < to && at + name.length > from)) continue;
      usedRanges.push([at, at + name.length]);
      if (!found.has(park.name)) found.set(park.name, { name, known: true, at });
    }
  }
  for (const { index, 0: kind } of text.matchAll(PARK)) {
    const end = index + kind.length;
    if (usedRanges.some(([from, to]) => index < to && end > from)) continue;
    const name = regionBefore(text.slice(0, index), names) + kind;
    const region = name.slice(0, -kind.length);
    // 河北省开发区 means all zones of the province, not a particular one.
    if (region !== '' && !isProvince(region, names) && !found.has(name))
      found.set(name, { name, known: false, at: end - name.length });
    usedRanges.push([end - name.length, end]);
  }
  return [...found.values()].toSorted((a, b) => a.at - b.at);
}

/** Whether a text is the name of a province, with or without 省. */
function isProvince(text: string, { counties }: Pick<KnownNames, 'counties'>): boolean {
  return counties.some(({ above }) => {
    const province = above.at(-1) ?? '';
    return above.length > 1 && (text === province || text === province.replace(/省$/u, ''));
  });
}

/** The region at the end of a text, as the first part of a park's name: 河北某某 in 位于河北某某｜经济开发区. */
function regionBefore(text: string, names: Pick<KnownNames, 'counties'>): string {
  const regions = names.counties.flatMap(({ name, aliases, above }) => [name, ...aliases, ...above]);
  const short = regions.map((name) => name.replace(/(?:省|市|县|区|自治县|自治州)$/u, ''));
  const ends = [...new Set([...regions, ...short])]
    .filter((name) => name.length >= MIN_NAME_LENGTH && text.endsWith(name))
    .toSorted((a, b) => b.length - a.length)[0];
  if (ends === undefined) return '';
  return regionBefore(text.slice(0, -ends.length), names) + ends;
}

/** Counties whose full name occurs in a text and is not part of a longer name. */
function countiesIn(text: string, counties: KnownCounty[]): { name: string; counties: KnownCounty[] }[] {
  const found = new Map<string, KnownCounty[]>();
  const usedRanges: [number, number][] = [];
  const named = new Map<string, KnownCounty[]>();
  for (const county of counties) {
    for (const name of [county.name, ...county.aliases]) {
      if (/[县区市旗]$/u.test(name)) named.set(name, [...(named.get(name) ?? []), county]);
    }
  }
  for (const [name, namesakes] of [...named].toSorted(([a], [b]) => b.length - a.length)) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      if (usedRanges.some(([from, to]) => at < to && at + name.length > from)) continue;
      usedRanges.push([at, at + name.length]);
      // Followed by 开发区, 高新区 etc. it is part of a park's name.
      if (!/^(?:经开|高新|开发|产业|工业|园区)/u.test(text.slice(at + name.length)))
        found.set(name, namesakes);
    }
  }
  return [...found].map(([name, namesakes]) => ({ name, counties: namesakes }));
}

function nameWithCity({ name, aliases, above }: KnownCounty): string {
  return aliases.find((alias) => above.some((city) => alias === `${city}${name}`)) ?? name;
}

function chooseCounties(
  found: { name: string; counties: KnownCounty[] }[],
  text: string,
  isShared: (name: string) => boolean,
  warnings: ImportWarning[],
): string[] {
  const chosen = new Set<string>();
  for (const { name, counties } of found) {
    const matching =
      counties.length === 1
        ? counties
        : counties.filter(({ above }) => above.some((each) => text.includes(each.replace(/[省市]$/u, ''))));
    const [county] = matching;
    // A name that several counties share is written with the city, as registered.
    if (matching.length === 1 && county)
      chosen.add(isShared(county.name) ? nameWithCity(county) : county.name);
    else
      warnings.push({
        code: 'county-ambiguous',
        message: `叫“${name}”的不止一处，原稿没有写明是哪里的，请写明`,
        quote: name,
      });
  }
  if (chosen.size > 2) {
    warnings.push({
      code: 'county-many',
      message: '第一段提到好几个县区，看不出写的是哪一个，请填',
      quote: [...chosen].join('、'),
    });
    return [];
  }
  return [...chosen];
}
