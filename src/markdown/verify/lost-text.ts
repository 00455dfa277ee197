import type { Nodes } from 'mdast';
import type { ConstructFinding, ParsedText } from './construct-rule.ts';

/** Letters and digits. They are never part of a mark, except list numbers. */
const WORD = /[\p{L}\p{N}]/u;

/** Nodes whose whole source is printed or checked by a rule. */
const WHOLE: ReadonlySet<Nodes['type']> = new Set([
  'text',
  'inlineCode',
  'code',
  'html',
  'image',
  'imageReference',
  'footnoteReference',
  'definition',
  'mdxjsEsm',
  'mdxFlowExpression',
  'mdxTextExpression',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
]);

/**
 * Finds the first letter or digit that no node of the tree covers: a construct dropped it that has no rule.
 */
export function lostText({ tree, body }: ParsedText): ConstructFinding[] {
  const spans: [number, number][] = [];
  addSpans(tree, spans);
  spans.sort(([a], [b]) => a - b);
  let end = 0;
  for (const [from, to] of [...spans, [body.length, body.length] as const]) {
    const lost = from > end ? WORD.exec(body.slice(end, from)) : null;
    if (lost) return [findingAt(body, end + lost.index)];
    end = Math.max(end, to);
  }
  return [];
}

function addSpans(node: Nodes, spans: [number, number][]): void {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start !== undefined && end !== undefined) {
    if (WHOLE.has(node.type)) spans.push([start, end]);
    const children: readonly Nodes[] = 'children' in node ? node.children : [];
    const firstStart = children[0]?.position?.start.offset;
    const lastEnd = children.at(-1)?.position?.end.offset;
    // Number of an item, name of a note; target of a link.
    if (node.type === 'listItem' || node.type === 'footnoteDefinition')
      spans.push([start, firstStart ?? end]);
    if (node.type === 'link' || node.type === 'linkReference') spans.push([lastEnd ?? start, end]);
    // A bare address without positions: its text is complete.
    if (node.type === 'link' && firstStart === undefined) spans.push([start, end]);
  }
  if ('children' in node) for (const child of node.children) addSpans(child, spans);
}

function findingAt(body: string, offset: number): ConstructFinding {
  const before = body.slice(0, offset).split('\n');
  const excerpt = body.slice(offset).split('\n')[0]?.slice(0, 20) ?? '';
  return {
    lines: before.length - 1,
    problem: `“${excerpt}”不会印出来`,
    fix: '在前面的记号前加 \\，或改写这一行',
  };
}
