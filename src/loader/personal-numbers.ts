import type { Finding } from '#core/diagnostic.ts';
import {
  findPersonalNumbers,
  maskNumber,
  mobileNumbers,
  type NumberKind,
} from '#core/text/personal-number.ts';
import type { Path, YamlSource } from '#core/yaml-source.ts';

/** A personal number in a file. */
export interface NumberAt {
  kind: NumberKind;
  number: string;
  /** First and last line of the block or value that contains it. */
  line: number;
  endLine: number;
}

export const NUMBER_NAMES: Record<NumberKind, string> = {
  mobile: '手机号码',
  identity: '身份证号',
  card: '银行卡号',
};
/** Fields that the proofreading rules check for identity and card numbers: there, editors can waive findings. */
const PROOFREAD_FIELDS = new Set(['title', 'kicker', 'subtitle', 'shortTitle', 'summary', 'cover']);
/** Fields that no page shows. */
const UNPUBLISHED_FIELDS = new Set(['import', 'waivers']);

/** Mobile numbers in the source text of a file. */
export function numbersInLines(text: string): NumberAt[] {
  return text.split('\n').flatMap((each, index) => {
    const line = index + 1;
    return mobileNumbers(each).map((number) => ({ kind: 'mobile' as const, number, line, endLine: line }));
  });
}

/** Personal numbers in the parsed values of front matter. */
export function numbersInFrontMatter(source: YamlSource): NumberAt[] {
  return numbersIn(source, ([key]) => !UNPUBLISHED_FIELDS.has(String(key))).filter(
    ({ kind, path: [key] }) => kind === 'mobile' || !PROOFREAD_FIELDS.has(String(key)),
  );
}

/** Personal numbers in a YAML file, except in contacts of `site.yaml` that are not public. */
export function numbersInYaml(source: YamlSource, file: string): NumberAt[] {
  const { contacts } = ((file === 'site.yaml' ? source.data : undefined) as { contacts?: unknown }) ?? {};
  const hidden = (Array.isArray(contacts) ? contacts : []).map((contact) => contact?.public !== true);
  return numbersIn(source, ([key, index]) => key !== 'contacts' || hidden[Number(index)] !== true);
}

function numbersIn(source: YamlSource, isPrinted: (path: Path) => boolean): (NumberAt & { path: Path })[] {
  const found: (NumberAt & { path: Path })[] = [];
  const walk = (value: unknown, path: Path): void => {
    if (path.length > 0 && !isPrinted(path)) return;
    if (typeof value === 'string' || typeof value === 'number') {
      for (const { kind, number } of findPersonalNumbers(String(value))) {
        const { line } = source.place(path);
        found.push({ kind, number, line, endLine: line, path });
      }
    } else if (Array.isArray(value))
      for (const [index, each] of value.entries()) walk(each, [...path, index]);
    else if (value !== null && typeof value === 'object') {
      for (const [key, each] of Object.entries(value)) walk(each, [...path, key]);
    }
  };
  walk(source.data, []);
  return found;
}

/**
 * Findings for personal numbers, one for each kind and line.
 * @param publicNumbers mobile numbers that may be published
 * @param known numbers that already have a finding
 */
export function numberFindings(
  found: readonly NumberAt[],
  publicNumbers: ReadonlySet<string>,
  known: readonly NumberAt[] = [],
): Finding[] {
  const reported = new Set<string>();
  return found.flatMap(({ kind, number, line, endLine }) => {
    const isKnown = known.some(
      (each) => each.number === number && line <= each.line && each.line <= Math.max(line, endLine),
    );
    const key = `${kind} ${line}`;
    if (publicNumbers.has(number) || isKnown || reported.has(key)) return [];
    reported.add(key);
    return [
      {
        rule: kind === 'mobile' ? 'personal-number' : 'identity-number',
        line,
        column: 1,
        problem: `这里有${NUMBER_NAMES[kind]} ${maskNumber(kind, number)}`,
        fix: numberFix(kind),
      },
    ];
  });
}

/** The `fix` of a finding about a number. */
export function numberFix(kind: NumberKind): string {
  return kind === 'mobile' ? '删去；确要公开的，写进 site.yaml 的 contacts 并标 public: true' : '删去';
}
