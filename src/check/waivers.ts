import type { Finding } from '#core/diagnostic.ts';
import { nearestNames } from '#core/text/nearest.ts';
import type { TextFinding, TextRule } from './text-rule.ts';

/** An editor's decision that a rule does not apply to an article or a passage. */
export interface Waiver {
  rule: string;
  /** The text that the waiver covers; the whole article where absent. */
  quote?: string;
  reason?: string;
  /** Position of the waiver in the file. */
  line?: number;
  column?: number;
}

interface RuleFinding {
  rule: TextRule;
  finding: TextFinding;
}

/**
 * Removes the findings that a waiver with a reason covers, and adds findings about waivers that are wrong or
 * unused.
 */
export function applyWaivers(
  found: RuleFinding[],
  waivers: readonly Waiver[],
  rules: readonly TextRule[],
): Finding[] {
  const used = new Set<Waiver>();
  const remaining = found.filter(({ rule, finding }) => {
    const covering = waivers.filter((waiver) => waiver.rule === rule.id && covers(waiver, finding));
    for (const waiver of covering) used.add(waiver);
    return !covering.some(({ reason }) => reason?.trim());
  });
  return [
    ...remaining.map(located),
    ...waivers.flatMap((waiver) => waiverFindings(waiver, used.has(waiver), rules)),
  ];
}

function located({ rule, finding }: RuleFinding): Finding {
  const { passage, index, problem, fix } = finding;
  return { rule: rule.id, severity: rule.severity, ...passage.place(index), problem, fix };
}

/** Whether the waiver's quotation and the finding overlap. */
function covers({ quote }: Waiver, { passage, index, length }: TextFinding): boolean {
  if (!quote) return true;
  for (let at = passage.text.indexOf(quote); at >= 0; at = passage.text.indexOf(quote, at + 1)) {
    if (at < index + length && index < at + quote.length) return true;
  }
  return false;
}

function waiverFindings(waiver: Waiver, used: boolean, rules: readonly TextRule[]): Finding[] {
  const { line, column } = waiver;
  const place = { rule: 'waiver' as const, ...(line && { line }), ...(column && { column }) };
  const ids: readonly string[] = rules.map(({ id }) => id);
  if (!ids.includes(waiver.rule)) {
    const near = nearestNames(waiver.rule, ids).map((id) => `“${id}”`);
    const fix = near.length > 0 ? `你是不是想写${near.join('、')}？` : `可选：${ids.join('、')}`;
    return [{ ...place, severity: 'error', problem: `没有“${waiver.rule}”这条规则，不能豁免`, fix }];
  }
  if (!waiver.reason?.trim()) {
    const problem = `豁免“${waiver.rule}”没有写理由，不起作用`;
    return [{ ...place, severity: 'error', problem, fix: '加一行 reason: 为什么这里可以不照规则' }];
  }
  if (used) return [];
  const what = waiver.quote ? `“${waiver.quote}”` : '全文';
  return [
    {
      ...place,
      severity: 'warning',
      problem: `豁免“${waiver.rule}”没有用上：${what}没有这个问题`,
      fix: '删去这条豁免；如果原文改过，quote 照新的原文写',
    },
  ];
}
