import type { Nodes, Root } from 'mdast';
import type { Finding } from '#core/diagnostic.ts';

/** A body's tree as it was parsed, with its text. */
export interface ParsedText {
  tree: Root;
  body: string;
}

/** A fault of a body, at a node or so many lines below its first. */
export interface Fault {
  node: Nodes;
  lines?: number;
  problem: string;
  fix: string;
}

/** One construct of Markdown, and what becomes of each of its characters. */
export interface Form {
  /** Its name in CommonMark, in GFM, or here. */
  construct: string;
  rule: 'lost-text' | 'list-number' | 'mark-left' | 'joined-lines';
  /** Only where the text is read as typed and may yet be meant otherwise. */
  severity?: 'warning';
  /** Bodies and the text that readers get, paragraphs parted by line breaks. */
  printed: readonly (readonly [body: string, text: string])[];
  /** Bodies that are refused, with line, problem and cure. */
  refused: readonly (readonly [body: string, line: number, problem: string, fix: string])[];
  find?(text: ParsedText, nodes: NodesByType): Fault[];
}

type NodeOf<T extends Nodes['type']> = Extract<Nodes, { type: T }>;

/** All nodes of a tree, by their type. */
export class NodesByType {
  readonly #nodes = new Map<string, Nodes[]>();

  constructor(tree: Root) {
    this.#add(tree);
  }

  of<T extends Nodes['type']>(type: T): NodeOf<T>[] {
    return (this.#nodes.get(type) ?? []) as NodeOf<T>[];
  }

  #add(node: Nodes): void {
    const same = this.#nodes.get(node.type);
    if (same) same.push(node);
    else this.#nodes.set(node.type, [node]);
    if ('children' in node) for (const child of node.children) this.#add(child);
  }
}

/** A node as it is typed. */
export function sourceOf(node: Nodes, body: string): string {
  const { start, end } = node.position ?? {};
  return body.slice(start?.offset ?? 0, end?.offset ?? 0);
}

/** A fault as a finding. */
export function findingOf(
  { rule, severity }: Pick<Form, 'rule' | 'severity'>,
  { node, lines = 0, problem, fix }: Fault,
  firstLine: number,
): Finding {
  const start = node.position?.start;
  return {
    rule,
    ...(severity && { severity }),
    line: (start?.line ?? 1) + firstLine - 1 + lines,
    column: lines === 0 ? (start?.column ?? 1) : 1,
    problem,
    fix,
  };
}
