import type { Element, ElementContent, Nodes, Root } from 'hast';
import { phrasesOf } from '#core/text/phrases.ts';
import { EditionError } from '../edition-error.ts';
import { classesOf, elementsOf, findElement, rawText } from '../hast.ts';
import { barChart, dataTable } from './table-to-typst.ts';
import { type TypstCode, array, call, labelled, sequence } from './typst-code.ts';
import type { TextSetter } from './typst-text.ts';

/** Context of an article's body besides its tree. */
export interface BodyContext {
  /** Id of the article: for messages, and the beginning of its labels. */
  article: string;
  setter: TextSetter;
  /** A link with its content; only the content if the target does not exist outside the site. */
  linkTo(link: Element, content: TypstCode): TypstCode;
  /** Name of a picture's file in Typst's virtual file system. */
  fileOf(hash: string): string;
}

/** Level of a body's highest headings: levels 1 and 2 are column and article. */
const TOP_HEADING = 3;
/** Characters before the mark of a note that must stay on its line. */
const BEFORE_MARK = /(?:[A-Za-z0-9.,%]+|[^\p{P}\s])?\p{P}*$/u;

/** Writes an article's tree as Typst code; each text becomes a string literal. */
export class BodyWriter {
  readonly #context: BodyContext;
  /** Depths of the headings above the current one. */
  readonly #depths: number[] = [];

  /** Ids of the notes by their numbers. */
  readonly #noteIds = new Map<string, string>();

  constructor(context: BodyContext) {
    this.#context = context;
  }

  /** @throws EditionError at an unsupported element, so that no text is lost */
  write({ children }: Root): TypstCode {
    for (const item of notesIn({ type: 'root', children }))
      this.#noteIds.set(String(item.properties.dataNote), String(item.properties.id));
    // Keeps the facts below the text on the page of its last lines.
    const last = children.length - 1;
    return sequence(
      children.map((node, index) => {
        const block = this.#block(node as ElementContent);
        return index === last && !isLong(node) ? call('ending', {}, block) : block;
      }),
    );
  }

  /** Writes blocks; text outside a block becomes a paragraph. */
  #blocks(children: readonly ElementContent[]): TypstCode {
    const parts: TypstCode[] = [];
    let inline: ElementContent[] = [];
    const flush = () => {
      if (inline.length > 0) parts.push(call('paragraph', {}, this.inline(inline)));
      inline = [];
    };
    for (const node of children) {
      if (node.type !== 'element' || !BLOCKS.has(node.tagName)) inline.push(node);
      else {
        flush();
        parts.push(this.#block(node));
      }
    }
    flush();
    return sequence(parts);
  }

  #block(node: ElementContent): TypstCode {
    if (node.type !== 'element') return call('paragraph', {}, this.inline([node]));
    const { tagName, children } = node;
    switch (tagName) {
      case 'p':
        return classesOf(node).includes('continued')
          ? call('continued', {}, this.inline(children))
          : call('paragraph', {}, this.inline(children));
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return this.#heading(node);
      case 'blockquote':
        return call('quotation', {}, this.#blocks(children));
      case 'ul':
        return call('bullets', {}, ...this.#items(node));
      case 'ol':
        return call('numbers', { start: startOf(node) }, ...this.#items(node));
      case 'pre':
        return call('code-block', {}, this.#preformatted(node));
      case 'hr':
        return call('separator', {});
      case 'figure':
        return this.figure(node);
      case 'div':
        return this.#pictures(node);
      case 'table':
        return dataTable(node, (cell) => this.cell(cell));
      case 'section':
        return this.#notes(node);
      default:
        return call('paragraph', {}, this.inline([node]));
    }
  }

  #heading(heading: Element): TypstCode {
    const depth = Number(heading.tagName[1]);
    while ((this.#depths.at(-1) ?? 0) >= depth) this.#depths.pop();
    this.#depths.push(depth);
    const isPlain = heading.children.every(({ type }) => type === 'text');
    const title = isPlain
      ? this.#context.setter.phrases(phrasesOf(rawText(heading)))
      : this.inline(heading.children);
    const code = call('heading', { level: TOP_HEADING + this.#depths.length - 1 }, title);
    const { id } = heading.properties;
    return typeof id === 'string' ? labelled(code, labelOf(this.#context.article, id)) : code;
  }

  #items(list: Element): TypstCode[] {
    return elementsOf(list).map((item) => {
      if (item.tagName !== 'li') throw this.#unknown(item);
      return this.cell(item);
    });
  }

  /** Content of a cell or an item: inline where there is no block. */
  cell({ children }: Element): TypstCode {
    const hasBlock = children.some((node) => node.type === 'element' && BLOCKS.has(node.tagName));
    return hasBlock ? this.#blocks(children) : this.inline(children);
  }

  #pictures(row: Element): TypstCode {
    if (!classesOf(row).includes('pictures')) throw this.#unknown(row);
    return call('picture-row', {}, ...elementsOf(row).map((figure) => this.figure(figure)));
  }

  figure(figure: Element): TypstCode {
    if (classesOf(figure).includes('chart')) return barChart(figure, (part) => this.cell(part));
    return call('picture', this.picture(figure));
  }

  /** The arguments that describe a picture, with its caption. */
  picture(figure: Element): Parameters<typeof call>[1] {
    const image = findElement(figure, ({ tagName }) => tagName === 'img');
    const caption = findElement(figure, ({ tagName }) => tagName === 'figcaption');
    if (figure.tagName !== 'figure' || !image) throw this.#unknown(figure);
    const { dataPicture, alt, width, height } = image.properties;
    return {
      file: this.#context.fileOf(String(dataPicture)),
      alt: String(alt),
      ratio: Number(width) / Number(height),
      ...(caption && { caption: { code: this.inline(caption.children) } }),
    };
  }

  #notes(section: Element): TypstCode {
    const [title, list] = elementsOf(section);
    if (!classesOf(section).includes('notes') || !title || !list) throw this.#unknown(section);
    const notes = elementsOf(list).map((item) => {
      const { id, dataNote } = item.properties;
      const code = call('note', { number: String(dataNote) }, this.cell(item));
      return labelled(code, labelOf(this.#context.article, String(id)));
    });
    return call('notes', { title: { code: this.inline(title.children) } }, array(notes));
  }

  /** Text with marks. */
  inline(children: readonly ElementContent[]): TypstCode {
    const parts = children.flatMap((node, index) => {
      const next = children[index + 1];
      const previous = children[index - 1];
      if (node.type === 'text' && isNoteMark(next))
        return this.#context.setter.text(node.value.replace(BEFORE_MARK, ''));
      if (isNoteMark(node)) {
        const before = previous?.type === 'text' ? (BEFORE_MARK.exec(previous.value)?.[0] ?? '') : '';
        return [call('joined', {}, sequence([...this.#context.setter.text(before), this.#noteMark(node)]))];
      }
      return this.#inlinePart(node);
    });
    return sequence(parts);
  }

  #inlinePart(node: ElementContent): TypstCode[] {
    if (node.type === 'text') return this.#context.setter.text(node.value);
    if (node.type !== 'element') throw new EditionError(this.#context.article, node.type);
    const { tagName, children } = node;
    if (tagName === 'br') return [call('linebreak', {})];
    const content = this.inline(children);
    switch (tagName) {
      case 'p':
        return [content];
      case 'strong':
        return [call('strong', {}, content)];
      case 'em':
        return [call(classesOf(node).includes('latin') ? 'emph' : 'dotted', {}, content)];
      case 'del':
        return [call('strike', {}, content)];
      case 'sub':
        return [call('sub', {}, content)];
      case 'sup':
        return [call('super', {}, content)];
      case 'code':
        return [call('code-span', {}, content)];
      case 'span': {
        const [name = ''] = classesOf(node);
        if (name !== 'dateline' && name !== 'credit') throw this.#unknown(node);
        return [call(name, {}, content)];
      }
      case 'a':
        return [this.#context.linkTo(node, content)];
      default:
        throw this.#unknown(node);
    }
  }

  #noteMark(mark: Element): TypstCode {
    const id = this.#noteIds.get(String(mark.properties.dataNoteRef));
    if (id === undefined) throw this.#unknown(mark);
    return call('note-mark', { name: labelOf(this.#context.article, id) }, this.inline(mark.children));
  }

  #preformatted(element: Element): TypstCode {
    const lines = rawText(element).replace(/\n$/u, '').split('\n');
    return sequence(
      lines.flatMap((line, index) => [
        ...(index > 0 ? [call('linebreak', {})] : []),
        call('indent', { spaces: /^ */u.exec(line)?.[0].length ?? 0 }),
        ...this.#context.setter.text(line.trimStart()),
      ]),
    );
  }

  #unknown(element: Element): EditionError {
    return new EditionError(
      this.#context.article,
      `<${[element.tagName, ...classesOf(element)].join(' .')}>`,
    );
  }
}

const BLOCKS = new Set('p h2 h3 h4 h5 h6 blockquote ul ol pre hr figure div table section'.split(' '));

/** Elements that may be longer than a page, so they must not be kept together with what follows. */
function isLong(node: Nodes): boolean {
  return node.type === 'element' && /^(?:table|ul|ol|blockquote|pre|div)$/u.test(node.tagName);
}

function isNoteMark(node: ElementContent | undefined): node is Element {
  return node?.type === 'element' && node.properties.dataNoteRef !== undefined;
}

function notesIn(node: Nodes): Element[] {
  return elementsOf(node).flatMap((each) =>
    each.properties.dataNote === undefined ? notesIn(each) : [each],
  );
}

/** The name of a place in an article. */
export function labelOf(article: string, id: string): string {
  return `${article}#${id}`;
}

function startOf({ properties: { start } }: Element): number | undefined {
  return typeof start === 'number' ? start : undefined;
}
