import { z } from 'zod';
import { field } from './schema/field.ts';

/** Builds the register of regions (`content/regions.yaml`) from a national table of codes. */

/** One province, city or county: six-digit GB/T 2260 code and needsFullName name. */
export interface RegionRow {
  code: string;
  name: string;
  /** Code of the parent region, if it cannot be derived from the digits of `code`. */
  parent?: string;
}

export interface Region extends RegionRow {
  aliases: string[];
  formerIds?: string[];
}

const codeSchema = z.string().regex(/^\d{6}$/u);

/** `content/regions-choice.yaml`: the regions that a bulletin selects and adds by hand. */
export const regionChoiceSchema = z.strictObject({
  provinces: field('整省收录', "['130000']", z.array(codeSchema)),
  counties: field('单个县区', "['320583']", z.array(codeSchema)),
  additions: field(
    '补充的地区',
    "[{ code: '990100', name: 某新区, parent: '990000' }]",
    z.array(z.strictObject({ code: codeSchema, name: z.string(), parent: codeSchema.optional() })),
  ),
  parents: field('上级', "{ '990101': '990100' }", z.record(codeSchema, codeSchema)),
  aliases: field('别名', "{ '990101': [旧称] }", z.record(codeSchema, z.array(z.string()))),
  formerIds: field(
    '旧代码',
    "{ '990111': ['990101'] }",
    z.record(codeSchema, z.array(codeSchema)),
    '改代码以前的代码：旧网址会转到新网址',
  ).optional(),
});

export type RegionChoice = z.infer<typeof regionChoiceSchema>;

const provinceOf = (code: string) => `${code.slice(0, 2)}0000`;
const cityOf = (code: string) => `${code.slice(0, 4)}00`;
const isCounty = ({ code }: RegionRow) => !code.endsWith('00');
const isDistrict = (row: RegionRow) => isCounty(row) && row.name.endsWith('区');

/**
 * The chosen regions, sorted by code, with their aliases: the short name if it is unambiguous,
 * city and district together (石家庄市桥西区), then the names of `choice.aliases`.
 *
 * @param table every region of the country, without the placeholder cities of municipalities
 * @throws Error, in Chinese, if the choice contains an unknown code or an alias means two regions
 */
export function regionTable(table: RegionRow[], choice: RegionChoice): Region[] {
  const rows = chosenRows(table, choice);
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const listed = [choice.provinces, choice.counties, Object.entries(choice.parents).flat()];
  const former = choice.formerIds ?? {};
  for (const code of [...listed.flat(), ...Object.keys(choice.aliases), ...Object.keys(former)]) {
    if (!byCode.has(code)) throw new Error(`地区代码 ${code} 不在表中`);
  }

  const namesakes = repeated(table.map(({ name }) => name));
  const shortNames = unambiguousShortNames(rows, namesakes, Object.values(choice.aliases).flat());
  const regions = rows.map((row): Region => {
    const parent = byCode.get(row.parent ?? cityOf(row.code));
    const needsFullName = isDistrict(row) || (isCounty(row) && namesakes.has(row.name));
    const generated = [shortNames.get(row.code), needsFullName ? `${parent?.name}${row.name}` : undefined];
    const aliases = [...generated, ...(choice.aliases[row.code] ?? [])];
    const formerIds = former[row.code];
    return {
      ...row,
      aliases: aliases.filter((alias) => alias !== undefined),
      ...(formerIds && { formerIds }),
    };
  });

  const names = new Set(rows.map(({ name }) => name));
  const aliases = regions.flatMap((region) => region.aliases);
  const ambiguous = [...repeated(aliases), ...aliases.filter((alias) => names.has(alias))];
  if (ambiguous.length > 0) throw new Error(`别名所指不止一处：${ambiguous.join('、')}`);
  return regions;
}

/** The chosen provinces with all their regions, the chosen counties with their parents, and the additions. */
function chosenRows(table: RegionRow[], choice: RegionChoice): RegionRow[] {
  const chosenCounties = new Set(choice.counties.flatMap((code) => [provinceOf(code), cityOf(code), code]));
  const isChosen = ({ code }: RegionRow) =>
    choice.provinces.includes(provinceOf(code)) || chosenCounties.has(code);
  const rows = [...table.filter(isChosen), ...choice.additions];
  const twice = repeated(rows.map(({ code }) => code));
  if (twice.size > 0) throw new Error(`地区代码重复：${[...twice].join('、')}`);

  const codes = new Set(rows.map(({ code }) => code));
  const withParent = rows.map((row) => {
    const isUnderProvince = isCounty(row) && !codes.has(cityOf(row.code));
    const parent = choice.parents[row.code] ?? row.parent;
    if (parent) return { ...row, parent };
    return isUnderProvince ? { ...row, parent: provinceOf(row.code) } : row;
  });
  return withParent.sort((a, b) => Number(a.code) - Number(b.code));
}

/** Short names by code. Provinces and cities take precedence over counties; ambiguous names are omitted. */
function unambiguousShortNames(rows: RegionRow[], namesakes: Set<string>, manualAliases: string[]) {
  const taken = new Set([...rows.map(({ name }) => name), ...manualAliases]);
  const result = new Map<string, string>();
  for (const level of [rows.filter((row) => !isCounty(row)), rows.filter(isCounty)]) {
    const shorts = level.map(({ name }) => (namesakes.has(name) ? '' : shorten(name)));
    const contested = repeated(shorts);
    level.forEach(({ code }, index) => {
      const short = shorts[index] ?? '';
      if (short && !taken.has(short) && !contested.has(short)) result.set(code, short);
    });
    for (const short of shorts) taken.add(short);
  }
  return result;
}

/** The name without its type (无极县: 无极), or an empty string if that is not a name (易县). */
function shorten(name: string): string {
  const short = name.replace(/(?:省|市|县|新区|矿区|区)$/, '');
  return short.length < 2 || short === name || short.endsWith('自治') ? '' : short;
}

function repeated(values: string[]): Set<string> {
  return new Set(values.filter((value, index) => values.indexOf(value) !== index));
}

/** The regions as a YAML list, one per line. Names need no quotes. */
export function regionsYaml(regions: Region[]): string {
  const line = ({ code, name, parent, aliases, formerIds = [] }: Region) => {
    const fields = [`code: '${code}'`, `name: ${name}`];
    if (parent) fields.push(`parent: '${parent}'`);
    if (aliases.length > 0) fields.push(`aliases: [${aliases.join(', ')}]`);
    if (formerIds.length > 0) fields.push(`formerIds: [${formerIds.map((id) => `'${id}'`).join(', ')}]`);
    return `- { ${fields.join(', ')} }\n`;
  };
  return regions.map(line).join('');
}
