import { isMap, isSeq, parseDocument } from 'yaml';
import type { Finding } from './diagnostic.ts';
import { refusedYaml } from './yaml-guard.ts';
import { isFlow, keptValue, quoted, quotedFlow } from './yaml-quote.ts';

/** What editors who never saw YAML get wrong most often, seen line by line. */
export function commonSlips(text: string, firstLine: number): Finding[] {
  const findings: Finding[] = [];
  text.split('\n').forEach((line, index) => {
    const place = { rule: 'yaml' as const, line: firstLine + index, column: 1 };
    const wideColon = /^\s*((?:- )?)([A-Za-z]+)\s*：\s*(.*)$/u.exec(line);
    const noSpace = /^\s*((?:- )?)([A-Za-z]+):([^\s/].*)$/u.exec(line);
    const twoColons = /^\s*((?:- )?)([A-Za-z]+): +([^"'[{|>*&%@`!\s].*?: .*)$/u.exec(line);
    const afterQuotes = /^\s*((?:- )?)([A-Za-z]+): +((?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*')\s*[^\s#].*)$/u.exec(
      line,
    );
    const startsWithSign = /^\s*((?:- )?)([A-Za-z]+): +([*&%@`!].*)$/u.exec(line);
    if (wideColon) {
      const [, dash, key, value = ''] = wideColon;
      findings.push({
        ...place,
        problem: `字段名“${key}”后面用了中文冒号“：”`,
        fix: `${dash}${key}: ${keptValue(value)}`,
      });
    } else if (noSpace) {
      const [, dash, key, value = ''] = noSpace;
      findings.push({
        ...place,
        problem: `“${key}:”的冒号后面少一个空格`,
        fix: `${dash}${key}: ${keptValue(value)}`,
      });
    } else if (twoColons) {
      const [, dash, key, value = ''] = twoColons;
      findings.push({
        ...place,
        problem: `“${key}”的内容里有“: ”，读起来像又一个字段`,
        fix: `${dash}${key}: ${quoted(value)}`,
      });
    } else if (afterQuotes) {
      const [, dash, key, value = ''] = afterQuotes;
      findings.push({
        ...place,
        problem: `“${key}”的内容以英文引号开头，引号后面还有字`,
        fix: `${dash}${key}: ${quoted(value)}`,
      });
    } else if (startsWithSign) {
      const [, dash, key, value = ''] = startsWithSign;
      findings.push({
        ...place,
        problem: `“${key}”的内容以“${value[0]}”开头`,
        fix: `${dash}${key}: ${quoted(value)}`,
      });
    } else if (/^ *\t/u.test(line)) {
      findings.push({ ...place, problem: '行首用了 Tab 键', fix: '把行首的 Tab 换成两个空格' });
    }
  });
  return findings;
}

/** Lines that are tried in a text that cannot be parsed: each try parses it again. */
const MOST_TRIES = 12;

/**
 * The lines of a broken text whose values need quotes: each is broken by itself, and the text is less
 * broken once it is corrected.
 */
export function brokenValues(text: string, firstLine: number): Finding[] {
  const lines = text.split('\n');
  const findings: Finding[] = [];
  let errors = errorsOf(text);
  let tries = 0;
  for (const [index, line] of lines.entries()) {
    const [, indent = '', head = '', value = ''] =
      /^(\s*)((?:- +)?[A-Za-z]+: +|- +)(\S.*?)\s*$/u.exec(line) ?? [];
    if (head === '' || errors === 0 || errorsOf(`k: ${value}`) === 0) continue;
    tries += 1;
    if (tries > MOST_TRIES) break;
    for (const cured of isFlow(value) ? [quotedFlow(value), quoted(value)] : [quoted(value)]) {
      const left = errorsOf(lines.with(index, indent + head + cured).join('\n'));
      if (left >= errors) continue;
      findings.push({
        rule: 'yaml',
        line: firstLine + index,
        column: 1,
        problem: '内容里有 YAML 另作他用的符号，要加引号',
        fix: head + cured,
      });
      lines[index] = indent + head + cured;
      errors = left;
      break;
    }
  }
  return findings;
}

/** How broken a text is: what cannot be parsed weighs more than what is refused. */
function errorsOf(text: string): number {
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  const { errors, contents } = document;
  if (errors.length > 0 || !(isMap(contents) || isSeq(contents))) return errors.length + 1000;
  return refusedYaml(document, text, (offset) => ({ line: offset, column: 1 })).length;
}
