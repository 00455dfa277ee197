import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { remarkPlugins } from './pipeline.ts';

/** Where an address stands in Markdown, to be changed without touching anything around it. */
export interface Destination {
  /** As it is meant: escapes and entities read. */
  url: string;
  isPicture: boolean;
  /** Characters of the body, from 0; the address as it is written, without `<>`. */
  start: number;
  end: number;
}

/**
 * The addresses of links and pictures in a body, in their order.
 * @throws the parser's error where an `.mdx` body is no MDX
 */
export function destinationsOf(body: string, format: 'md' | 'mdx'): Destination[] {
  const found: Destination[] = [];
  const processor = unified()
    .use(remarkParse)
    .use(remarkPlugins)
    .use(format === 'mdx' ? [remarkMdx] : [])
    .use(recordDestinations, found);
  processor.parse(body);
  return found.toSorted((a, b) => a.start - b.start);
}

/** Takes over from the parser where it reads an address, and notes its place. */
function recordDestinations(this: ReturnType<typeof unified>, found: Destination[]): void {
  const data = this.data();
  data.fromMarkdownExtensions ??= [];
  data.fromMarkdownExtensions.push({
    exit: {
      resourceDestinationString(token) {
        const url = this.resume();
        const node = this.stack.at(-1);
        if (node && 'url' in node) node.url = url;
        note(url, node?.type === 'image', token);
      },
      definitionDestinationString(token) {
        const url = this.resume();
        const node = this.stack.at(-1);
        if (node?.type === 'definition') node.url = url;
        note(url, false, token);
      },
    },
  });
  function note(url: string, isPicture: boolean, token: { start: Point; end: Point }): void {
    found.push({ url, isPicture, start: token.start.offset, end: token.end.offset });
  }
}

interface Point {
  offset: number;
}
