import type { Nodes } from 'mdast';

/** The source text of a node. */
export function sourceOf({ position }: Nodes, body: string): string {
  return body.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}
