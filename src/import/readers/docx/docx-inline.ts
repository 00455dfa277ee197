import type { Block } from '../../manuscript.ts';
import { hyperlinkOf, isEquation } from './fields.ts';
import { graphicHandlers, linked } from './graphics.ts';
import { ADDED, DROPPED, type Line, type Place, type Reading, warn } from './docx-reading.ts';
import { type CharacterLook, lookOf, over } from './styles.ts';
import { addBreak, addMade, addNote, addSymbol, addText } from './docx-text.ts';
import { attributeOf, childOf, childrenOf, localName, switchOf, valOf, type XmlElement } from './xml.ts';

/** Reads what stands in a paragraph into a line. Elements that it does not know are entered: no text is lost. */
export type Walk = (elements: XmlElement[], line: Line, place: Place) => void;

export type Handler = (element: XmlElement, line: Line, place: Place) => void;

/** @param readBox reads the blocks of a text box, or of what else is a block inside a paragraph */
export function createInline(
  reading: Reading,
  readBox: (box: XmlElement, dropped: string | undefined) => Block[],
): Walk {
  const walk: Walk = (elements, line, place) => {
    for (const element of elements) {
      const name = localName(element);
      const handler = handlers.get(name);
      if (handler) handler(element, line, place);
      // What ends so says how things look; it holds no text.
      else if (!name.endsWith('Pr')) walk(childrenOf(element), line, place);
    }
  };
  const box: Handler = (element, line, { dropped }) => {
    line.anchored.push(...readBox(element, dropped));
  };
  const handlers = new Map<string, Handler>([
    ...textHandlers(reading),
    ...containerHandlers(reading, walk),
    ...fieldHandlers(reading, walk),
    ...noteHandlers(reading),
    ...graphicHandlers(reading, walk),
    ...['txbxContent', 'txBody', 'p', 'tbl'].map((name) => [name, box] as const),
  ]);
  return walk;
}

function textHandlers(reading: Reading): [string, Handler][] {
  const space: Handler = (_, line, place) => addText(' ', line, place, reading);
  return [
    ['t', (element, line, place) => addText(element.text, line, place, reading)],
    [
      'delText',
      (element, line, place) =>
        addText(element.text, line, { ...place, dropped: place.dropped ?? DROPPED.deleted }, reading),
    ],
    ['tab', space],
    ['ptab', space],
    ['cr', (_, line, place) => addBreak(line, place, reading)],
    [
      'br',
      (element, line, place) => {
        const type = attributeOf(element, 'type');
        if (type === 'page' || type === 'column') line[line.hasText ? 'breakAfter' : 'breakBefore'] = true;
        addBreak(line, place, reading);
      },
    ],
    ['noBreakHyphen', (_, line, place) => addMade('-', ADDED.hyphen, line, place, reading)],
    [
      'sym',
      (element, line, place) => {
        const [font = '', code = ''] = [attributeOf(element, 'font'), attributeOf(element, 'char')];
        addSymbol(font, code, line, place, reading);
      },
    ],
  ];
}

/** Elements that say what becomes of the text in them. */
function containerHandlers(reading: Reading, walk: Walk): [string, Handler][] {
  const enter: Handler = (element, line, place) => walk(childrenOf(element), line, place);
  const dropping =
    (reasonOf: (element: XmlElement) => string | undefined): Handler =>
    (element, line, place) =>
      enter(element, line, { ...place, dropped: place.dropped ?? reasonOf(element) });
  const inserting: Handler = (element, line, place) => enter(element, line, { ...place, inserted: true });
  return [
    [
      'r',
      (run, line, place) => {
        const look = lookOfRun(run, place.look, reading);
        const dropped = place.dropped ?? (look.hidden ? DROPPED.hidden : undefined);
        enter(run, line, { ...place, look, dropped });
      },
    ],
    ['ins', inserting],
    ['moveTo', inserting],
    ['del', dropping(() => DROPPED.deleted)],
    ['moveFrom', dropping(() => DROPPED.moved)],
    ['sdt', dropping(placeholder)],
    ['AlternateContent', (element, line, place) => walk(chosen(element), line, place)],
    [
      'ruby',
      (element, line, place) => {
        const above = childOf(element, 'rt');
        const base = childOf(element, 'rubyBase');
        if (base) enter(base, line, place);
        if (!above?.text.trim()) return;
        addMade('（', ADDED.ruby, line, place, reading);
        enter(above, line, { ...place, ruby: true });
        addMade('）', ADDED.ruby, line, place, reading);
      },
    ],
    [
      'oMath',
      (element, line, place) => {
        enter(element, line, place);
        if (place.dropped === undefined) line.formula += element.text;
      },
    ],
  ];
}

function fieldHandlers(reading: Reading, walk: Walk): [string, Handler][] {
  const { fields, relations } = reading;
  const code: Handler = (element) => fields.code(element.text);
  return [
    ['instrText', code],
    ['delInstrText', code],
    [
      'fldChar',
      (element, line, place) => {
        const type = attributeOf(element, 'fldCharType');
        if (type === 'begin') fields.begin();
        if (type === 'separate') {
          const bare = { ...place, link: undefined };
          fields.separate((text) => linked(hyperlinkOf(text), line, bare, reading).link);
        }
        if (type !== 'end') return;
        const ended = fields.end() ?? '';
        if (isEquation(ended) && place.dropped === undefined) line.formula += ended.trim();
      },
    ],
    [
      'fldSimple',
      (element, line, place) => {
        const target = hyperlinkOf(attributeOf(element, 'instr') ?? '');
        walk(childrenOf(element), line, linked(target, line, place, reading));
      },
    ],
    [
      'hyperlink',
      (element, line, place) => {
        const target = relations.get(attributeOf(element, 'id') ?? '')?.target;
        walk(childrenOf(element), line, linked(target, line, place, reading));
      },
    ],
  ];
}

function noteHandlers(reading: Reading): [string, Handler][] {
  const note =
    (kind: string): Handler =>
    (element, line, place) => {
      const id = `${kind}-${attributeOf(element, 'id') ?? ''}`;
      if (reading.hasNote(id)) addNote(id, line, place, reading);
      else warn(reading, 'note-missing', '这里有一个脚注号，脚注的内容不在文件里', line.paragraph.line);
    };
  return [
    ['footnoteReference', note('footnote')],
    ['endnoteReference', note('endnote')],
    [
      'commentReference',
      (element, { paragraph }) => {
        reading.commentLines.set(attributeOf(element, 'id') ?? '', paragraph.line);
      },
    ],
  ];
}

function lookOfRun(run: XmlElement, base: CharacterLook, { styles }: Reading): CharacterLook {
  let look = base;
  for (const child of childrenOf(run)) {
    if (localName(child) !== 'rPr') continue;
    const style = valOf(child, 'rStyle');
    look = over(over(lookOf(child), style === undefined ? {} : styles.character(style)), look);
  }
  return look;
}

/** The branch of a choice that is read: the first, which is what newer programs see. */
export function chosen(alternate: XmlElement): XmlElement[] {
  const branch = childrenOf(alternate).find((child) => ['Choice', 'Fallback'].includes(localName(child)));
  return branch ? childrenOf(branch) : [];
}

/** Why the content of a control is left out: nobody has filled it in. */
export function placeholder(control: XmlElement): string | undefined {
  return switchOf(childOf(control, 'sdtPr'), 'showingPlcHdr') ? DROPPED.placeholder : undefined;
}
