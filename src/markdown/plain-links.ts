import type { Link, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/** ASCII that may stand in an address. */
const ADDRESS = /^[!-~]+/u;

/**
 * Ends an address that is written without brackets where Chinese begins: GFM's extended autolinks
 * end only at white space and `<`, and would take `www.example.com，后文` whole.
 */
export function remarkPlainLinks() {
  return (tree: Root): void => {
    visit(tree, 'link', (node, index, parent) => {
      const [text] = node.children;
      if (!parent || index === undefined || text?.type !== 'text' || !isPlain(node, text)) return undefined;
      const address = ADDRESS.exec(text.value)?.[0] ?? '';
      if (address === text.value) return undefined;
      const rest = text.value.slice(address.length);
      const kept: Link = {
        ...node,
        url: node.url.slice(0, node.url.length - rest.length),
        children: [{ type: 'text', value: address }],
      };
      const after: Text = { type: 'text', value: rest };
      parent.children.splice(index, 1, kept, after);
      return [SKIP, index + 2];
    });
  };
}

/** Written as it is shown: neither `[text](address)` nor `<address>`. */
function isPlain(node: Link, text: Text): boolean {
  const { start, end } = node.position ?? {};
  const length = (end?.offset ?? 0) - (start?.offset ?? 0);
  return length === text.value.length && node.url.endsWith(text.value);
}
