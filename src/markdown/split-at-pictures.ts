import type { Element, ElementContent, Parents, Text } from 'hast';

/** Block elements; everything else is inline content of a line. */
const BLOCKS = new Set(
  'blockquote dd div dl dt figure h1 h2 h3 h4 h5 h6 hr li ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Elements that cannot contain a figure; a picture in them is an error in the article. */
const WITHOUT_FIGURES = new Set(['a', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre']);
/** Punctuation that cannot begin a line; it moves to the text before the picture. */
const CLOSING = /^\s*([，。、；：！？）》】」』”’…,.;:!?)]+)/u;

/** Inline content between two pictures. */
type Run = ElementContent[];
/** Either adjacent pictures, or the text between pictures. */
type Part = { pictures: Element[] } | { run: Run; continues: boolean };

/**
 * Splits paragraphs, list items and table cells at their pictures, because a figure is a block. The order of
 * the content stays the same. The rest of a paragraph becomes a paragraph with the class `continued`.
 * @param figure turns an image into a figure
 */
export function splitAtPictures(parent: Parents, figure: (image: Element) => Element): void {
  const out: Parents['children'] = [];
  let line: Run = [];
  const endLine = () => {
    out.push(
      ...(line.some(containsPicture) ? splitLine(line).flatMap((part) => blocksOf(part, figure)) : line),
    );
    line = [];
  };
  for (const child of parent.children as ElementContent[]) {
    if (child.type === 'element' ? !BLOCKS.has(child.tagName) : child.type === 'text') {
      line.push(child);
      continue;
    }
    endLine();
    if (child.type !== 'element' || !containsPicture(child)) out.push(child);
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

/** Whether a node contains a picture that becomes a figure. */
function containsPicture(node: ElementContent): boolean {
  if (node.type !== 'element' || WITHOUT_FIGURES.has(node.tagName)) return false;
  return node.tagName === 'img' || node.children.some(containsPicture);
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
    const run = text && parts.length > 0 ? movePunctuation(piece, text) : piece;
    const trimmed = trim(run);
    if (trimmed.length === 0) continue;
    parts.push({ run: trimmed, continues: text !== undefined });
    text = trimmed;
  }
  return parts;
}

/** Splits a line into texts and pictures, and also inline elements that contain a picture. */
function pieces(line: Run): (Run | Element)[] {
  const out: (Run | Element)[] = [];
  let run: Run = [];
  const picture = (image: Element) => {
    out.push(run, image);
    run = [];
  };
  for (const node of line) {
    if (node.type !== 'element' || !containsPicture(node)) run.push(node);
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

/** Moves punctuation from the beginning of a run to the end of the text before it. */
function movePunctuation(run: Run, before: Run): Run {
  const [first, ...rest] = run;
  const marks = first?.type === 'text' ? CLOSING.exec(first.value) : null;
  if (first?.type !== 'text' || !marks) return run;
  before.push({ type: 'text', value: marks[1] ?? '' });
  return [{ ...first, value: first.value.slice(marks[0].length) }, ...rest];
}

/** Removes white space and line breaks from both ends of a run. */
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

/** @param paragraph the paragraph that contained the part; absent in list items and table cells */
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
