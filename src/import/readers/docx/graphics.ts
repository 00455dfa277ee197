import type { Handler, Walk } from './docx-inline.ts';
import { safeLink } from './safe-link.ts';
import { altOf } from './picture-names.ts';
import { ADDED, type Line, type Place, type Reading, warn } from './docx-reading.ts';
import { attributeOf, childrenOf, findIn, type XmlElement } from './xml.ts';

/** Readers of pictures and of what else is drawn, by the elements' names. */
export function graphicHandlers(reading: Reading, walk: Walk): [string, Handler][] {
  const lost =
    (message: string): Handler =>
    (element, line, place) => {
      if (place.dropped === undefined) warn(reading, 'graphic', message, line.paragraph.line);
      walk(childrenOf(element), line, place);
    };
  return [
    [
      'drawing',
      (element, line, place) => {
        const alt = attributeOf(findIn(element, 'docPr'), 'descr');
        walk(childrenOf(element), line, { ...place, alt });
      },
    ],
    [
      'blip',
      (element, line, place) =>
        addPicture([attributeOf(element, 'embed'), attributeOf(element, 'link')], line, place, reading),
    ],
    [
      'imagedata',
      (element, line, place) => {
        const alt = attributeOf(element.parent as XmlElement, 'alt');
        const ids = [attributeOf(element, 'id'), attributeOf(element, 'href')];
        addPicture(ids, line, { ...place, alt }, reading);
      },
    ],
    [
      'textpath',
      (element, line, { dropped }) => {
        const text = attributeOf(element, 'string') ?? '';
        if (text.trim() === '' || dropped !== undefined) return;
        const spans = [{ text, added: ADDED.wordArt }];
        line.anchored.push({ type: 'paragraph', line: line.paragraph.line, spans });
      },
    ],
    ['chart', lost('这里有一个图表，里面的文字和数字没有收；请截成图片放进来')],
    ['relIds', lost('这里有一个 SmartArt 图示，里面的文字没有收；请截成图片放进来')],
    ['OLEObject', lost('这里嵌着别的程序的对象（公式、Excel 表等），里面的文字没有收，请对照原稿')],
    ['subDoc', lost('这里链接着另一个文档，它的文字没有收；请把它也导入')],
  ];
}

/** @param ids relationships that may hold the picture; one that leads out of the file is not followed */
function addPicture(ids: (string | undefined)[], line: Line, place: Place, reading: Reading): void {
  if (place.dropped !== undefined) return;
  const found = ids.flatMap((id) => reading.relations.get(id ?? '') ?? []);
  const inside = found.find(({ external }) => !external);
  const at = line.paragraph.line;
  if (inside) {
    const name = reading.pictures.nameOf(inside.target);
    line.anchored.push({ type: 'picture', line: at, name, alt: altOf(place.alt) });
  } else if (found[0]) {
    const message = '图片没有存在文件里，只是链接过来的，没有收；请向作者要图片';
    warn(reading, 'picture-linked', message, at, found[0].target);
  }
}

/** A place whose text links to a target, where that is allowed. */
export function linked(target: string | undefined, line: Line, place: Place, reading: Reading): Place {
  if (target === undefined || target === '') return place;
  const link = safeLink(target);
  if (link !== undefined) return { ...place, link };
  if (place.dropped === undefined) {
    warn(reading, 'link-removed', '链接的地址不能用，只留下了文字', line.paragraph.line, target);
  }
  return place;
}
