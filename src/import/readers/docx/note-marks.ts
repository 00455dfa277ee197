import type { Handler, Walk } from './docx-inline.ts';
import { DROPPED, type DocxReading } from './docx-reading.ts';
import { attributeOf, childrenOf, localName, type XmlElement } from './xml.ts';

/** Characters of a note's own mark in a run by itself. */
const MAX_MARK_LENGTH = 3;

/**
 * Reads the content of a run. After a reference to a note with a mark of the author's choice, the rest of the
 * run, or else the next run, is that mark; it is dropped, because the site numbers its notes.
 */
export function runReader(reading: DocxReading, walk: Walk): Handler {
  return (run, builder, context) => {
    const children = childrenOf(run);
    const at = children.findIndex(isCustomReference);
    const reference = at < 0 ? undefined : children[at];
    const own = { ...context, dropped: context.dropped ?? DROPPED.mark };
    const { markOf } = builder;
    const text = run.text.trim();
    if (reference) {
      const mark = children.slice(at + 1);
      const id = `${localName(reference).replace('Reference', '')}-${attributeOf(reference, 'id') ?? ''}`;
      const printed = mark.map((each) => each.text).join('');
      if (printed.trim() === '') builder.markOf = id;
      else reading.customMarks.set(id, printed.trim());
      walk(children.slice(0, at + 1), builder, context);
      walk(mark, builder, own);
    } else if (markOf !== undefined && text !== '' && text.length <= MAX_MARK_LENGTH) {
      builder.markOf = undefined;
      reading.customMarks.set(markOf, text);
      walk(children, builder, own);
    } else {
      if (text !== '') builder.markOf = undefined;
      walk(children, builder, context);
    }
  };
}

function isCustomReference(element: XmlElement): boolean {
  const follows = attributeOf(element, 'customMarkFollows');
  return (
    /^(?:foot|end)noteReference$/u.test(localName(element)) &&
    follows !== undefined &&
    !/^(?:0|false|off)$/u.test(follows)
  );
}
