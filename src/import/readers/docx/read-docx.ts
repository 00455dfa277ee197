import type { Manuscript } from '../../manuscript.ts';
import { createBlocks } from './docx-blocks.ts';
import { readNumbering } from './numbering.ts';
import {
  readComments,
  readGraphicTexts,
  readHeadersAndFooters,
  noteCalls,
  noteSources,
  readUncalledNotes,
  partsOfType,
  readNotes,
  type Shared,
} from './notes-and-margins.ts';
import { openPackage, type Package } from './package.ts';
import { createPictureNames } from './picture-names.ts';
import { createReading } from './docx-reading.ts';
import { readStyles } from './styles.ts';
import type { XmlElement } from './xml.ts';

/**
 * Reads a Word file. Loads nothing from outside the file and runs nothing in it.
 * @throws UnreadableError if it is damaged, encrypted, hostile or not a Word file
 */
export async function readDocx(bytes: Uint8Array): Promise<Manuscript> {
  const pkg = await openPackage(bytes);
  const sources = noteSources(pkg);
  const shared = sharedOf(pkg, (id) => sources.has(id));
  const reading = createReading({ ...shared, relations: pkg.relations(pkg.document) });
  const blocks = createBlocks(reading)(pkg.elements(pkg.document, 'document'));
  const notes = readNotes(noteCalls(blocks), sources, pkg, shared);
  const nonBodyText = [
    ...readUncalledNotes(notes, sources, pkg, shared),
    ...readHeadersAndFooters(pkg, shared),
    ...readComments(pkg, shared, reading.commentLines),
    ...readGraphicTexts(pkg),
  ];
  const used = new Set(blocks.flatMap((block) => (block.type === 'picture' ? block.name : [])));
  const named = [...shared.pictures.parts].filter(([name]) => used.has(name));
  const bytesOf = await pkg.pictures(named.map(([, part]) => part));
  const pictures = new Map(
    named.flatMap(([name, part]) => {
      const content = bytesOf.get(part);
      return content ? [[name, content] as const] : [];
    }),
  );
  return { kind: 'docx', blocks, notes, nonBodyText, pictures, meta: {}, warnings: shared.warnings };
}

function sharedOf(pkg: Package, hasNote: Shared['hasNote']): Shared {
  const styles = readStyles(elementsOfType(pkg, 'styles'));
  const numbering = readNumbering(elementsOfType(pkg, 'numbering'), styles);
  return { styles, numbering, pictures: createPictureNames(), hasNote, customMarks: new Map(), warnings: [] };
}

function elementsOfType(pkg: Package, type: string): XmlElement[] {
  return partsOfType(pkg, pkg.document, type).flatMap((part) => [...pkg.elements(part)]);
}
