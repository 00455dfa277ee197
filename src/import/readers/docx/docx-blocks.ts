import { type Block, UnreadableError } from '../../manuscript.ts';
import { chosen, createInline, placeholder } from './docx-inline.ts';
import { partsOf, readParagraph, closeRunOn } from './docx-paragraph.ts';
import { createDocxFlow, DROPPED, type DocxFlow, type DocxReading } from './docx-reading.ts';
import { readTable } from './docx-table.ts';
import { attributeOf, childOf, childrenOf, findIn, localName, type XmlElement } from './xml.ts';

/** Reads elements as blocks. */
export type ReadBlocks = (elements: Iterable<XmlElement>, dropped?: string) => Block[];

/** Inline elements. Between paragraphs they form a paragraph of their own. */
const INLINE = new Set(['r', 't', 'delText', 'hyperlink', 'fldSimple', 'oMath', 'oMathPara', 'ruby']);

/** Creates the block reader for one part of the file. */
export function createBlocks(reading: DocxReading): ReadBlocks {
  const walk = createInline(reading, (box, dropped) => readBlocks([box], dropped));
  const enter = (elements: Iterable<XmlElement>, flow: DocxFlow, dropped: string | undefined): void => {
    for (const element of elements) {
      const name = localName(element);
      if (name === 'p') {
        const { content, properties } = partsOf(element);
        readParagraph(content, properties, flow, walk, reading, dropped);
      } else if (name === 'tbl') {
        closeRunOn(flow, reading);
        flow.blocks.push(...readTable(element, readBlocks, reading, dropped));
      } else if (name === 'sdt') enter(childrenOf(element), flow, dropped ?? droppedControl(element));
      else if (name === 'AlternateContent') enter(chosen(element), flow, dropped);
      else if (name === 'altChunk') throw embeddedError();
      else if (INLINE.has(name)) readParagraph([element], undefined, flow, walk, reading, dropped);
      else if (!name.endsWith('Pr')) enter(childrenOf(element), flow, dropped);
    }
  };
  const readBlocks: ReadBlocks = (elements, dropped) => {
    const flow = createDocxFlow();
    enter(elements, flow, dropped);
    closeRunOn(flow, reading);
    return flow.blocks;
  };
  return readBlocks;
}

function droppedControl(control: XmlElement): string | undefined {
  const properties = childOf(control, 'sdtPr');
  const gallery = properties && findIn(properties, 'docPartGallery');
  const isContents = /^(?:table of contents|目录)$/iu.test(attributeOf(gallery, 'val') ?? '');
  return isContents ? DROPPED.contents : placeholder(control);
}

function embeddedError(): UnreadableError {
  return new UnreadableError(
    '正文是嵌在里面的另一个文件（多半是程序导出的）',
    '用 Word 打开，另存为 .docx 再导入',
  );
}
