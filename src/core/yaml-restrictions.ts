import { type Document, isAlias, isCollection, isNode, isPair, isScalar, type Node } from 'yaml';
import type { Finding } from './diagnostic.ts';
import { controlCharacter, controlCharacterFinding } from './text/control-character.ts';

/** Levels of nesting; the deepest field of the bulletin has four. */
const MAX_DEPTH = 20;
/** Open brackets, or spaces before a line; more are not parsed, because the parser needs quadratic time. */
const MAX_OPEN = 100;

type At = (offset: number) => { line: number; column: number };

/**
 * Finds what must not reach the parser: directives, which change the meaning of the rest, and nesting that
 * would take too much time or overflow the stack.
 * @param firstLine line of the file on which the text begins
 */
export function unparsable(text: string, firstLine: number): Finding | undefined {
  const before = /^(?:[ \t]*(?:#.*)?\n)*(?=%)/u.exec(text)?.[0];
  if (before !== undefined) {
    const line = firstLine + before.split('\n').length - 1;
    return { rule: 'yaml', line, column: 1, problem: '不能写 % 开头的指令', fix: '删去这一行' };
  }
  let open = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const [head = ''] = /^(?:[ \t]|[-?:](?=[ \t]))*/u.exec(line) ?? [];
    for (const sign of line.match(/[[\]{}]/gu) ?? []) open += sign === '[' || sign === '{' ? 1 : -1;
    open = Math.max(0, open);
    if (open > MAX_OPEN || head.length > MAX_OPEN) return tooDeep({ line: firstLine + index, column: 1 });
  }
  return undefined;
}

function tooDeep(place: { line: number; column: number }): Finding {
  return {
    rule: 'yaml',
    ...place,
    problem: '括号或缩进套得太深',
    fix: '删去多余的括号、横线和行首空格，内容最多套两三层',
  };
}

/**
 * Finds valid YAML that a bulletin must not use: aliases, tags, keys that are not words, numbers outside the
 * safe range, escaped control characters. Returns the first finding of each line.
 * @param at turns an offset in the text into a position in the file
 */
export function forbiddenYaml(document: Document, text: string, at: At): Finding[] {
  const findings: Finding[] = [];
  const report = (node: unknown, problem: string, fix: string) => {
    findings.push({ rule: 'yaml', ...at(offsetOf(node)), problem, fix });
  };
  const walk = (node: unknown, depth: number): void => {
    if (depth > MAX_DEPTH) {
      findings.push(tooDeep(at(offsetOf(node))));
    } else if (isPair(node)) {
      checkKey(node.key);
      // The field `import` is never printed and contains file names with any characters.
      if (depth > 1 || !isScalar(node.key) || node.key.value !== 'import') walk(node.value, depth);
    } else if (isAlias(node) || (isNode(node) && 'anchor' in node && node.anchor)) {
      report(
        node,
        '这里用了 & 或 *（YAML 的别名）',
        '把内容直接写出来；文字以 & 或 * 开头的，加英文引号 " "',
      );
    } else if (isNode(node) && node.tag !== undefined) {
      report(node, '这里用了 !（YAML 的类型）', '删去 ! 和它后面的字；文字以 ! 开头的，加英文引号 " "');
    } else if (isCollection(node)) {
      for (const item of node.items) walk(item, depth + 1);
    } else if (isScalar(node)) checkScalar(node);
  };
  const checkKey = (key: unknown): void => {
    if (!isScalar(key) || key.value === null || key.value === '') {
      report(key, '字段没有名称，或名称不是一个词', '一行写一个“字段: 内容”');
    } else if (key.anchor !== undefined || key.tag !== undefined) {
      report(key, '字段名前面有 & 或 !', '删去 &、! 和它后面的字');
    } else if (key.value === '__proto__') {
      report(key, '不认识的字段“__proto__”', '删去这一行');
    } else checkScalar(key);
  };
  const checkScalar = (node: Node & { value: unknown }): void => {
    const { value } = node;
    if (typeof value === 'number' && !(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) {
      report(node, '这个数字太大，读出来会走样', '加上英文引号 " "，当作文字');
    } else if (typeof value === 'string') {
      const name = controlCharacter(value);
      const [start = 0, end = 0] = node.range ?? [];
      if (name !== undefined && controlCharacter(text.slice(start, end)) === undefined) {
        findings.push(controlCharacterFinding(name, at(start).line));
      }
    }
  };
  walk(document.contents, 0);
  return [...Map.groupBy(findings, ({ line }) => line).values()].flatMap(([first]) => first ?? []);
}

function offsetOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : isPair(node) ? offsetOf(node.key) : 0;
}
