import type { Nodes, Root } from 'mdast';
import type { Finding } from '#core/diagnostic.ts';
import { sourceOf } from '../source-of.ts';

/** A body's tree before any plugin, with its source. */
export interface ParsedText {
  tree: Root;
  body: string;
}

/** A problem at a node, or at the beginning of the body if `node` is absent. */
export interface ConstructFinding {
  node?: Nodes;
  /** Lines below the first line of the node or body. */
  lines?: number;
  problem: string;
  fix: string;
}

/** The rule for one construct of Markdown: which characters it must not lose, with examples that are tests. */
export interface ConstructRule {
  /** Name of the construct in CommonMark, in GFM, or here. */
  construct: string;
  rule: 'lost-text' | 'list-number' | 'mark-left' | 'joined-lines';
  /** Set if the text is printed but may be meant differently. */
  severity?: 'warning';
  /** Valid bodies with their printed text, paragraphs separated by line breaks. */
  printed: readonly (readonly [body: string, text: string])[];
  /** Invalid bodies with line, problem and fix. */
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

/** A source line of a paragraph; `lines` counts from its first line, which is 0. */
export interface TypedLine {
  node: Extract<Nodes, { type: 'paragraph' }>;
  line: string;
  lines: number;
}

/** The source lines of all paragraphs. */
export function paragraphLines({ body }: ParsedText, nodes: NodesByType): TypedLine[] {
  return nodes.of('paragraph').flatMap((node) =>
    sourceOf(node, body)
      .split('\n')
      .map((line, lines) => ({ node, line, lines })),
  );
}

/** Makes a finding with its position in the file. */
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
