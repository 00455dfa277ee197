import type { Block } from '../../manuscript.ts';
import { type EndedField, hyperlinkOf, isEquation } from './fields.ts';
import { shownTextOf } from './field-text.ts';
import { formulaHandlers } from './formulas.ts';
import { runReader } from './note-marks.ts';
import { graphicHandlers, withLink } from './graphics.ts';
import {
  ADDED,
  DROPPED,
  type ParagraphBuilder,
  type InlineContext,
  type DocxReading,
  warn,
} from './docx-reading.ts';
import { type CharacterFormatting, formattingOf, inheritFormatting } from './styles.ts';
import { addBreak, addGenerated, addNote, addSymbol, addTab, addText } from './docx-text.ts';
import { attributeOf, childOf, childrenOf, localName, switchOf, valOf, type XmlElement } from './xml.ts';

/** Reads the content of a paragraph. Descends into unknown elements, so that no text is lost. */
export type Walk = (elements: XmlElement[], builder: ParagraphBuilder, context: InlineContext) => void;

export type Handler = (element: XmlElement, builder: ParagraphBuilder, context: InlineContext) => void;

/** @param readBox reads the blocks of a text box or other blocks inside a paragraph */
export function createInline(
  reading: DocxReading,
  readBox: (box: XmlElement, dropped: string | undefined) => Block[],
): Walk {
  const walk: Walk = (elements, builder, context) => {
    for (const element of elements) {
      const name = localName(element);
      const handler = handlers.get(name);
      if (handler) handler(element, builder, context);
      // Elements with names in -Pr are properties without text.
      else if (!name.endsWith('Pr')) walk(childrenOf(element), builder, context);
    }
  };
  const box: Handler = (element, builder, { dropped }) => {
    builder.anchored.push(...readBox(element, dropped));
  };
  const handlers = new Map<string, Handler>([
    ...textHandlers(reading),
    ...containerHandlers(reading, walk),
    ...fieldHandlers(reading, walk),
    ...noteHandlers(reading),
    ...formulaHandlers(reading, walk),
    ...graphicHandlers(reading, walk),
    ...['txbxContent', 'txBody', 'p', 'tbl'].map((name) => [name, box] as const),
  ]);
  return walk;
}

function textHandlers(reading: DocxReading): [string, Handler][] {
  const space: Handler = (_, builder, context) => addText(' ', builder, context, reading);
  return [
    ['t', (element, builder, context) => addText(element.text, builder, context, reading)],
    [
      'delText',
      (element, builder, context) =>
        addText(element.text, builder, { ...context, dropped: context.dropped ?? DROPPED.deleted }, reading),
    ],
    ['tab', (_, builder, context) => addTab(builder, context, reading)],
    ['ptab', space],
    ['cr', (_, builder, context) => addBreak(builder, context, reading)],
    [
      'br',
      (element, builder, context) => {
        const type = attributeOf(element, 'type');
        if (type === 'page' || type === 'column')
          builder[builder.hasText ? 'breakAfter' : 'breakBefore'] = true;
        // Text after a page break is a new paragraph.
        if (type === 'page' || type === 'column') addBreak(builder, context, reading);
        addBreak(builder, context, reading);
      },
    ],
    ['noBreakHyphen', (_, builder, context) => addGenerated('-', ADDED.hyphen, builder, context, reading)],
    [
      'sym',
      (element, builder, context) => {
        const [font = '', code = ''] = [attributeOf(element, 'font'), attributeOf(element, 'char')];
        addSymbol(font, code, builder, context, reading);
      },
    ],
  ];
}

/** Elements that determine whether their text is dropped, inserted or formatted. */
function containerHandlers(reading: DocxReading, walk: Walk): [string, Handler][] {
  const enter: Handler = (element, builder, context) => walk(childrenOf(element), builder, context);
  const dropping =
    (reasonOf: (element: XmlElement) => string | undefined): Handler =>
    (element, builder, context) =>
      enter(element, builder, { ...context, dropped: context.dropped ?? reasonOf(element) });
  const readRun = runReader(reading, walk);
  const inserting: Handler = (element, builder, context) =>
    enter(element, builder, { ...context, inserted: true });
  return [
    [
      'r',
      (run, builder, context) => {
        const formatting = formattingOfRun(run, context.formatting, reading);
        const dropped = context.dropped ?? (formatting.hidden ? DROPPED.hidden : undefined);
        readRun(run, builder, { ...context, formatting, dropped });
      },
    ],
    ['ins', inserting],
    ['moveTo', inserting],
    ['del', dropping(() => DROPPED.deleted)],
    ['moveFrom', dropping(() => DROPPED.moved)],
    ['sdt', dropping(placeholder)],
    ['AlternateContent', (element, builder, context) => walk(chosen(element), builder, context)],
    [
      'ruby',
      (element, builder, context) => {
        const above = childOf(element, 'rt');
        const base = childOf(element, 'rubyBase');
        if (base) enter(base, builder, context);
        if (!above?.text.trim()) return;
        addGenerated('（', ADDED.ruby, builder, context, reading);
        enter(above, builder, { ...context, ruby: true });
        addGenerated('）', ADDED.ruby, builder, context, reading);
      },
    ],
    [
      'oMath',
      (element, builder, context) => {
        enter(element, builder, context);
        if (context.dropped === undefined) builder.formula += element.text;
      },
    ],
  ];
}

function fieldHandlers(reading: DocxReading, walk: Walk): [string, Handler][] {
  const { fields, relations } = reading;
  const code: Handler = (element) => fields.code(element.text);
  const addShown = (ended: EndedField, builder: ParagraphBuilder, context: InlineContext) => {
    const shown = shownTextOf(ended.code, ended.begin);
    if (shown === 'nothing') return;
    if (shown !== 'unknown') addGenerated(shown.text, ADDED.field, builder, context, reading);
    else if (isEquation(ended.code)) builder.formula += ended.code.trim();
    else {
      const message = '这里有一个域，它显示的文字没有存在文件里，请对照原稿补上';
      warn(reading, 'field', message, builder.paragraph.line, ended.code.trim());
    }
  };
  return [
    ['instrText', code],
    ['delInstrText', code],
    [
      'fldChar',
      (element, builder, context) => {
        const type = attributeOf(element, 'fldCharType');
        if (type === 'begin') fields.begin(element);
        if (type === 'separate') {
          const bare = { ...context, link: undefined };
          fields.separate((text) => withLink(hyperlinkOf(text), builder, bare, reading).link);
        }
        if (type !== 'end') return;
        const ended = fields.end();
        if (ended && !ended.hasResult && context.dropped === undefined) addShown(ended, builder, context);
      },
    ],
    [
      'fldSimple',
      (element, builder, context) => {
        const target = hyperlinkOf(attributeOf(element, 'instr') ?? '');
        walk(childrenOf(element), builder, withLink(target, builder, context, reading));
      },
    ],
    [
      'hyperlink',
      (element, builder, context) => {
        const target = relations.get(attributeOf(element, 'id') ?? '')?.target;
        walk(childrenOf(element), builder, withLink(target, builder, context, reading));
      },
    ],
  ];
}

function noteHandlers(reading: DocxReading): [string, Handler][] {
  const note =
    (kind: string): Handler =>
    (element, builder, context) => {
      const id = `${kind}-${attributeOf(element, 'id') ?? ''}`;
      if (reading.hasNote(id)) addNote(id, builder, context, reading);
      else warn(reading, 'note-missing', '这里有一个脚注号，脚注的内容不在文件里', builder.paragraph.line);
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

function formattingOfRun(
  run: XmlElement,
  base: CharacterFormatting,
  { styles }: DocxReading,
): CharacterFormatting {
  let formatting = base;
  for (const child of childrenOf(run)) {
    if (localName(child) !== 'rPr') continue;
    const style = valOf(child, 'rStyle');
    formatting = inheritFormatting(
      inheritFormatting(formattingOf(child), style === undefined ? {} : styles.character(style)),
      formatting,
    );
  }
  return formatting;
}

/** The branch of `mc:AlternateContent` to read: the first, like newer programs. */
export function chosen(alternate: XmlElement): XmlElement[] {
  const branch = childrenOf(alternate).find((child) => ['Choice', 'Fallback'].includes(localName(child)));
  return branch ? childrenOf(branch) : [];
}

/** Reason for dropping a content control: it shows its placeholder text. */
export function placeholder(control: XmlElement): string | undefined {
  return switchOf(childOf(control, 'sdtPr'), 'showingPlcHdr') ? DROPPED.placeholder : undefined;
}
