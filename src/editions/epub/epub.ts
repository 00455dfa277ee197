import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Picture } from '#core/content.ts';
import type { EditionMedia, EditionPicture, EditionWriter } from '../edition-writer.ts';
import { articlesOf, type IssueDocument } from '../issue-document.ts';
import { picturesIn } from '../pictures-in.ts';
import { chaptersOf } from './chapter.ts';
import { colophonPage, coverPage, navigationPage } from './pages.ts';
import { type ManifestItem, packageDocument } from './package.ts';
import { STYLE } from './style.ts';
import { xml, xmlFile } from './xml.ts';

const FOLDER = 'EPUB';
const COVER = 'cover.jpg';
const EXTENSIONS: Readonly<Record<EditionPicture['type'], string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/svg+xml': 'svg',
};
const XHTML = 'application/xhtml+xml';
/** The earliest date of the ZIP format: the bytes must not depend on the clock. */
const NO_TIME = new Date(1980, 0, 1);

/** Writes EPUB 3. */
export function epubWriter(media: EditionMedia): EditionWriter {
  return { format: 'epub', write: (document) => writeEpub(document, media) };
}

interface PackedPicture extends EditionPicture {
  hash: string;
  file: string;
}

async function writeEpub(document: IssueDocument, media: EditionMedia): Promise<Uint8Array<ArrayBuffer>> {
  const [cover, pictures] = await Promise.all([media.cover(document), packPictures(document, media)]);
  const chapters = chaptersOf(document, (hash) => pictures.get(hash)?.file ?? '');
  const pages: [id: string, file: string, text: string, properties?: string][] = [
    ['cover', 'cover.xhtml', coverPage(document, COVER)],
    ['nav', 'nav.xhtml', navigationPage(document, chapters), 'nav'],
    ...chapters.map(({ file, xhtml, hasSvg }, index): [string, string, string, string?] => [
      `article-${index + 1}`,
      file,
      xhtml,
      ...(hasSvg ? (['svg'] as const) : ([] as const)),
    ]),
    ['colophon', 'colophon.xhtml', colophonPage(document)],
  ];
  const items: ManifestItem[] = [
    ...pages.map(([id, href, , properties]) => ({
      id,
      href,
      type: XHTML,
      ...(properties && { properties }),
    })),
    { id: 'style', href: 'style.css', type: 'text/css' },
    { id: 'cover-picture', href: COVER, type: 'image/jpeg', properties: 'cover-image' },
    ...[...pictures.values()].map(({ hash, file, type }) => ({ id: `picture-${hash}`, href: file, type })),
  ];
  const spine = pages.map(([id]) => id);
  const files: Zippable = {
    // The first entry, uncompressed, so that programs recognize an EPUB by its first bytes.
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(CONTAINER),
    [`${FOLDER}/package.opf`]: strToU8(packageDocument(document, items, spine)),
    [`${FOLDER}/style.css`]: strToU8(STYLE),
    ...Object.fromEntries(pages.map(([, file, text]) => [`${FOLDER}/${file}`, strToU8(text)])),
    [`${FOLDER}/${COVER}`]: [cover, { level: 0 }],
    ...Object.fromEntries(
      [...pictures.values()].map(({ file, bytes, type }) => [
        `${FOLDER}/${file}`,
        [bytes, { level: type === 'image/svg+xml' ? 9 : 0 }],
      ]),
    ),
  };
  return zipSync(files, { level: 9, mtime: NO_TIME });
}

const CONTAINER = xmlFile(
  xml('container', { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' }, [
    xml('rootfiles', {}, [
      xml('rootfile', {
        'full-path': `${FOLDER}/package.opf`,
        'media-type': 'application/oebps-package+xml',
      }),
    ]),
  ]),
);

/** The pictures that the articles show, by hash. */
async function packPictures(
  document: IssueDocument,
  media: EditionMedia,
): Promise<Map<string, PackedPicture>> {
  const shown = new Map<string, Picture>(articlesOf(document).flatMap(picturesIn));
  const packed = await Promise.all(
    [...shown].map(async ([hash, picture]): Promise<[string, PackedPicture]> => {
      const made = await media.picture(picture);
      return [hash, { ...made, hash, file: `pictures/${hash}.${EXTENSIONS[made.type]}` }];
    }),
  );
  return new Map(packed);
}
