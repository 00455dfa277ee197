import path from 'node:path/posix';
import { aliasEdits, aliasesOf } from './aliases.ts';
import { relink } from './relink.ts';
import { type PicturePlace, placePictures, withSuffix } from './place-pictures.ts';
import { type Edit, partRaw, type RawArticle, withEdits } from './raw-article.ts';
import { addressFor, addressOf, namedIn, type Reference, referencesOf } from './references.ts';

/** An article that is to move, and all that may name it or its pictures. Paths are those inside the content folder. */
export interface PlaceInput {
  /** `inbox/x.md`, `issues/2022-09/x.md` */
  from: string;
  /** `issues/2022-10/x.md` */
  to: string;
  /** Whether readers have its address already. */
  isPublic: boolean;
  /** All Markdown files and every `issue.yaml`, as they are on disk. */
  texts: ReadonlyMap<string, string>;
  /** All files. */
  files: readonly string[];
  read(file: string): Uint8Array;
}

/** What is to be done on disk, all of it or nothing, and what is to be told. */
export interface Placement {
  /** Files that are not there yet. */
  create: Map<string, Uint8Array>;
  /** Files whose text changes. */
  replace: Map<string, Uint8Array>;
  remove: string[];
  pictures: PicturePlace[];
  /** Other files whose links now lead to the new place. */
  relinked: string[];
  /** The old address that the article keeps. */
  alias?: string;
  /** Pictures that it names and that are not there. */
  missing: string[];
  /** Files that may link to it and cannot be read. */
  unread: string[];
}

/** Why nothing is done. */
export interface PlaceRefusal {
  problem: string;
  fix: string;
}

/** Plans the move of an article with its pictures; what is not named here keeps every byte. */
export function planPlace(input: PlaceInput): Placement | PlaceRefusal {
  const { from, to, texts, files, read } = input;
  const stem = withoutFormat(to).toLowerCase();
  const there = files.find((file) => /\.mdx?$/u.test(file) && withoutFormat(file).toLowerCase() === stem);
  if (there !== undefined && there !== from) {
    return { problem: `${there} 已经有了`, fix: '换个文件名：加 --slug new-name' };
  }
  const article = partRaw(from, texts.get(from) ?? '');
  if (!article) return { problem: `${from} 的稿件信息读不懂`, fix: '先运行 npm run check，照它说的改好' };
  let references: Reference[];
  try {
    references = referencesOf(from, article);
  } catch {
    return { problem: `${from} 的正文读不懂`, fix: '先运行 npm run check，照它说的改好' };
  }
  const aliases = changeOfAliases(input, article);
  if ('problem' in aliases) return aliases;
  const [fromDir, toDir] = [path.dirname(from), path.dirname(to)];
  const own = [...new Set(references.map(({ target }) => target))].filter(
    (target) => target.startsWith(`${fromDir}/`) && !/\.mdx?$/u.test(target),
  );
  const present = own.filter((target) => files.includes(target));
  const { used, unread } = usedByOthers(from, present, texts);
  const pictures =
    fromDir === toDir
      ? []
      : placePictures(present, { from: fromDir, to: toDir }, files, (picture) => used.has(picture), read);
  const placeOf = new Map(pictures.map((picture) => [picture.from, picture]));
  const edits = references.flatMap((reference) => editOfOwn(reference, input, placeOf.get(reference.target)));
  const text = withEdits(article.text, [...edits, ...aliases.edits]);
  const others = relink(texts, from, to);
  return {
    create: new Map([
      [to, encode(text)],
      ...pictures.flatMap(({ from: file, to: name, how }): [string, Uint8Array][] =>
        how === 'there' ? [] : [[name, read(file)]],
      ),
    ]),
    replace: new Map([...others.texts].map(([file, changed]) => [file, encode(changed)])),
    remove: [from, ...pictures.flatMap(({ from: file }) => (used.has(file) ? [] : [file]))],
    pictures,
    relinked: [...others.texts.keys()],
    ...(aliases.added && { alias: aliases.added }),
    missing: own.filter((target) => !files.includes(target)),
    unread: [...new Set([...unread, ...others.unread])],
  };
}

function changeOfAliases(
  { from, to, isPublic, texts }: PlaceInput,
  article: RawArticle,
): { edits: Edit[]; added?: string } | PlaceRefusal {
  const address = addressOf(to);
  for (const [file, text] of texts) {
    if (file === from || !text.includes(address)) continue;
    const other = partRaw(file, text);
    if (other && aliasesOf(other).includes(address)) {
      return { problem: `${address} 是 ${file} 的旧址`, fix: '换个文件名：加 --slug new-name' };
    }
  }
  const added = isPublic ? addressOf(from) : undefined;
  const edits = aliasEdits(article, { add: added, drop: address });
  if (edits) return { edits, ...(added && { added }) };
  return {
    problem: `${from} 的 aliases 写得特别，程序不敢动`,
    fix: `把 aliases 改写成一行 aliases: [${[...aliasesOf(article), added].filter(Boolean).join(', ')}]，再运行一次`,
  };
}

/** The article's own pictures and links, as they must be written in its new folder. */
function editOfOwn(reference: Reference, { from, to, files }: PlaceInput, place?: PicturePlace): Edit[] {
  const { target, written, start, end } = reference;
  if (target.startsWith('/')) {
    return target === addressOf(from) ? [{ start, end, text: addressOf(to) }] : [];
  }
  const newTarget = place?.to ?? (target === from ? to : target);
  if (!place && !files.includes(target)) return [];
  const suffix = place ? /-\d+$/u.exec(path.parse(place.to).name)?.[0] : undefined;
  const renamed = place && path.basename(place.to) !== path.basename(place.from);
  const name = renamed ? withSuffix(written, suffix ?? '') : written;
  const text = addressFor(to, newTarget, name);
  return text === written ? [] : [{ start, end, text }];
}

/** Which of an article's pictures other files use too. */
function usedByOthers(from: string, pictures: string[], texts: PlaceInput['texts']) {
  const used = new Set<string>();
  const unread: string[] = [];
  for (const [file, text] of texts) {
    const mentioned = pictures.filter((picture) => mentions(text, path.basename(picture)));
    if (file === from || mentioned.length === 0) continue;
    const references = namedIn(file, text);
    if (!references) unread.push(file);
    const targets = new Set(references?.map(({ target }) => target) ?? mentioned);
    for (const picture of mentioned) if (targets.has(picture)) used.add(picture);
  }
  return { used, unread };
}

function mentions(text: string, name: string): boolean {
  return text.includes(name) || text.includes(encodeURI(name)) || text.includes(encodeURIComponent(name));
}

function withoutFormat(file: string): string {
  return file.replace(/\.mdx?$/u, '');
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
