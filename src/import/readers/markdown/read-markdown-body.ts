import type { Definition, FootnoteDefinition, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { remarkJoinLines } from '../../../markdown/remark-join-lines.ts';
import { remarkPlugins } from '../../../markdown/pipeline.ts';
import { remarkBlockSyntax } from '../../../markdown/syntax/syntax.ts';
import {
  type ImportWarning,
  type Manuscript,
  type Span,
  spansOf,
  UnreadableError,
} from '../../manuscript.ts';
import { createFlow } from '../paragraph-flow.ts';
import { readText } from '../read-text.ts';
import { emptyManuscript } from '../../manuscript.ts';
import { readBlocks } from './markdown-blocks.ts';
import { checkMarkdownSize, checkMarkdownSigns } from './markdown-limits.ts';
import { hideMasks } from './hide-masks.ts';
import { remarkSplitParagraphs } from './split-paragraphs.ts';
import type { MarkdownReading } from './markdown-reading.ts';

/** Markup that does not occur in plain text: block starts and links. */
const MARKDOWN =
  /^ {0,3}(?:#{1,6}[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t]|`{3}|~{3}|\||\[\^?[^\]\n]{1,80}\]:|<[A-Za-z!/]|[-=]{3,}[ \t]*$)|\]\(|\[\^/mu;

const ADDRESS = /^(?:[A-Za-z][A-Za-z0-9+.-]*:|[./#]|[!-~]*[./][!-~]*$)/u;

/** The site's plugins without `remarkBlockSyntax`: manuscripts are CommonMark. `closeParagraph()` joins lines, as for HTML. */
const plugins = remarkPlugins.filter((plugin) => plugin !== remarkJoinLines && plugin !== remarkBlockSyntax);
const processor = unified().use(remarkParse).use(remarkSplitParagraphs).use(plugins).freeze();

/**
 * Reads Markdown without front matter.
 * @param kind of the returned manuscript
 * @param linesBefore lines of the file before the text
 * @throws UnreadableError if it is too large or nested too deep
 */
export function readMarkdownBody(text: string, kind: Manuscript['kind'], linesBefore = 0): Manuscript {
  checkMarkdownSize(text);
  if (isPlainText(text)) return readAsPlainText(text, kind, linesBefore);
  checkMarkdownSigns(text);
  try {
    return parse(text, kind, linesBefore);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UnreadableError('Markdown 嵌套太深', '请把里面层层相套的引用、列表改成普通段落，再导入', {
      cause: error,
    });
  }
}

/** Whether the text has no Markdown and no empty lines; each line is then a paragraph. */
function isPlainText(text: string): boolean {
  return !/\S[ \t]*\n[\s]*\n\s*\S/u.test(text.trim()) && !MARKDOWN.test(text);
}

function readAsPlainText(text: string, kind: Manuscript['kind'], linesBefore: number): Manuscript {
  const manuscript = readText(text);
  for (const block of manuscript.blocks) block.line += linesBefore;
  return { ...manuscript, kind };
}

function parse(text: string, kind: Manuscript['kind'], linesBefore: number): Manuscript {
  const hidden = hideMasks(text);
  const tree = processor.runSync(processor.parse(hidden.text)) as Root;
  const { definitions, footnotes, repeated } = definitionsOf(tree);
  const reading: MarkdownReading = {
    flow: createFlow(),
    pictures: new Map(),
    warnings: [],
    source: hidden.text,
    definitions,
    footnotes,
    called: new Set(),
    restore: hidden.restore,
    linesBefore: linesBefore,
  };
  readBlocks(tree.children, { formatting: {}, paragraph: {}, depth: 0 }, reading);
  const notes = readNotes(reading);
  const uncalled = [...footnotes.values()].filter(({ identifier }) => !notes.has(identifier));
  const { blocks } = reading.flow;
  return {
    ...emptyManuscript(kind),
    blocks,
    notes,
    nonBodyText: [...uncalled, ...repeated]
      .flatMap((note) => readNote(note, reading).flat())
      .map((span) => ({ dropped: '正文没有提到的注释', ...span })),
    pictures: reading.pictures,
    warnings: withoutRepeats(reading.warnings),
  };
}

/** Definitions of links and footnotes. A link definition that is unreferenced or not an address is text. */
function definitionsOf(tree: Root) {
  const all: Definition[] = [];
  const used = new Set<string>();
  const footnotes = new Map<string, FootnoteDefinition>();
  const repeated: FootnoteDefinition[] = [];
  visit(tree, (node) => {
    if (node.type === 'definition') all.push(node);
    if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier);
    if (node.type !== 'footnoteDefinition') return;
    if (footnotes.has(node.identifier)) repeated.push(node);
    else footnotes.set(node.identifier, node);
  });
  const definitions = new Map<string, Definition>();
  for (const each of all) {
    const isAddress = ADDRESS.test(each.url) && used.has(each.identifier);
    if (isAddress && !definitions.has(each.identifier)) definitions.set(each.identifier, each);
  }
  return { definitions, footnotes, repeated };
}

/** Footnotes in the order of their references; those that only footnotes reference come last. */
function readNotes(reading: MarkdownReading): Map<string, Span[][]> {
  const notes = new Map<string, Span[][]>();
  for (const id of reading.called) {
    const note = reading.footnotes.get(id);
    if (note) notes.set(id, readNote(note, reading));
  }
  return notes;
}

function readNote({ children }: FootnoteDefinition, reading: MarkdownReading): Span[][] {
  const flow = createFlow();
  readBlocks(children, { formatting: {}, paragraph: {}, depth: 0 }, { ...reading, flow });
  return flow.blocks.map(spansOf).filter((spans) => spans.length > 0);
}

/** Keeps only the first warning that applies to the whole text. */
function withoutRepeats(warnings: ImportWarning[]): ImportWarning[] {
  const first = warnings.findIndex(({ code }) => code === 'active-content');
  return warnings.filter(({ code }, index) => code !== 'active-content' || index === first);
}
