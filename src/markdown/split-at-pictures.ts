import type { Element, ElementContent, Parents, Text } from 'hast';

/** Elements whose text stands in lines of its own; what stands in no such element is part of a line. */
const BLOCKS = new Set(
  'blockquote dd div dl dt figure h1 h2 h3 h4 h5 h6 hr li ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Elements that can hold no figure: pictures in them are errors of the text. */
const WITHOUT_FIGURES = new Set(['a', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre']);
/** Marks that never begin a line; they stay with the text before a picture. */
const CLOSING = /^\s*([，。、；：！？）》】」』”’…,.;:!?)]+)/u;

/** Text of a line between two of its pictures. */
type Run = ElementContent[];
/** Pictures that follow one another, and the text between them and the next. */
type Part = { pictures: Element[] } | { run: Run; continues: boolean };

/**
 * Parts paragraphs, list items and table cells at their pictures: a figure may not stand in a line.
 * Text keeps its order. The rest of a paragraph becomes a paragraph of class `continued`.
 * @param figure makes a figure of a picture
 */
export function splitAtPictures(parent: Parents, figure: (image: Element) => Element): void {
  const out: Parents['children'] = [];
  let line: Run = [];
  const endLine = () => {
    out.push(...(line.some(holdsPicture) ? splitLine(line).flatMap((part) => blocksOf(part, figure)) : line));
    line = [];
  };
  for (const child of parent.children as ElementContent[]) {
    if (child.type === 'element' ? !BLOCKS.has(child.tagName) : child.type === 'text') {
      line.push(child);
      continue;
    }
    endLine();
    if (child.type !== 'element' || !holdsPicture(child)) out.push(child);
    else if (child.tagName === 'p')
      out.push(...splitLine(child.children).flatMap((part) => blocksOf(part, figure, child)));
    else {
      splitAtPictures(child, figure);
      out.push(child);
    }
  }
  endLine();
  parent.children = out as never;
}

/** Whether a figure is to be made of something in a node. */
function holdsPicture(node: ElementContent): boolean {
  if (node.type !== 'element' || WITHOUT_FIGURES.has(node.tagName)) return false;
  return node.tagName === 'img' || node.children.some(holdsPicture);
}

function splitLine(line: Run): Part[] {
  const parts: Part[] = [];
  let text: Run | undefined;
  for (const piece of pieces(line)) {
    if (!Array.isArray(piece)) {
      const last = parts.at(-1);
      if (last && 'pictures' in last) last.pictures.push(piece);
      else parts.push({ pictures: [piece] });
      continue;
    }
    const run = text && parts.length > 0 ? closed(piece, text) : piece;
    const trimmed = trim(run);
    if (trimmed.length === 0) continue;
    parts.push({ run: trimmed, continues: text !== undefined });
    text = trimmed;
  }
  return parts;
}

/** A line as texts and pictures. Bold type and the like around a picture is parted, too. */
function pieces(line: Run): (Run | Element)[] {
  const out: (Run | Element)[] = [];
  let run: Run = [];
  const picture = (image: Element) => {
    out.push(run, image);
    run = [];
  };
  for (const node of line) {
    if (node.type !== 'element' || !holdsPicture(node)) run.push(node);
    else if (node.tagName === 'img') picture(node);
    else {
      for (const piece of pieces(node.children)) {
        if (!Array.isArray(piece)) picture(piece);
        else if (trim(piece).length > 0) run.push({ ...node, children: piece });
      }
    }
  }
  return [...out, run];
}

/** A run without the marks that close the text before it, which are added there. */
function closed(run: Run, before: Run): Run {
  const [first, ...rest] = run;
  const marks = first?.type === 'text' ? CLOSING.exec(first.value) : null;
  if (first?.type !== 'text' || !marks) return run;
  before.push({ type: 'text', value: marks[1] ?? '' });
  return [{ ...first, value: first.value.slice(marks[0].length) }, ...rest];
}

/** A run without white space and line breaks at its ends. */
function trim(run: Run): Run {
  const out = [...run];
  for (const [at, ends] of [
    [0, /^\s+/u],
    [-1, /\s+$/u],
  ] as const) {
    for (let node = out.at(at); node !== undefined; node = out.at(at)) {
      const value = node.type === 'text' ? node.value.replace(ends, '') : '';
      const isBreak = node.type === 'element' && node.tagName === 'br';
      if (node.type !== 'text' && !isBreak) break;
      out.splice(at, 1, ...(value === '' ? [] : [{ ...(node as Text), value }]));
      if (value !== '') break;
    }
  }
  return out;
}

/** @param paragraph what the text stood in; absent where it needs none */
function blocksOf(part: Part, figure: (image: Element) => Element, paragraph?: Element): ElementContent[] {
  if ('run' in part) {
    if (!paragraph) return part.run;
    const properties = part.continues ? { className: ['continued'] } : paragraph.properties;
    return [{ ...paragraph, properties, children: part.run }];
  }
  const figures = part.pictures.map(figure);
  return figures.length === 1
    ? figures
    : [{ type: 'element', tagName: 'div', properties: { className: ['pictures'] }, children: figures }];
}
