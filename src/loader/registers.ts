import type { z } from 'zod';
import type { Category, Park, Region, Source, Term } from '#core/content.ts';
import { Register } from '#core/register.ts';
import { compareText } from '#core/text/compare-text.ts';
import { ID_PATTERN } from '#core/schema/field.ts';
import {
  categorySchema,
  parkSchema,
  regionSchema,
  sourceSchema,
  termSchema,
} from '#core/schema/register-entries.ts';
import type { Path } from '#core/yaml-source.ts';
import type { DiagnosticCollector } from './diagnostic-collector.ts';

/** Reads a register whose entries are listed in one YAML file; invalid entries are left out. */
export function readList<T extends z.ZodType>(collector: DiagnosticCollector, schema: T): z.infer<T>[] {
  if (collector.source?.data === null || collector.source?.data === undefined) return [];
  if (!Array.isArray(collector.source.data)) {
    collector.at([], 'schema', '这个文件应当是一张清单', '每一项以“- id: …”开头');
    return [];
  }
  return collector.source.data.flatMap((_, index) => collector.validate(schema, [index]) ?? []);
}

export function readCategories(collector: DiagnosticCollector): Category[] {
  const entries = readList(collector, categorySchema).map((entry, index) => ({
    ...entry,
    aliases: entry.aliases ?? [],
    order: entry.order ?? index + 1,
  }));
  return unique(collector, entries).toSorted((a, b) => a.order - b.order);
}

export function readTerms(collector: DiagnosticCollector): Term[] {
  return unique(
    collector,
    readList(collector, termSchema).map((entry) => ({ ...entry, aliases: entry.aliases ?? [] })),
  );
}

export function readSources(collector: DiagnosticCollector): Source[] {
  return unique(
    collector,
    readList(collector, sourceSchema).map((entry) => ({ ...entry, aliases: entry.aliases ?? [] })),
  );
}

type RegionEntry = z.infer<typeof regionSchema>;

/**
 * Reads the regions. Level and parent follow from the GB/T 2260 code, unless `parent` is given.
 * @param collector of `regions.yaml`
 * @param table regions of the provinces that the site names; `regions.yaml` adds to them and corrects them
 */
export function readRegions(collector: DiagnosticCollector, table: readonly RegionEntry[] = []): Region[] {
  const entries = readList(collector, regionSchema);
  const all = new Map<string, RegionEntry>(table.map((entry) => [entry.code, entry]));
  for (const entry of entries) {
    const known = all.get(entry.code);
    const aliases = [...new Set([...(known?.aliases ?? []), ...(entry.aliases ?? [])])];
    all.set(entry.code, { ...known, ...entry, aliases });
  }
  entries.forEach(({ parent }, index) => {
    if (!parent || all.has(parent)) return;
    collector.at([index, 'parent'], 'unknown-parent', `上级代码“${parent}”不在这张表里`, '改成表里有的代码');
  });
  const regionOf = ({ code, name, aliases = [], parent, formerIds }: RegionEntry): Region => {
    const level = code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'county';
    const above = [parent, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`].find(
      (candidate) => candidate && candidate !== code && all.has(candidate),
    );
    return { id: code, name, aliases, level, formerIds, ...(above && { parent: above }) };
  };
  const own = entries.map((entry) => regionOf(all.get(entry.code) ?? entry));
  checkFormerIds(own.map((entry, index) => ({ ...entry, collector, path: [index] })));
  const codes = new Set(own.map(({ id }) => id));
  const rest = [...all.values()].filter(({ code }) => !codes.has(code)).map(regionOf);
  const regions = [...rest, ...duplicates(collector, own, 'code')];
  return table.length === 0 ? regions : regions.toSorted((a, b) => compareText(a.id, b.id));
}

/** Reads the parks, one file each; `collectors` are those of the files below `parks/`. */
export function readParks(
  collectors: DiagnosticCollector[],
  regions: Register<Region>,
  industries: Register<Term>,
): Park[] {
  const read = collectors.flatMap((collector) => {
    const id = collector.file.replace(/^parks\/|\.ya?ml$/gu, '');
    if (!ID_PATTERN.test(id)) {
      collector.whole(
        'file-name',
        `文件名“${id}”只能用小写英文字母、数字和连字符`,
        '改名，例如 some-park.yaml',
      );
    }
    const file = collector.validate(parkSchema);
    return file ? [{ id, file, collector }] : [];
  });
  const named = read.map(({ id, file }) => ({
    id,
    name: file.name,
    shortName: file.shortName ?? file.name,
    aliases: file.aliases ?? [],
  }));
  const register = new Register(named);
  const parks = read.map(({ id, file, collector }): Park => {
    const county = file.county && collector.resolve(['county'], '县区', file.county, regions);
    const writtenCity = file.city && collector.resolve(['city'], '设区市', file.city, regions);
    const city = writtenCity ?? cityOf(county, regions);
    const parent = file.parent && collector.resolve(['parent'], '上级园区', file.parent, register);
    checkLevel('county', file.county, county, regions, collector);
    checkLevel('city', file.city, writtenCity, regions, collector);
    checkNames(file, register, collector);
    return {
      id,
      name: file.name,
      shortName: file.shortName ?? file.name,
      aliases: file.aliases ?? [],
      industries: collector.resolveAll('industries', '产业', file.industries, industries),
      ...(file.level && { level: file.level }),
      ...(file.type && { type: file.type }),
      ...(parent && { parent }),
      ...(county && { county }),
      ...(city && { city }),
      ...(file.website && { website: file.website }),
      ...(file.summary && { summary: file.summary }),
      ...(file.formerIds && { formerIds: file.formerIds }),
    };
  });
  checkFormerIds(
    read.map(({ id, file, collector }) => ({ id, formerIds: file.formerIds, collector, path: [] })),
  );
  return withoutCycles(parks, new Map(read.map(({ id, collector }) => [id, collector])));
}

/** Checks that the region in a park's field `county` or `city` is one. */
function checkLevel(
  key: 'county' | 'city',
  typed: string | undefined,
  code: string | undefined,
  regions: Register<Region>,
  collector: DiagnosticCollector,
): void {
  const level = code && regions.get(code)?.level;
  if (!level || level === key) return;
  const wanted = key === 'city' ? '设区市' : '县区';
  collector.at([key], 'region-level', `“${typed}”不是${wanted}`, '换一个字段写');
}

/** Checks that no other park has one of a park's names. */
function checkNames(
  { name, shortName = name, aliases = [] }: z.infer<typeof parkSchema>,
  parks: Register<Pick<Park, 'id' | 'name' | 'shortName' | 'aliases'>>,
  collector: DiagnosticCollector,
): void {
  for (const each of [name, shortName, ...aliases]) {
    if (!('ambiguous' in parks.find(each))) continue;
    collector.at(['name'], 'duplicate-name', `“${each}”还是另一个园区的名称`, '同一个名称只能属于一个园区');
  }
}

/** The id of the city that a county belongs to. */
export function cityOf(county: string | undefined, regions: Register<Region>): string | undefined {
  let region = county === undefined ? undefined : regions.get(county);
  while (region && region.level !== 'city') region = region.parent ? regions.get(region.parent) : undefined;
  return region?.id;
}

/** Removes `parent` from parks that are, directly or not, their own parent. */
function withoutCycles(parks: Park[], collectors: Map<string, DiagnosticCollector>): Park[] {
  const byId = new Map(parks.map((park) => [park.id, park]));
  return parks.map((park) => {
    const seen = new Set<string>();
    for (let at: Park | undefined = park; at; at = at.parent ? byId.get(at.parent) : undefined) {
      if (seen.has(at.id)) {
        collectors
          .get(park.id)
          ?.at(['parent'], 'park-circle', '上级园区绕回了自己', '改正或删去 parent 这一行');
        const { parent: _, ...rest } = park;
        return rest;
      }
      seen.add(at.id);
    }
    return park;
  });
}

/** Entries with unique ids; records duplicate ids and names. */
function unique<T extends Term>(collector: DiagnosticCollector, entries: T[]): T[] {
  const register = new Register(entries);
  entries.forEach((entry, index) => {
    const twice = [entry.name, ...entry.aliases].find((name) => 'ambiguous' in register.find(name));
    if (twice)
      collector.at(
        [index, 'name'],
        'duplicate-name',
        `名称“${twice}”用了不止一次`,
        '同一个名称只能属于一个条目',
      );
  });
  checkFormerIds(entries.map((entry, index) => ({ ...entry, collector, path: [index] })));
  return duplicates(collector, entries, 'id');
}

interface WithFormerIds {
  id: string;
  formerIds?: string[] | undefined;
  collector: DiagnosticCollector;
  /** Path of the entry in its file. */
  path: Path;
}

/** Checks that a former id belongs to one entry only, and is not a current id. */
function checkFormerIds(entries: WithFormerIds[]): void {
  const present = new Set(entries.map(({ id }) => id));
  const takenBy = new Map<string, string>();
  for (const { id, formerIds = [], collector, path } of entries) {
    for (const [index, former] of formerIds.entries()) {
      const other = takenBy.get(former);
      const at = [...path, 'formerIds', index];
      if (present.has(former)) {
        const fix = former === id ? '删去：这就是它现在的编号' : '删去；要合并的话，先删去用这个编号的那一项';
        collector.at(at, 'former-id', `旧编号“${former}”是现在还在用的编号`, fix);
      } else if (other !== undefined) {
        collector.at(at, 'former-id', `旧编号“${former}”已给了 ${other}`, '一个旧编号只能转到一项，留下一处');
      } else takenBy.set(former, id);
    }
  }
}

function duplicates<T extends { id: string }>(
  collector: DiagnosticCollector,
  entries: T[],
  key: string,
): T[] {
  const seen = new Set<string>();
  return entries.filter(({ id }, index) => {
    if (!seen.has(id)) return seen.add(id);
    collector.at([index, key], 'duplicate-id', `“${id}”重复了`, '每一项要有自己的编号，留下一项');
    return false;
  });
}
