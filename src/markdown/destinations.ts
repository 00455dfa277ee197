import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { remarkPlugins } from './pipeline.ts';

/** The address of a link or picture with its position, so that it can be replaced exactly. */
export interface Destination {
  /** The address with escapes and entities decoded. */
  url: string;
  isPicture: boolean;
  /** Offset in the body of the written address, without `<>`. */
  start: number;
  end: number;
}

/**
 * The addresses of links and pictures in a body, in order.
 * @throws the parser's error if an `.mdx` body is invalid
 */
export function destinationsOf(body: string, format: 'md' | 'mdx'): Destination[] {
  const found: Destination[] = [];
  const processor = unified()
    .use(remarkParse)
    .use(remarkPlugins)
    .use(format === 'mdx' ? [remarkMdx] : [])
    .use(recordDestinations, found);
  processor.parse(body);
  return found;
}

/** A remark plugin that replaces the parser's handlers for addresses and records their positions. */
function recordDestinations(this: ReturnType<typeof unified>, found: Destination[]): void {
  const data = this.data();
  data.fromMarkdownExtensions ??= [];
  data.fromMarkdownExtensions.push({
    exit: {
      // The syntax tree is not used: the handlers leave out the address.
      resourceDestinationString(token) {
        record(this.resume(), this.stack.at(-1)?.type === 'image', token);
      },
      definitionDestinationString(token) {
        record(this.resume(), false, token);
      },
    },
  });
  function record(url: string, isPicture: boolean, token: { start: Point; end: Point }): void {
    found.push({ url, isPicture, start: token.start.offset, end: token.end.offset });
  }
}

interface Point {
  offset: number;
}
