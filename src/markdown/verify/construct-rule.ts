import type { Nodes, Root } from 'mdast';
import type { Finding } from '#core/diagnostic.ts';
import { sourceOf } from '../source-of.ts';

/** A body's tree as it was parsed, with its text. */
export interface ParsedText {
  tree: Root;
  body: string;
}

/** A fault of a body, at a node or so many lines below its first; without a node, below the body's first. */
export interface ConstructFinding {
  node?: Nodes;
  lines?: number;
  problem: string;
  fix: string;
}

/** One construct of Markdown, and what becomes of each of its characters. */
export interface ConstructRule {
  /** Its name in CommonMark, in GFM, or here. */
  construct: string;
  rule: 'lost-text' | 'list-number' | 'mark-left' | 'joined-lines';
  /** Only where the text is read as typed and may yet be meant otherwise. */
  severity?: 'warning';
  /** Bodies and the text that readers get, paragraphs parted by line breaks. */
  printed: readonly (readonly [body: string, text: string])[];
  /** Bodies that are refused, with line, problem and cure. */
  refused: readonly (readonly [body: string, line: number, problem: string, fix: string])[];
  find?(text: ParsedText, nodes: NodesByType): ConstructFinding[];
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

/** A line of a paragraph as it is typed; `lines` below the paragraph's first. */
export interface TypedLine {
  node: Extract<Nodes, { type: 'paragraph' }>;
  line: string;
  lines: number;
}

/** All lines of all paragraphs. */
export function paragraphLines({ body }: ParsedText, nodes: NodesByType): TypedLine[] {
  return nodes.of('paragraph').flatMap((node) =>
    sourceOf(node, body)
      .split('\n')
      .map((line, lines) => ({ node, line, lines })),
  );
}

/** A fault as a finding. */
export function findingOf(
  { rule, severity }: Pick<ConstructRule, 'rule' | 'severity'>,
  { node, lines = 0, problem, fix }: ConstructFinding,
  firstLine: number,
): Finding {
  const start = node?.position?.start;
  return {
    rule,
    ...(severity && { severity }),
    line: (start?.line ?? 1) + firstLine - 1 + lines,
    column: lines === 0 ? (start?.column ?? 1) : 1,
    problem,
    fix,
  };
}
