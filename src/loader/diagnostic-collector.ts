import type { z } from 'zod';
import { type Diagnostic, type Finding, inFile } from '#core/diagnostic.ts';
import type { NameFinder } from '#core/register.ts';
import type { RuleId } from '#core/rule-id.ts';
import { validate } from '#core/schema/validate.ts';
import type { Path, SourcePosition, YamlSource } from '#core/yaml-source.ts';

/** The valid fields of a map, the keys of the invalid ones, and their findings. */
export interface ValidFields<T> {
  value?: T | undefined;
  wrong: string[];
  findings: Finding[];
}

/** A message lists all names of a register of this size at most. */
const MAX_NAMES_LISTED = 12;

/** Where an editor adds a name, by its label. */
const REGISTER_FILES: Readonly<Record<string, string>> = {
  园区: 'parks 文件夹（一个园区一个 .yaml 文件）',
  上级园区: 'parks 文件夹（一个园区一个 .yaml 文件）',
  县区: 'regions.yaml',
  设区市: 'regions.yaml',
  栏目: 'categories.yaml',
  来源: 'sources.yaml',
  专栏: 'series.yaml',
  主题: 'topics.yaml',
  产业: 'industries.yaml',
};

/** Collects the diagnostics of one file. */
export class DiagnosticCollector {
  readonly file: string;
  readonly diagnostics: Diagnostic[] = [];
  readonly source: YamlSource | undefined;

  constructor(file: string, source?: YamlSource) {
    this.file = file;
    this.source = source;
  }

  get failed(): boolean {
    return this.diagnostics.some(({ severity }) => severity === 'error');
  }

  add(findings: Finding[]): void {
    this.diagnostics.push(...inFile(this.file, findings));
  }

  /** Adds an error about the value at a path of the YAML source. */
  at(path: Path, rule: RuleId, problem: string, fix: string): void {
    const place: Partial<SourcePosition> = this.source?.place(path) ?? {};
    this.add([{ rule, ...place, problem, fix }]);
  }

  /** Adds an error about the file as a whole. */
  whole(rule: RuleId, problem: string, fix: string): void {
    this.add([{ rule, problem, fix }]);
  }

  /** Validates the source, or a part of it; undefined if it is invalid. Adds the findings. */
  validate<T extends z.ZodType>(schema: T, base: Path = []): z.infer<T> | undefined {
    if (!this.source || this.source.findings.length > 0) return undefined;
    const { value, findings } = validate(schema, this.source, base);
    this.add(findings);
    return value;
  }

  /**
   * Validates a map whose fields are all optional, leaving out invalid ones so that the others can be
   * checked further. Does not add the findings: the result is cached.
   */
  validateFields<T extends z.ZodType>(schema: T): ValidFields<z.infer<T>> {
    if (!this.source || this.source.findings.length > 0) return { wrong: [], findings: [] };
    const { value, findings, paths } = validate(schema, this.source);
    if (value !== undefined) return { value, wrong: [], findings };
    const wrong = [...new Set(paths.flatMap(([key]) => (key === undefined ? [] : String(key))))];
    const { data } = this.source;
    const right = Object.entries(data ?? {}).filter(([key]) => !wrong.includes(key));
    return {
      value: validate(schema, { ...this.source, data: Object.fromEntries(right) }).value,
      wrong,
      findings,
    };
  }

  /** Looks up the id of a typed name in a register; an unknown name becomes a diagnostic. */
  resolve(path: Path, label: string, typed: string, register: NameFinder): string | undefined {
    const found = register.find(typed);
    if ('id' in found) return found.id;
    const [problem, names] =
      'ambiguous' in found
        ? [`${label}“${typed}”不止一个`, found.ambiguous]
        : [`${label}“${typed}”不在名录里`, found.near];
    const all = register.names();
    const file = REGISTER_FILES[label] ?? '名录';
    const isUnknown = 'near' in found;
    const fix = [
      names.length > 0
        ? `你是不是想写${names.map((name) => `“${name}”`).join('、')}？`
        : '改成名录里有的名称，',
      isUnknown ? `${names.length > 0 ? '都不是，就' : '或'}先把它加进 ${file}` : '',
      isUnknown && all.length > 0 && all.length <= MAX_NAMES_LISTED ? `（可选：${all.join('、')}）` : '',
    ].join('');
    this.at(path, 'unknown-name', problem, fix);
    return undefined;
  }

  /** Resolves a name or a list of names; unknown ones are left out. */
  resolveAll(
    key: string,
    label: string,
    typed: string | string[] | undefined,
    register: NameFinder,
  ): string[] {
    const list = typed === undefined ? [] : Array.isArray(typed) ? typed : [typed];
    return list.flatMap((name, index) => {
      const path = Array.isArray(typed) ? [key, index] : [key];
      return this.resolve(path, label, name, register) ?? [];
    });
  }
}
