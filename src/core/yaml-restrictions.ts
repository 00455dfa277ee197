import { type Document, isAlias, isCollection, isNode, isPair, isScalar, type Node } from 'yaml';
import type { Finding } from './diagnostic.ts';
import { controlCharacter, controlCharacterFinding } from './text/control-character.ts';

/** Lists and fields within one another; the deepest field of the bulletin has four. */
const MAX_DEPTH = 20;
/** Brackets or blanks of a text at which it is not even parsed: the parser needs the square of them. */
const MAX_OPEN = 100;

type At = (offset: number) => { line: number; column: number };

/**
 * What is not even given to the parser: directives, which change what the rest means, and what would
 * cost it its time or its stack.
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
 * What YAML allows and a bulletin does not: one value at two places, types of its own, a key that is no
 * word, numbers that cannot be kept, control characters written as escapes. The first of each line.
 */
export function forbiddenYaml(document: Document, text: string, at: At): Finding[] {
  const findings: Finding[] = [];
  const tell = (node: unknown, problem: string, fix: string) => {
    findings.push({ rule: 'yaml', ...at(offsetOf(node)), problem, fix });
  };
  const walk = (node: unknown, depth: number): void => {
    if (depth > MAX_DEPTH) {
      findings.push(tooDeep(at(offsetOf(node))));
    } else if (isPair(node)) {
      checkKey(node.key);
      // What the importer notes down is printed nowhere: a file of any name can be imported.
      if (depth > 1 || !isScalar(node.key) || node.key.value !== 'import') walk(node.value, depth);
    } else if (isAlias(node) || (isNode(node) && 'anchor' in node && node.anchor)) {
      tell(node, '这里用了 & 或 *（YAML 的别名）', '把内容直接写出来；文字以 & 或 * 开头的，加英文引号 " "');
    } else if (isNode(node) && node.tag !== undefined) {
      tell(node, '这里用了 !（YAML 的类型）', '删去 ! 和它后面的字；文字以 ! 开头的，加英文引号 " "');
    } else if (isCollection(node)) {
      for (const item of node.items) walk(item, depth + 1);
    } else if (isScalar(node)) checkScalar(node);
  };
  const checkKey = (key: unknown): void => {
    if (!isScalar(key) || key.value === null || key.value === '') {
      tell(key, '字段没有名称，或名称不是一个词', '一行写一个“字段: 内容”');
    } else if (key.anchor !== undefined || key.tag !== undefined) {
      tell(key, '字段名前面有 & 或 !', '删去 &、! 和它后面的字');
    } else if (key.value === '__proto__') {
      tell(key, '不认识的字段“__proto__”', '删去这一行');
    } else checkScalar(key);
  };
  const checkScalar = (node: Node & { value: unknown }): void => {
    const { value } = node;
    if (typeof value === 'number' && !(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) {
      tell(node, '这个数字太大，读出来会走样', '加上英文引号 " "，当作文字');
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
