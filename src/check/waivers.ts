import type { Finding } from '#core/diagnostic.ts';
import { nearestNames } from '#core/text/nearest.ts';
import type { TextFinding, TextRule } from './text-rule.ts';

/** An editor's word that a rule does not hold here. */
export interface Waiver {
  rule: string;
  /** Passage for which it does not hold; the whole article where absent. */
  quote?: string;
  reason?: string;
  /** Where the waiver itself stands in the file. */
  line?: number;
  column?: number;
}

interface RuleFinding {
  rule: TextRule;
  flaw: TextFinding;
}

/** The flaws as findings, those left out that a waiver with a reason covers; and what is wrong with waivers. */
export function applyWaivers(
  found: RuleFinding[],
  waivers: readonly Waiver[],
  rules: readonly TextRule[],
): Finding[] {
  const used = new Set<Waiver>();
  const kept = found.filter(({ rule, flaw }) => {
    const covering = waivers.filter((waiver) => waiver.rule === rule.id && covers(waiver, flaw));
    for (const waiver of covering) used.add(waiver);
    return !covering.some(({ reason }) => reason?.trim());
  });
  return [
    ...kept.map(located),
    ...waivers.flatMap((waiver) => waiverFindings(waiver, used.has(waiver), rules)),
  ];
}

function located({ rule, flaw }: RuleFinding): Finding {
  const { passage, index, problem, fix } = flaw;
  return { rule: rule.id, severity: rule.severity, ...passage.place(index), problem, fix };
}

/** Whether the waiver's quotation and the flaw share a character. */
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
