import type { Element, ElementContent, Nodes } from 'hast';

/** The classes of an element. */
export function classesOf({ properties: { className } }: Element): readonly string[] {
  return Array.isArray(className) ? className.map(String) : [];
}

/** The child elements of a node. */
export function elementsOf(node: Nodes): Element[] {
  return 'children' in node ? node.children.flatMap((child) => (child.type === 'element' ? child : [])) : [];
}

/** The first element below a node, in document order, that fulfils a condition. */
export function findElement(node: Nodes, isWanted: (element: Element) => boolean): Element | undefined {
  for (const child of elementsOf(node)) {
    const found = isWanted(child) ? child : findElement(child, isWanted);
    if (found) return found;
  }
  return undefined;
}

/** The first element below a node with a class. */
export function findByClass(node: Nodes, name: string): Element | undefined {
  return findElement(node, (element) => classesOf(element).includes(name));
}

/** All text below a node, as it is. */
export function rawText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(rawText).join('') : '';
}

/** Makes an element. */
export function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children };
}
