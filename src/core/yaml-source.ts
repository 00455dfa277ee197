import { isMap, isNode, isScalar, LineCounter, type Document, parseDocument, type YAMLError } from 'yaml';
import type { Finding } from './diagnostic.ts';
import { controlCharacterFinding, controlCharacterLines } from './text/control-character.ts';
import { refusedYaml, unparsable } from './yaml-guard.ts';
import { brokenValues, commonSlips } from './yaml-slips.ts';
import { type Misread, misreadText } from './yaml-typed.ts';

export type Path = readonly PropertyKey[];

/** A YAML text with its values and the places where they stand. */
export interface YamlSource {
  /** Plain values; undefined where the text is no YAML. Dates stay strings (YAML 1.2 core). */
  data: unknown;
  findings: Finding[];
  /** Line and column (from 1) of the value at a path, or of the nearest value around it. */
  place(path: Path): SourcePosition;
  /** Line and column of a key of the map at a path. */
  keyPlace(path: Path, key: string): SourcePosition;
  /** What YAML would cut or change of the text at a path; see yaml-typed.ts. */
  misread(path: Path, numbers: boolean): Misread | undefined;
}

export interface SourcePosition {
  line: number;
  column: number;
}

/**
 * Parses YAML without ever throwing.
 * @param text the YAML alone
 * @param firstLine the line of the file on which the text begins
 */
export function parseYaml(text: string, firstLine = 1): YamlSource {
  const unparsed = unparsable(text, firstLine);
  if (unparsed) return unread(unparsed);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): SourcePosition => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const source: YamlSource = {
    data: undefined,
    findings: [],
    place: (path) => at(offsetOf(document, path)),
    keyPlace: (path, key) => at(keyOffset(document, path, key) ?? offsetOf(document, path)),
    misread: (path, numbers) => misreadText(document, text, path, numbers),
  };
  const raw = controlCharacterLines(text).map(({ name, line }) =>
    controlCharacterFinding(name, line + firstLine),
  );
  const isWrong = document.errors.length > 0 || isScalar(document.contents);
  const refused = isWrong ? [] : refusedYaml(document, text, at);
  const slips = isWrong || refused.length > 0 ? commonSlips(text, firstLine) : [];
  const isSlip = ({ line }: Finding) => slips.some((slip) => slip.line === line);
  const needsTries = isWrong ? slips.length === 0 : refused.some((found) => !isSlip(found));
  const broken = needsTries ? brokenValues(text, firstLine) : [];
  if (isWrong) {
    const told = slips.length > 0 ? slips : broken;
    source.findings = told.length > 0 ? told : explainAll(document, at);
  } else {
    source.findings = refused.map((found) => {
      const fix = (found.rule === 'yaml' && broken.find(({ line }) => line === found.line)?.fix) || found.fix;
      return slips.find(({ line }) => line === found.line) ?? { ...found, fix };
    });
  }
  source.findings.push(...raw);
  if (source.findings.length === 0) source.data = document.toJS();
  return source;
}

function unread(finding: Finding): YamlSource {
  const place = () => ({ line: finding.line ?? 1, column: 1 });
  return { data: undefined, findings: [finding], place, keyPlace: place, misread: () => undefined };
}

/** The fields of a map; none where the value is no map. */
export function record(data: unknown): Record<string, unknown> {
  return data !== null && typeof data === 'object' ? (data as Record<string, unknown>) : {};
}

/** The same, but parsed only when something is asked of it: the values may be known already. */
export function lazyYaml(text: string, firstLine = 1): YamlSource {
  let source: YamlSource | undefined;
  const parsed = () => (source ??= parseYaml(text, firstLine));
  return {
    get data() {
      return parsed().data;
    },
    get findings() {
      return parsed().findings;
    },
    place: (path) => parsed().place(path),
    keyPlace: (path, key) => parsed().keyPlace(path, key),
    misread: (path, numbers) => parsed().misread(path, numbers),
  };
}

/** The offset of the deepest node that the path reaches. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function keyOffset(document: Document, path: Path, key: string): number | undefined {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMap(map)) return undefined;
  const pair = map.items.find(({ key: node }) => isScalar(node) && String(node.value) === key);
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}

/** A text that is one value only (`标题`) is no error for YAML, but here it is. */
function explainAll(document: Document, at: (offset: number) => SourcePosition): Finding[] {
  const [value] = document.contents?.range ?? [0];
  const findings = document.errors.map((error) => explain(error.code, at(error.pos[0])));
  // One slip can be a hundred errors to the parser: the first of a line is the one to mend.
  const first = [...Map.groupBy(findings, ({ line }) => line).values()].flatMap(([each]) => each ?? []);
  return first.length > 0 ? first : [explain(undefined, at(value))];
}

function explain(code: YAMLError['code'] | undefined, place: SourcePosition): Finding {
  const finding = { rule: 'yaml' as const, ...place };
  switch (code) {
    case 'DUPLICATE_KEY':
      return { ...finding, problem: '同一个字段写了两次', fix: '留下一行，删去另一行' };
    case 'MISSING_CHAR':
      return { ...finding, problem: '引号或括号没有成对', fix: '补上缺的引号或括号；引号要用英文的 " "' };
    case 'MULTIPLE_DOCS':
      return { ...finding, problem: '这里又开始了一份“---”', fix: '一个文件只写一份，删去这一行 ---' };
    case 'BAD_INDENT':
    case 'TAB_AS_INDENT':
      return { ...finding, problem: '行首的空格不对', fix: '同一层的字段要左端对齐，下一层缩进两个空格' };
    default:
      return {
        ...finding,
        problem: '这里不合“字段: 内容”的写法',
        fix: '一行写一个“字段: 内容”；内容里有冒号、#、* 等符号时，用英文引号 " " 括起来',
      };
  }
}
