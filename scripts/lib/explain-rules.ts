import { nearestNames } from '../../src/core/text/nearest.ts';
import { type RuleEntry, ruleGroups } from '../../src/handbook/handbook-view.ts';
import { wrongUse } from './command.ts';

/**
 * The handbook's pages about rules, as plain text.
 * @param ids rule ids as typed; an unknown one ends the process
 * @returns the list of all rules if no id is given
 */
export function explainRules(ids: readonly string[]): string {
  const groups = ruleGroups();
  if (ids.length === 0) return groups.map(listOf).join('\n\n');
  const rules = groups.flatMap((group) => group.rules);
  return ids
    .map((id) => rules.find((rule) => rule.id === id) ?? unknownRule(id, rules))
    .map(pageOf)
    .join('\n\n\n');
}

function unknownRule(typed: string, rules: readonly RuleEntry[]): never {
  const near = nearestNames(
    typed,
    rules.map(({ id }) => id),
  ).map((id) => `“${id}”`);
  const hint = near.length > 0 ? `，你是不是想写${near.join('、')}？` : '；';
  return wrongUse(`没有“${typed}”这条规则${hint}全部规则：npm run check -- --explain`);
}

function listOf({ about, rules }: { about: string; rules: readonly RuleEntry[] }): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return [about, ...rules.map(({ id, title }) => `  ${id.padEnd(width)}  ${title}`)].join('\n');
}

function pageOf({ id, title, severity, autofix, why, examples, fine }: RuleEntry): string {
  const marks = [severity === 'error' ? '错误' : '提醒', ...(autofix ? ['可代改'] : [])];
  const head = `${id} ${title}（${marks.join('，')}）\n${why}`;
  const shown = examples.map(({ where, bad, good, messages }) =>
    [
      labelled(where ? `错（${where}）` : '错', bad),
      labelled('对', good),
      ...messages.map((message) => labelled('报', message)),
    ].join('\n'),
  );
  const right = fine.map((text) => labelled('不算错', text)).join('\n');
  return [head, ...shown, right].filter(Boolean).join('\n\n');
}

/** A label and its text; a text of several lines is indented below the label. */
function labelled(label: string, text: string): string {
  const lines = text.split('\n');
  if (lines.length === 1) return `${label}：${text}`;
  return [`${label}：`, ...lines.map((line) => line && `  ${line}`)].join('\n');
}
