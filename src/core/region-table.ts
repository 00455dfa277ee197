/** One province, city or county: six-digit GB/T 2260 code and name. */
export interface RegionRow {
  code: string;
  name: string;
}

export interface Region extends RegionRow {
  aliases: string[];
  /** Code of the parent region, if it cannot be derived from the digits of `code`. */
  parent?: string;
}

const provinceOf = (code: string) => `${code.slice(0, 2)}0000`;
const cityOf = (code: string) => `${code.slice(0, 4)}00`;
const isCounty = ({ code }: RegionRow) => !code.endsWith('00');
const isDistrict = (row: RegionRow) => isCounty(row) && row.name.endsWith('区');

/**
 * All regions of some provinces, sorted by code, with their aliases: the short name if it is unambiguous, and city
 * and district together (石家庄市桥西区).
 * @param table every region of the country, without the placeholder cities of municipalities
 * @param provinces codes
 */
export function regionTable(table: readonly RegionRow[], provinces: readonly string[]): Region[] {
  const rows = table
    .filter(({ code }) => provinces.includes(provinceOf(code)))
    .toSorted((a, b) => Number(a.code) - Number(b.code));
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const namesakes = repeated(table.map(({ name }) => name));
  const shortNames = unambiguousShortNames(rows, namesakes);
  return rows.map((row): Region => {
    const needsFullName = isDistrict(row) || (isCounty(row) && namesakes.has(row.name));
    const city = byCode.get(cityOf(row.code));
    const above = city ?? byCode.get(provinceOf(row.code));
    const aliases = [shortNames.get(row.code), needsFullName ? `${above?.name ?? ''}${row.name}` : undefined];
    return {
      ...row,
      aliases: aliases.filter((alias) => alias !== undefined && alias !== row.name) as string[],
      ...(isCounty(row) && !city && { parent: provinceOf(row.code) }),
    };
  });
}

/** Short names by code. Provinces and cities take precedence over counties; ambiguous names are omitted. */
function unambiguousShortNames(rows: readonly RegionRow[], namesakes: ReadonlySet<string>) {
  const taken = new Set(rows.map(({ name }) => name));
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

function repeated(values: readonly string[]): Set<string> {
  return new Set(values.filter((value, index) => values.indexOf(value) !== index));
}
