import type { Nodes } from 'mdast';

/** A node as it is typed in its body. */
export function sourceOf({ position }: Nodes, body: string): string {
  return body.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}
