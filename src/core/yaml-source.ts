import { isMap, isNode, isScalar, LineCounter, type Document, parseDocument, type YAMLError } from 'yaml';
import type { Finding } from './diagnostic.ts';
import { controlCharacterFinding, controlCharacterLines } from './text/control-character.ts';
import { forbiddenYaml, unparsable } from './yaml-restrictions.ts';
import { unquotedValues, commonMistakes } from './yaml-mistakes.ts';
import { type Misread, misreadText } from './yaml-misread.ts';

export type Path = readonly PropertyKey[];

/** A parsed YAML text with its values and their positions. */
export interface YamlSource {
  /** Plain values; undefined if there are findings. Dates stay strings (YAML 1.2 core schema). */
  data: unknown;
  findings: Finding[];
  /** Line and column (from 1) of the value at a path, or of its nearest ancestor. */
  place(path: Path): SourcePosition;
  /** Line and column of a key of the map at a path. */
  keyPlace(path: Path, key: string): SourcePosition;
  /** How YAML misreads the text at a path; see yaml-misread.ts. */
  misread(path: Path, numbers: boolean): Misread | undefined;
}

export interface SourcePosition {
  line: number;
  column: number;
}

/**
 * Parses YAML. Never throws: errors become findings.
 * @param text YAML without the lines `---`
 * @param firstLine line of the file on which the text begins
 */
export function parseYaml(text: string, firstLine = 1): YamlSource {
  const unparsableFinding = unparsable(text, firstLine);
  if (unparsableFinding) return unparsedSource(unparsableFinding);
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
  const controls = controlCharacterLines(text).map(({ name, line }) =>
    controlCharacterFinding(name, line + firstLine),
  );
  const isInvalid = document.errors.length > 0 || isScalar(document.contents);
  const forbidden = isInvalid ? [] : forbiddenYaml(document, text, at);
  const mistakes = isInvalid || forbidden.length > 0 ? commonMistakes(text, firstLine) : [];
  const isMistake = ({ line }: Finding) => mistakes.some((mistake) => mistake.line === line);
  const needsTries = isInvalid ? mistakes.length === 0 : forbidden.some((found) => !isMistake(found));
  const unquoted = needsTries ? unquotedValues(text, firstLine) : [];
  if (isInvalid) {
    const reported = mistakes.length > 0 ? mistakes : unquoted;
    source.findings = reported.length > 0 ? reported : explainAll(document, text, at);
  } else {
    source.findings = forbidden.map((found) => {
      const fix =
        (found.rule === 'yaml' && unquoted.find(({ line }) => line === found.line)?.fix) || found.fix;
      return mistakes.find(({ line }) => line === found.line) ?? { ...found, fix };
    });
  }
  source.findings.push(...controls);
  if (source.findings.length === 0) source.data = document.toJS();
  return source;
}

function unparsedSource(finding: Finding): YamlSource {
  const place = () => ({ line: finding.line ?? 1, column: 1 });
  return { data: undefined, findings: [finding], place, keyPlace: place, misread: () => undefined };
}

/** A value as a map; an empty one if it is not an object. */
export function record(data: unknown): Record<string, unknown> {
  return data !== null && typeof data === 'object' ? (data as Record<string, unknown>) : {};
}

/** Like `parseYaml`, but parses on first access, because cached values may make it unnecessary. */
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

/** Findings for a text that cannot be parsed, or that is a single value (`标题`) and not a map. */
function explainAll(document: Document, text: string, at: (offset: number) => SourcePosition): Finding[] {
  const [value] = document.contents?.range ?? [0];
  const findings = document.errors.map(({ code, pos: [offset] }) => {
    // A second line of a text lacks no bracket, but a field.
    const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n', 1)[0] ?? '';
    const isText = code === 'MISSING_CHAR' && !/["'[\]{}]/u.test(line);
    return explain(isText ? undefined : code, at(offset));
  });
  // One mistake can cause a hundred parse errors: only the first of each line matters.
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
