import path from 'node:path';
import { createUrls } from '#core/url.ts';
import { createRenderer } from '../markdown/render.ts';
import { freeSlug, slugOf } from '../pinyin/slug.ts';
import { draftFieldsToFill } from './draft-fields-to-fill.ts';
import { lostOrAddedInBody, lostOrAddedText, type WrittenArticle } from './verify/conservation.ts';
import type { Draft, KnownNames } from './draft.ts';
import { frontMatterOf, type Origin } from './draft-front-matter.ts';
import { type ImportWarning, type Manuscript, spansOf, UnreadableError } from './manuscript.ts';
import { markdownOf } from './write-markdown.ts';
import { cleanPicture, type ImportedPicture } from './clean-picture.ts';
import type { FileKind } from './readers/file-kind.ts';
import { LEFT_OUT } from './readers/typed-front-matter.ts';
import { readInput } from './readers/read-input.ts';
import { type RemovedText, type ReportedArticle, reportOf } from './import-report.ts';
import { siblingOf } from './sibling-pictures.ts';
import { linksIn, warningIfMostlyRemoved } from './report-facts.ts';
import { restoreCaptions } from './structure/captions.ts';
import { detectStructure } from './structure/detect-structure.ts';

/** A file to import. */
export interface ImportInput {
  /** File name, with its folders or its zip. */
  name: string;
  kind: FileKind;
  bytes: Uint8Array;
  /** SHA-256 of the original file, before any conversion. */
  sha256: string;
  /** Pictures in its folder and below, by path relative to the file. */
  siblings: Map<string, Uint8Array>;
}

export interface ImportContext {
  names: KnownNames;
  /** Day of the import, `2022-10-01`. */
  at: string;
  /** Slugs of files in the inbox. */
  usedSlugs: Set<string>;
}

export interface ImportedArticle {
  slug: string;
  origin: Origin;
  /** The whole Markdown file. */
  file: string;
  /** Pictures by their file name in `images/`. */
  pictures: Map<string, Uint8Array>;
  report: Omit<ReportedArticle, 'input' | 'file' | 'written'>;
}

export interface ImportedFile {
  articles: ImportedArticle[];
  removed: Omit<RemovedText, 'input'>[];
  /** Pictures beside the file that its articles refer to, by path relative to it. */
  usedPictures: string[];
  /** Set if most of the text was not imported: a warning in Chinese. */
  mostlyRemoved?: string;
}

/** The label of a field in front matter, with quotes or a time of day. */
const LABEL = /^["'\s\d:+Z-]*(?:[\w-]+:)?["'\s|>]*$/u;

const render = createRenderer(createUrls('/'));

/**
 * Converts a file to drafts and verifies them against the file. Writes nothing to disk.
 * @throws UnreadableError if the file cannot be read, contains no text, or a character would be lost
 */
export async function importFile(input: ImportInput, context: ImportContext): Promise<ImportedFile> {
  const { manuscript, secondReading, verifyMarkup } = await readInput(input.kind, input.bytes);
  const drafts = detectStructure(manuscript, context.names);
  if (
    drafts.every(
      ({ title, blocks }) =>
        title === undefined && blocks.flatMap(spansOf).every(({ text }) => text.trim() === ''),
    )
  ) {
    throw new UnreadableError('里面没有文字', '打开文件看看；如果是扫描件或图片，先做文字识别');
  }
  const usedSlugs = new Set(context.usedSlugs);
  const usedPictures = new Set<string>();
  const articles: ImportedArticle[] = [];
  const written: WrittenArticle[] = [];
  for (const draft of drafts) {
    const slug = freeSlug(slugOf(draft.title ?? stem(input.name)), (each) => usedSlugs.has(each));
    usedSlugs.add(slug);
    for (const name of namesOfPictures(draft)) {
      const used = manuscript.pictures.has(name) ? undefined : siblingOf(name, input.siblings);
      if (used !== undefined) usedPictures.add(used);
    }
    const pictures = await picturesOf(draft, manuscript, input.siblings, slug);
    draft.blocks = restoreCaptions(draft.blocks, (name) => pictures.has(name));
    const origin = originOf(input, draft.number, drafts.length, context.at);
    const fileNames = new Map([...pictures].map(([name, { file }]) => [name, file]));
    const body = await bodyOf(draft, fileNames);
    draft.warnings.unshift(...(draft.number === 1 ? manuscript.warnings : []));
    const links = [...linksIn(draft.blocks), ...(draft.number === 1 ? (manuscript.meta.links ?? []) : [])];
    const blanks = draftFieldsToFill(draft, context.names);
    const file = `${frontMatterOf(draft, origin, blanks)}\n${body.markdown}`;
    written.push({ draft, file, html: body.html });
    articles.push({
      slug,
      origin,
      file,
      pictures: new Map([...pictures.values()].map((picture) => [picture.file, picture.bytes])),
      report: reportOf(draft, {
        blanks,
        pictures: [...fileNames.values()].map((name) => `images/${name}`),
        links,
      }),
    });
  }
  const findings = [...lostOrAddedText(manuscript, secondReading, written), ...verifyMarkup(written)];
  if (findings.length > 0) {
    throw new UnreadableError(
      `核对没有通过，有文字会丢失：${findings[0]}`,
      '什么都没有写。请把这个文件交给维护网站的人；急用可另存为 .txt 再导入',
    );
  }
  const removed = removedFrom(manuscript, drafts);
  const mostlyRemoved = warningIfMostlyRemoved(removed, drafts);
  return {
    articles,
    removed,
    usedPictures: [...usedPictures],
    ...(mostlyRemoved !== undefined && { mostlyRemoved }),
  };
}

/** The body as Markdown and as HTML. Drops emphasis if the Markdown with emphasis does not render to the same text. */
async function bodyOf(
  draft: Draft,
  pictures: Map<string, string>,
): Promise<{ markdown: string; html: string }> {
  const rendered = async (plain: boolean) => {
    const markdown = markdownOf(draft, (name) => pictures.get(name), plain);
    return { markdown, html: await render({ body: markdown, file: 'inbox/a.md', pictures: {} }) };
  };
  const full = await rendered(false);
  return lostOrAddedInBody(draft, full.html).length === 0 ? full : rendered(true);
}

function namesOfPictures({ blocks }: Draft): string[] {
  return blocks.flatMap((block) => (block.type === 'picture' ? [block.name] : []));
}

interface NamedPicture extends ImportedPicture {
  file: string;
}

async function picturesOf(
  draft: Draft,
  { pictures }: Manuscript,
  siblings: Map<string, Uint8Array>,
  slug: string,
): Promise<Map<string, NamedPicture>> {
  const out = new Map<string, NamedPicture>();
  for (const block of draft.blocks) {
    if (block.type !== 'picture' || out.has(block.name)) continue;
    const bytes = pictures.get(block.name) ?? siblings.get(siblingOf(block.name, siblings) ?? '');
    try {
      if (!bytes)
        throw new UnreadableError(`找不到图片“${block.name}”`, '把图片放在稿件旁边再导入，或者以后补');
      const picture = await cleanPicture(block.name, bytes);
      if (picture.hasFrames) {
        draft.warnings.push({
          code: 'picture-frames',
          message: `图片“${block.name}”会动，或有几幅画面，只收了第一幅`,
          line: block.line,
        });
      }
      out.set(block.name, { ...picture, file: `${slug}-${out.size + 1}.${picture.extension}` });
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      draft.warnings.push(pictureWarning(error, block.line));
    }
  }
  for (const { name, alt, line } of draft.blocks.filter((block) => block.type === 'picture')) {
    if (out.has(name) && !alt && !draft.captions.get(name)?.caption) {
      draft.warnings.push({
        code: 'picture-alt',
        message: '图片没有说明，请在 ![ ] 里写明画面里有什么',
        quote: out.get(name)?.file ?? name,
        line,
      });
    }
  }
  return out;
}

function pictureWarning({ message, fix }: UnreadableError, line: number): ImportWarning {
  return { code: 'picture-missing', message: `${message}。${fix}`, line };
}

/** Dropped text for the report; neighbouring spans with the same reason become one entry. */
function removedFrom({ notes, nonBodyText }: Manuscript, drafts: Draft[]): ImportedFile['removed'] {
  const spans = [
    ...drafts.flatMap(({ blocks }) => blocks.flatMap(spansOf)),
    ...[...notes.values()].flat(2),
    ...nonBodyText,
  ];
  const out: ImportedFile['removed'] = [];
  let continues = false;
  for (const { dropped, text } of spans) {
    const last = out.at(-1);
    if (dropped !== undefined && continues && last?.reason === dropped) last.text += text;
    else if (dropped !== undefined) out.push({ text, reason: dropped });
    continues = dropped !== undefined;
  }
  return out
    .map(({ text, reason }) => ({ text: text.trim(), reason }))
    .filter(({ text, reason }) => text !== '' && !(reason === LEFT_OUT && LABEL.test(text)));
}

/** File name without folders, which only concern the editor's machine; with `#2` if the file contains several articles. */
function originOf({ name, sha256 }: ImportInput, number: number, of: number, at: string): Origin {
  const base = path.posix.basename(name);
  return { from: of > 1 ? `${base}#${number}` : base, sha256, at };
}

function stem(name: string): string {
  return path.posix.basename(name).replace(/\.[^.]+$/u, '');
}
