import type { Handler, Walk } from './docx-inline.ts';
import { safeLink } from './safe-link.ts';
import { altOf } from './picture-names.ts';
import { ADDED, type ParagraphBuilder, type InlineContext, type DocxReading, warn } from './docx-reading.ts';
import { attributeOf, childrenOf, findIn, type XmlElement } from './xml.ts';

/** Thousandths of a percent of the picture; Word leaves smaller values behind when it scales. */
const MIN_CROP = 2000;

/** Handlers for pictures and other graphics, by element name. */
export function graphicHandlers(reading: DocxReading, walk: Walk): [string, Handler][] {
  const unsupported =
    (message: string): Handler =>
    (element, builder, context) => {
      if (context.dropped === undefined) warn(reading, 'graphic', message, builder.paragraph.line);
      walk(childrenOf(element), builder, context);
    };
  return [
    [
      'drawing',
      (element, builder, context) => {
        const alt = attributeOf(findIn(element, 'docPr'), 'descr');
        const altered = isAltered(element);
        walk(childrenOf(element), builder, { ...context, alt, ...(altered && { altered }) });
      },
    ],
    [
      'blip',
      (element, builder, context) =>
        addPicture([attributeOf(element, 'embed'), attributeOf(element, 'link')], builder, context, reading),
    ],
    [
      'imagedata',
      (element, builder, context) => {
        const alt = attributeOf(element.parent as XmlElement, 'alt');
        const ids = [attributeOf(element, 'id'), attributeOf(element, 'href')];
        const isCropped = ['croptop', 'cropbottom', 'cropleft', 'cropright'].some(
          (name) => attributeOf(element, name) !== undefined,
        );
        addPicture(ids, builder, { ...context, alt, ...(isCropped && { altered: true }) }, reading);
      },
    ],
    [
      'textpath',
      (element, builder, { dropped }) => {
        const text = attributeOf(element, 'string') ?? '';
        if (text.trim() === '' || dropped !== undefined) return;
        const spans = [{ text, added: ADDED.wordArt }];
        builder.anchored.push({ type: 'paragraph', line: builder.paragraph.line, spans });
      },
    ],
    ['chart', unsupported('这里有一个图表，没有收，里面的文字和数字列在报告里；请截成图片放进来')],
    ['relIds', unsupported('这里有一个 SmartArt 图示，没有收，里面的文字列在报告里；请截成图片放进来')],
    ['OLEObject', unsupported('这里嵌着别的程序的对象（公式、Excel 表等），里面的文字没有收，请对照原稿')],
    ['contentPart', unsupported('这里有手写的墨迹，没有收；需要的话截成图片放进来')],
    ['subDoc', unsupported('这里链接着另一个文档，它的文字没有收；请把它也导入')],
  ];
}

/** Whether Word shows only a part of a picture, or turns or mirrors it. */
function isAltered(drawing: XmlElement): true | undefined {
  const crop = findIn(drawing, 'srcRect');
  const transform = findIn(drawing, 'xfrm');
  const isCropped = ['l', 't', 'r', 'b'].some((name) => Number(attributeOf(crop, name) ?? 0) > MIN_CROP);
  const isTurned = ['rot', 'flipH', 'flipV'].some(
    (name) => !/^0?$/u.test(attributeOf(transform, name) ?? ''),
  );
  return isCropped || isTurned || undefined;
}

/** @param ids relationships that may point to the picture; external ones are not loaded */
function addPicture(
  ids: (string | undefined)[],
  builder: ParagraphBuilder,
  context: InlineContext,
  reading: DocxReading,
): void {
  if (context.dropped !== undefined) return;
  const found = ids.flatMap((id) => reading.relations.get(id ?? '') ?? []);
  const inside = found.find(({ external }) => !external);
  const at = builder.paragraph.line;
  if (inside) {
    const name = reading.pictures.nameOf(inside.target);
    const returns = builder.paragraph.spans.map(({ text }) => text.split('\n').length - 1);
    builder.pictures.push({
      picture: { type: 'picture', line: at, name, alt: altOf(context.alt) },
      returns: returns.reduce((sum, count) => sum + count, 0),
    });
    if (context.altered) {
      const message = '图片在 Word 里裁剪、旋转或翻转过，收的是整张原图，请核对';
      warn(reading, 'picture-altered', message, at, name);
    }
  } else if (found[0]) {
    const message = '图片没有存在文件里，只是链接过来的，没有收；请向作者要图片';
    warn(reading, 'picture-linked', message, at, found[0].target);
  }
}

/** Adds a link to a context if its address is safe; warns otherwise. */
export function withLink(
  target: string | undefined,
  builder: ParagraphBuilder,
  context: InlineContext,
  reading: DocxReading,
): InlineContext {
  if (target === undefined || target === '') return context;
  const link = safeLink(target);
  if (link !== undefined) return { ...context, link };
  if (context.dropped === undefined) {
    warn(reading, 'link-removed', '链接的地址不能用，只留下了文字', builder.paragraph.line, target);
  }
  return context;
}
