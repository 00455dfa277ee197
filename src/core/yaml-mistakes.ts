import { isMap, isSeq, parseDocument } from 'yaml';
import type { Finding } from './diagnostic.ts';
import { forbiddenYaml } from './yaml-restrictions.ts';
import { isFlow, valueAsTyped, quoted, quotedFlow } from './yaml-quote.ts';

/** Finds, line by line, the mistakes that editors without knowledge of YAML make most often. */
export function commonMistakes(text: string, firstLine: number): Finding[] {
  const findings: Finding[] = [];
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    const above = lines.slice(0, index).findLast((each) => each.trim() !== '') ?? '';
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
        fix: `${dash}${key}: ${valueAsTyped(value)}`,
      });
    } else if (noSpace) {
      const [, dash, key, value = ''] = noSpace;
      findings.push({
        ...place,
        problem: `“${key}:”的冒号后面少一个空格`,
        fix: `${dash}${key}: ${valueAsTyped(value)}`,
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
      const fix = isComplete(above) && isField(line) ? line.trim() : '把行首的 Tab 换成两个空格';
      findings.push({ ...place, problem: '行首用了 Tab 键', fix });
    } else if (isComplete(above) && isField(line) && indentOf(line) > indentOf(above)) {
      const fix = ' '.repeat(indentOf(above)) + line.trim();
      findings.push({ ...place, problem: '行首多了空格', fix });
    }
  });
  return findings;
}

/** Whether a line is a field with its whole value, so that nothing below it belongs to it. */
function isComplete(line: string): boolean {
  const [, value = ''] = /^ *(?:- +)?[A-Za-z]+: +([^\s|>#].*)$/u.exec(line) ?? [];
  return value !== '' && (!/^[[{]/u.test(value) || /[\]}]\s*$/u.test(value));
}

function isField(line: string): boolean {
  return /^\s*[A-Za-z]+:(?: |$)/u.test(line);
}

/** Column of a line's field, from 0. */
function indentOf(line: string): number {
  return /^ *(?:- +)?/u.exec(line)?.[0].length ?? 0;
}

/** Corrections to try in one text: each try parses the text again. */
const MAX_TRIES = 12;

/**
 * Finds the lines of an invalid text whose values need quotes: the value alone is invalid, and quoting it
 * reduces the errors of the text.
 */
export function unquotedValues(text: string, firstLine: number): Finding[] {
  const lines = text.split('\n');
  const findings: Finding[] = [];
  let errors = errorScore(text);
  let tries = 0;
  for (const [index, line] of lines.entries()) {
    const [, indent = '', head = '', value = ''] =
      /^(\s*)((?:- +)?[A-Za-z]+: +|- +)(\S.*?)\s*$/u.exec(line) ?? [];
    if (head === '' || errors === 0 || errorScore(`k: ${value}`) === 0) continue;
    tries += 1;
    if (tries > MAX_TRIES) break;
    for (const corrected of isFlow(value) ? [quotedFlow(value), quoted(value)] : [quoted(value)]) {
      const remaining = errorScore(lines.with(index, indent + head + corrected).join('\n'));
      if (remaining >= errors) continue;
      findings.push({
        rule: 'yaml',
        line: firstLine + index,
        column: 1,
        problem: '内容里有 YAML 另作他用的符号，要加引号',
        fix: head + corrected,
      });
      lines[index] = indent + head + corrected;
      errors = remaining;
      break;
    }
  }
  return findings;
}

/** Number of errors in a text; parse errors weigh more than forbidden YAML. */
function errorScore(text: string): number {
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  const { errors, contents } = document;
  if (errors.length > 0 || !(isMap(contents) || isSeq(contents))) return errors.length + 1000;
  return forbiddenYaml(document, text, (offset) => ({ line: offset, column: 1 })).length;
}
