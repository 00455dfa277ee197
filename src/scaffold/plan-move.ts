import path from 'node:path/posix';
import { type Edit, editAsRead } from '#core/text/edit.ts';
import { isParseError } from '../markdown/parse.ts';
import { aliasEdits, aliasesOf } from './aliases.ts';
import { relink } from './relink.ts';
import { type PictureMove, movePictures, withSuffix } from './move-pictures.ts';
import { splitRawArticle, type RawArticle } from './raw-article.ts';
import { addressFor, addressOf, mayName, namedIn, type Reference, referencesOf } from './references.ts';

/** An article to move, and all files that may refer to it or its pictures. Paths are relative to the content folder. */
export interface MoveInput {
  /** `inbox/x.md`, `issues/2022-09/x.md` */
  from: string;
  /** `issues/2022-10/x.md` */
  to: string;
  /** Whether the article's address has been published. */
  isPublic: boolean;
  /** All Markdown files and every `issue.yaml`, as they are on disk. */
  texts: ReadonlyMap<string, string>;
  /** All files. */
  files: readonly string[];
  read(file: string): Uint8Array;
}

/** Changes to apply on disk, all or none, and facts to report to the editor. */
export interface Move {
  /** New files. */
  create: Map<string, Uint8Array>;
  /** Files whose text changes. */
  replace: Map<string, Uint8Array>;
  remove: string[];
  pictures: PictureMove[];
  /** Other files whose links are updated. */
  relinked: string[];
  /** The old address, kept as an alias. */
  alias?: string;
  /** Pictures that the article refers to and that do not exist. */
  missing: string[];
  /** Files that may link to the article but cannot be parsed. */
  unread: string[];
}

/** The reason why an article cannot be moved, for the editor. */
export interface MoveProblem {
  problem: string;
  fix: string;
}

/** Plans the move of an article with its pictures. All other bytes stay unchanged. */
export function planMove(input: MoveInput): Move | MoveProblem {
  const { from, to, texts, files, read } = input;
  const stem = withoutFormat(to).toLowerCase();
  const existing = files.find((file) => /\.mdx?$/u.test(file) && withoutFormat(file).toLowerCase() === stem);
  if (existing !== undefined && existing !== from) {
    return { problem: `${existing} 已经有了`, fix: '换个文件名：加 --slug new-name' };
  }
  const onDisk = texts.get(from) ?? '';
  const article = splitRawArticle(from, onDisk);
  if (!article) return { problem: `${from} 的稿件信息读不懂`, fix: '先运行 npm run check，照它说的改好' };
  let references: Reference[];
  try {
    references = referencesOf(from, article).map((each) => ({ ...each, target: listed(each.target, files) }));
  } catch (error) {
    if (!isParseError(error)) throw error;
    return { problem: `${from} 的正文读不懂`, fix: '先运行 npm run check，照它说的改好' };
  }
  const aliases = changeOfAliases(input, article);
  if ('problem' in aliases) return aliases;
  const plan = planPictures(input, references);
  if ('problem' in plan) return plan;
  const { pictures } = plan;
  const placeOf = new Map(pictures.map((picture) => [picture.from, picture]));
  const edits = references.flatMap((reference) => editOfOwn(reference, input, placeOf.get(reference.target)));
  const text = editAsRead(onDisk, [...edits, ...aliases.edits]);
  const others = relink(texts, from, to);
  return {
    create: new Map([
      [to, encode(text)],
      ...pictures.flatMap(({ from: file, to: name, how }): [string, Uint8Array][] =>
        how === 'there' ? [] : [[name, read(file)]],
      ),
    ]),
    replace: new Map([...others.texts].map(([file, changed]) => [file, encode(changed)])),
    remove: [from, ...pictures.flatMap(({ from: file }) => (plan.isShared(file) ? [] : [file]))],
    pictures,
    relinked: [...others.texts.keys()],
    ...(aliases.added && { alias: aliases.added }),
    missing: plan.missing,
    unread: [...new Set([...plan.unread, ...others.unread])],
  };
}

interface PicturePlan {
  pictures: PictureMove[];
  missing: string[];
  unread: string[];
  isShared(picture: string): boolean;
}

/** Plans where the pictures in the article's folder go; none moves if the folder stays the same. */
function planPictures(input: MoveInput, references: Reference[]): PicturePlan | MoveProblem {
  const { from, to, files, read } = input;
  const [fromDir, toDir] = [path.dirname(from), path.dirname(to)];
  const own = [...new Set(references.map(({ target }) => target))].filter(
    (target) => target.startsWith(`${fromDir}/`) && !/\.mdx?$/u.test(target),
  );
  const present = own.filter((target) => files.includes(target));
  const missing = own.filter((target) => !files.includes(target));
  if (fromDir === toDir || own.length === 0) {
    return { pictures: [], missing, unread: [], isShared: () => false };
  }
  const namesake = missing.find((each) => files.includes(path.join(toDir, path.relative(fromDir, each))));
  if (namesake !== undefined) {
    return {
      problem: `图片 ${namesake} 不在，${toDir} 里却有一张同名的，移过去会用错图`,
      fix: '把图片放好再移；本来就要用那一张的话，把稿件里的图片地址先改成它',
    };
  }
  const here = namedByOthers(input, fromDir);
  const claimed = namedByOthers(input, toDir).named;
  // A file that cannot be parsed may refer to any of the pictures.
  const isShared = (picture: string) => here.unread.length > 0 || here.named.has(picture);
  const pictures = movePictures(present, { from: fromDir, to: toDir }, files, claimed, isShared, read);
  return { pictures, missing, unread: here.unread, isShared };
}

function changeOfAliases(
  { from, to, isPublic, texts }: MoveInput,
  article: RawArticle,
): { edits: Edit[]; added?: string } | MoveProblem {
  const address = addressOf(to);
  for (const [file, text] of texts) {
    if (file === from || !text.includes(address)) continue;
    const other = splitRawArticle(file, text);
    if (other && aliasesOf(other).includes(address)) {
      return { problem: `${address} 是 ${file} 的旧址`, fix: '换个文件名：加 --slug new-name' };
    }
  }
  if (!isPublic) return { edits: [] };
  const added = addressOf(from);
  const edits = aliasEdits(article, added);
  if (edits) return { edits, added };
  return {
    problem: `${from} 的 aliases 写得特别，程序不敢动`,
    fix: `把 aliases 改写成一行 aliases: [${[...aliasesOf(article), added].join(', ')}]，再运行一次`,
  };
}

/** Rewrites a picture or link of the article for its new folder. */
function editOfOwn(reference: Reference, { from, to, files }: MoveInput, place?: PictureMove): Edit[] {
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

/** Returns what other files refer to in a folder, and the files that cannot be parsed. */
function namedByOthers(input: MoveInput, folder: string): { named: Set<string>; unread: string[] } {
  const named = new Set<string>();
  const unread: string[] = [];
  for (const [file, text] of input.texts) {
    if (file === input.from || !mayName(file, text, folder)) continue;
    const references = namedIn(file, text);
    if (!references) unread.push(file);
    for (const { target } of references ?? []) named.add(listed(target, input.files));
  }
  return { named, unread };
}

/** Returns a path as it is on disk, where some systems store `é` decomposed (Unicode NFD). */
function listed(target: string, files: readonly string[]): string {
  if (/^[ -~]*$/u.test(target) || files.includes(target)) return target;
  return files.find((file) => file.normalize('NFC') === target.normalize('NFC')) ?? target;
}

function withoutFormat(file: string): string {
  return file.replace(/\.mdx?$/u, '');
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
