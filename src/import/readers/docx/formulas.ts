import type { Handler, Walk } from './docx-inline.ts';
import { ADDED, type DocxReading, type InlineContext, type ParagraphBuilder } from './docx-reading.ts';
import { addGenerated } from './docx-text.ts';
import { attributeOf, childOf, childrenOf, type XmlElement } from './xml.ts';

const NAME = /^[\p{L}\p{N}.]+$/u;

/** Handlers for the elements of formulas (`m:oMath`): they write fraction bars, roots and brackets as characters. */
export function formulaHandlers(reading: DocxReading, walk: Walk): [string, Handler][] {
  const sign = (text: string, builder: ParagraphBuilder, context: InlineContext) =>
    addGenerated(text, ADDED.formula, builder, context, reading);
  const enter: Handler = (element, builder, context) => walk(childrenOf(element), builder, context);
  const argument = (element: XmlElement | undefined, builder: ParagraphBuilder, context: InlineContext) => {
    if (!element) return;
    const isSimple = NAME.test(element.text.trim());
    if (!isSimple) sign('(', builder, context);
    enter(element, builder, context);
    if (!isSimple) sign(')', builder, context);
  };
  const script = (
    element: XmlElement,
    name: 'sup' | 'sub' | 'deg',
    builder: ParagraphBuilder,
    context: InlineContext,
  ) => {
    const part = childOf(element, name);
    if (!part?.text.trim()) return;
    const kind = name === 'sub' ? ('subscript' as const) : ('superscript' as const);
    enter(part, builder, { ...context, formatting: { ...context.formatting, script: kind } });
  };
  const scripted =
    (...names: ('sub' | 'sup')[]): Handler =>
    (element, builder, context) => {
      const base = childOf(element, 'e');
      if (base) enter(base, builder, context);
      for (const name of names) script(element, name, builder, context);
    };
  return [
    [
      'f',
      (element, builder, context) => {
        const [over, under] = [childOf(element, 'num'), childOf(element, 'den')];
        argument(over, builder, context);
        if (over && under) sign('/', builder, context);
        argument(under, builder, context);
      },
    ],
    [
      'rad',
      (element, builder, context) => {
        script(element, 'deg', builder, context);
        sign('√', builder, context);
        argument(childOf(element, 'e'), builder, context);
      },
    ],
    [
      'd',
      (element, builder, context) => {
        const properties = childOf(element, 'dPr');
        const character = (name: string, usual: string) =>
          attributeOf(childOf(properties, name), 'val') ?? usual;
        sign(character('begChr', '('), builder, context);
        for (const child of childrenOf(element)) if (child !== properties) enter(child, builder, context);
        sign(character('endChr', ')'), builder, context);
      },
    ],
    [
      'nary',
      (element, builder, context) => {
        sign(attributeOf(childOf(childOf(element, 'naryPr'), 'chr'), 'val') ?? '∫', builder, context);
        for (const name of ['sub', 'sup'] as const) script(element, name, builder, context);
        const body = childOf(element, 'e');
        if (body) enter(body, builder, context);
      },
    ],
    ['sSup', scripted('sup')],
    ['sSub', scripted('sub')],
    ['sSubSup', scripted('sub', 'sup')],
  ];
}
