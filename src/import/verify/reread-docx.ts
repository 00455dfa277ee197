import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { UnreadableError } from '../manuscript.ts';
import { unzip } from '../zip.ts';

/**
 * Reads the text of a Word file for the comparison, without any code of the reader: all `w:t`, `m:t`
 * and `w:delText` in document order, text boxes after the paragraph that anchors them, ruby text after
 * its base; then notes in the order of their references, unreferenced notes, headers, footers, comments, charts,
 * SmartArt.
 * Includes hidden text.
 * @throws UnreadableError if a part is not well-formed XML
 */
export async function rereadDocx(bytes: Uint8Array): Promise<string> {
  const files = await unzip(bytes, { wanted: (name) => /\.(?:xml|rels)$/iu.test(name) });
  const parts = new Map([...files].map(([name, content]) => [name.toLowerCase(), decoded(content)]));
  const textOf = (part: string) => textsIn(parts.get(part) ?? '').get('') ?? '';
  const main = targetsOf(parts.get('_rels/.rels') ?? '', '', 'officeDocument')[0] ?? '';
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = parts.get(`${folder}_rels/${main.slice(folder.length)}.rels`) ?? '';
  const targets = (type: string) => targetsOf(relations, folder, type);

  const notes = new Map<string, string>(
    ['footnote', 'endnote'].flatMap((kind) =>
      targets(`${kind}s`).flatMap((part) =>
        [...textsIn(parts.get(part) ?? '', kind)].map(([id, text]) => [`${kind} ${id}`, text] as const),
      ),
    ),
  );
  const pieces = textOf(main).split(CALL);
  const calls = pieces.filter((_, index) => index % 2 === 1);
  const called = [...new Set([...calls, ...notes.keys()])].map((key) => notes.get(key) ?? '');
  const margins = ['header', 'footer', 'comments'].flatMap((type) => targets(type).map(textOf));
  const graphics = ['chart', 'chartEx', 'diagramData'].flatMap((type) =>
    targets(type).map((part) => wordsIn(parts.get(part) ?? '')),
  );
  return [...pieces.filter((_, index) => index % 2 === 0), ...called, ...margins, ...graphics]
    .join('')
    .replaceAll(ANY_CALL, '');
}

/** All text and cached values in a chart or SmartArt graphic. */
function wordsIn(xml: string): string {
  const open: string[] = [];
  let words = '';
  walkXml(xml, {
    open: (name) => open.push(name),
    text: (text) => {
      if (open.includes('t') || open.includes('v')) words += text;
    },
    close: () => open.pop(),
  });
  return words;
}

/** Placeholder for a note reference; XML cannot contain NUL. */
const CALL = /\0([^\0]*)\0/u;
const ANY_CALL = /\0[^\0]*\0/gu;

/** Elements whose text is collected separately and added at their end. */
const FRAMES = new Set(['p', 'tbl', 'txbxContent', 'txBody', 'ruby', 'rt', 'rubyBase']);
const RUBY = new Set(['ruby', 'rt', 'rubyBase']);

interface Frame {
  name: string;
  text: string;
  /** Text to add after `text`: text boxes of a paragraph, ruby text. */
  after: string;
}

/**
 * @param item element name; texts are returned by the `id` of these elements (notes). Without it, all text is under ''
 */
function textsIn(xml: string, item?: string): Map<string, string> {
  const texts = new Map<string, string>();
  const open: string[] = [];
  const choices: boolean[] = [];
  let frames: Frame[] = [];
  let id = '';
  let skipped = 0;
  let inText = 0;
  const top = (): Frame | undefined => frames.at(-1);
  const add = (text: string) => {
    const frame = top();
    if (frame) frame.text += text;
    else texts.set(id, (texts.get(id) ?? '') + text);
  };
  const close = ({ name, text, after }: Frame) => {
    const whole = text + after;
    const outer = top();
    const block = RUBY.has(name) ? undefined : frames.findLast((each) => !RUBY.has(each.name));
    if (name === 'rt' && outer) outer.after += whole;
    else if (block?.name === 'p') block.after += whole;
    else if (block) block.text += whole;
    else add(whole);
  };

  walkXml(xml, {
    open(name, attributes) {
      const isBranch = (name === 'Choice' || name === 'Fallback') && open.at(-1) === 'AlternateContent';
      open.push(name);
      if (skipped > 0 || (isBranch && choices.at(-1))) skipped += 1;
      if (skipped > 0) return;
      if (isBranch) choices[choices.length - 1] = true;
      if (name === 'AlternateContent') choices.push(false);
      if (name === item) id = attributes.get('id') ?? '';
      if (name === 't' || name === 'delText') inText += 1;
      const call = /^(footnote|endnote)Reference$/u.exec(name)?.[1];
      if (call !== undefined) add(`\0${call} ${attributes.get('id') ?? ''}\0`);
      if (FRAMES.has(name)) frames.push({ name, text: '', after: '' });
    },
    text(text) {
      if (skipped === 0 && inText > 0) add(text);
    },
    close(name) {
      open.pop();
      if (skipped > 0) {
        skipped -= 1;
        return;
      }
      if (name === 'AlternateContent') choices.pop();
      if (name === 't' || name === 'delText') inText -= 1;
      const frame = FRAMES.has(name) ? frames.pop() : undefined;
      if (frame) close(frame);
      if (name === item) frames = [];
    },
  });
  return texts;
}

/** Targets of relationships of a type, sorted by name. */
function targetsOf(relations: string, folder: string, type: string): string[] {
  const out = new Set<string>();
  walkXml(relations, {
    open(_, attributes) {
      const target = attributes.get('Target') ?? '';
      if (!attributes.get('Type')?.endsWith(`/${type}`) || attributes.get('TargetMode') === 'External')
        return;
      out.add(partName(target, folder));
    },
  });
  return [...out].toSorted((a, b) => (a < b ? -1 : 1));
}

function partName(target: string, folder: string): string {
  try {
    const { pathname } = new URL(target, `file:///${folder}`);
    return decodeURIComponent(pathname).slice(1).toLowerCase();
  } catch (error) {
    // `new URL` and `decodeURIComponent` throw these.
    if (!(error instanceof TypeError || error instanceof URIError)) throw error;
    return '';
  }
}

interface Listener {
  open(name: string, attributes: Map<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Parses XML and calls the listener; names have no namespace prefix. */
function walkXml(xml: string, { open, text, close }: Listener): void {
  if (xml === '') return;
  const parser = new SaxesParser();
  const bare = (name: string) => name.replace(/^[^:]*:/u, '');
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    open(bare(name), new Map(Object.entries(attributes).map(([key, value]) => [bare(key), value])));
  });
  parser.on('closetag', ({ name }) => close?.(bare(name)));
  parser.on('text', (each) => text?.(each));
  parser.on('cdata', (each) => text?.(each));
  parser.on('error', (cause) => {
    throw new UnreadableError('文件里有一部分损坏了', '用 Word 打开，另存为 .docx 再导入', { cause });
  });
  parser.write(xml).close();
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}
