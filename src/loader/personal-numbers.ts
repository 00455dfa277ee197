import type { Finding } from '#core/diagnostic.ts';
import { findPersonalNumbers, masked, mobileNumbers, type NumberKind } from '#core/text/personal-number.ts';
import type { Path, YamlSource } from '#core/yaml-source.ts';

/** A personal number in a file. */
export interface NumberAt {
  kind: NumberKind;
  number: string;
  /** Lines of the file on which what holds it begins and ends. */
  line: number;
  endLine: number;
}

export const NUMBER_NAMES: Record<NumberKind, string> = {
  mobile: '手机号码',
  identity: '身份证号',
  card: '银行卡号',
};
/** What the rules for texts look through themselves: identity and card numbers there can be waived. */
const PROOFREAD = new Set(['title', 'kicker', 'subtitle', 'shortTitle', 'summary', 'cover']);
/** What is printed nowhere. */
const UNPRINTED = new Set(['import', 'waivers']);

/** The mobile numbers that stand in a text as it is typed. */
export function numbersInLines(text: string): NumberAt[] {
  return text.split('\n').flatMap((each, index) => {
    const line = index + 1;
    return mobileNumbers(each).map((number) => ({ kind: 'mobile' as const, number, line, endLine: line }));
  });
}

/** The personal numbers in the values of an article's or page's front matter, escapes read. */
export function numbersInFrontMatter(source: YamlSource): NumberAt[] {
  return numbersIn(source, ([key]) => !UNPRINTED.has(String(key))).filter(
    ({ kind, path: [key] }) => kind === 'mobile' || !PROOFREAD.has(String(key)),
  );
}

/** The same of a YAML file; contacts of `site.yaml` that are not public are printed nowhere. */
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
 * No personal number is ever published; one line of the file, one finding of a kind.
 * @param known numbers that have been told already, on the lines on which they stand
 */
export function numberFindings(
  found: readonly NumberAt[],
  open: ReadonlySet<string>,
  known: readonly NumberAt[] = [],
): Finding[] {
  const told = new Set<string>();
  return found.flatMap(({ kind, number, line, endLine }) => {
    const isKnown = known.some(
      (each) => each.number === number && line <= each.line && each.line <= Math.max(line, endLine),
    );
    const key = `${kind} ${line}`;
    if (open.has(number) || isKnown || told.has(key)) return [];
    told.add(key);
    return [
      {
        rule: kind === 'mobile' ? 'personal-number' : 'identity-number',
        line,
        column: 1,
        problem: `这里有${NUMBER_NAMES[kind]} ${masked(kind, number)}`,
        fix: withoutNumber(kind),
      },
    ];
  });
}

/** How a number is mended. */
export function withoutNumber(kind: NumberKind): string {
  return kind === 'mobile' ? '删去；确要公开的，写进 site.yaml 的 contacts 并标 public: true' : '删去';
}
