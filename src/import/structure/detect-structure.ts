import { mobileNumbers } from '#core/text/personal-number.ts';
import type { Draft, KnownNames } from '../draft.ts';
import {
  type Block,
  type ImportWarning,
  type Manuscript,
  type Paragraph,
  spansOf,
  withoutWhitespace,
} from '../manuscript.ts';
import { isParagraph, textOf } from '../spans.ts';
import { isOwnAccount, readArticle } from './read-article.ts';
import { readBulletinHead } from './bulletin-head.ts';
import { readFormTables } from './form-tables.ts';
import { readMailHead } from './mail-head.ts';
import { readOfficialDocument } from './official-document.ts';
import { findRepeatedRuns } from './cut-paragraphs.ts';
import { maskWarnings, writeMasks } from './masked-names.ts';
import { findPlaces } from './places.ts';
import { readContentsLists } from './contents-list.ts';
import { splitHeadLines } from './split-head-lines.ts';
import { dropResidue } from './drop-residue.ts';
import { splitArticles } from './split-articles.ts';
import { findTabbedRows } from './tabbed-rows.ts';
import { joinVerse } from './verse.ts';

/** Maximum length of a quotation in a warning, in code units. */
const MAX_QUOTE_LENGTH = 20;
/** A newspaper's signature: 某某日报社. */
const PAPER = /^(\p{Script=Han}{2,10}报)社/u;

/** Splits a manuscript into articles and reads their fields. Adds nothing that is not printed; every span stays in a draft. */
export function detectStructure(manuscript: Manuscript, names: KnownNames): Draft[] {
  manuscript.blocks = splitHeadLines(manuscript.blocks);
  const { unlicensed, continued } = dropResidue(manuscript);
  const listed = readContentsLists(manuscript.blocks);
  readLayout(manuscript);
  const masked = writeMasks(manuscript.blocks);
  const paper = publisherOf(manuscript.blocks);
  const { account } = manuscript.meta;
  return splitArticles(manuscript.blocks, names, listed).map((part, index) => {
    const paragraphs = part.blocks.filter(isParagraph);
    const unsplit = possibleArticles(part.possibleStarts.filter(isParagraph));
    const draft = readArticle(part, index + 1, manuscript, names);
    draft.warnings.push(...unsplit);
    draft.masked = paragraphs.some((paragraph) => masked.has(paragraph));
    draft.warnings.push(...maskWarnings(paragraphs, masked));
    completeSource(draft, paper, names);
    addPlaces(draft, names);
    const isOthers = account !== undefined && !isOwnAccount(account, names);
    if (paragraphs.some((paragraph) => unlicensed.has(paragraph)) || draft.reprint?.url || isOthers)
      markRightsUnknown(draft);
    draft.warnings.push(...continuedElsewhere(paragraphs.filter((each) => continued.has(each))));
    keepMovedText(draft);
    draft.warnings.push(...findRepeatedRuns(draft.blocks), ...personalNumbers(draft.blocks));
    return draft;
  });
}

/** Reads what the form and the position of lines say: forms, letters, bulletins, official documents, rows of tables, verse. */
function readLayout(manuscript: Manuscript): void {
  manuscript.blocks = readFormTables(manuscript.blocks);
  readMailHead(manuscript);
  readBulletinHead(manuscript);
  readOfficialDocument(manuscript);
  const { blocks, warnings } = findTabbedRows(manuscript.blocks);
  manuscript.blocks = joinVerse(blocks);
  manuscript.warnings.push(...warnings);
}

/** Resolves 本报 to the newspaper that signs in the same manuscript, and warns about unregistered sources. */
function completeSource(draft: Draft, paper: string | undefined, names: KnownNames): void {
  const opening = `${draft.dateline ?? ''}${firstText(draft.blocks)}`;
  if (draft.source === undefined && paper !== undefined && /本报(?!告)/u.test(opening)) draft.source = paper;
  const { source } = draft;
  const isKnown = names.sources.some(({ name, aliases }) => [name, ...aliases].includes(source ?? ''));
  if (source !== undefined && !isKnown && !isOwnAccount(source, names)) {
    draft.warnings.push({
      code: 'source-unknown',
      message: '来源登记 sources.yaml 里没有这个名字，请登记，或改成登记的名字',
      quote: source,
    });
  }
}

function addPlaces(draft: Draft, names: KnownNames): void {
  const places = findPlaces(
    [draft.kicker, draft.title, draft.subtitle].filter(Boolean).join('\n'),
    firstText(draft.blocks),
    names,
  );
  draft.park = places.park;
  // Never name the county of a masked report, even if its text reveals it.
  draft.county = draft.masked ? [] : places.county;
  draft.warnings.push(...places.warnings);
}

function markRightsUnknown(draft: Draft): void {
  draft.rights = 'unknown';
  draft.warnings.push({
    code: 'rights',
    message:
      '稿子里有文库、转载网站的痕迹或原文网址，没有证据说明可以刊登：rights 记为 unknown，取得授权后再改',
  });
}

function possibleArticles(starts: Paragraph[]): ImportWarning[] {
  return starts.map((block) => ({
    code: 'possible-article',
    message:
      '这一行像另一篇的开头，证据不够，没有分开：是另一篇，就把它和下面的文字另存一篇；是小标题，不用改',
    quote: textOf(block).slice(0, MAX_QUOTE_LENGTH),
    line: block.line,
  }));
}

function continuedElsewhere(paragraphs: Paragraph[]): ImportWarning[] {
  return paragraphs.map(({ line, spans }) => ({
    code: 'continued-elsewhere',
    message: '这里印着转到别的版的记号，已拿掉：稿子可能不全，请对照报纸接好',
    quote: spans
      .map(({ text }) => text)
      .join('')
      .trim()
      .slice(-MAX_QUOTE_LENGTH),
    line,
  }));
}

/** Keeps printed text that a field does not hold, so that none is lost. */
function keepMovedText(draft: Draft): void {
  const { title, kicker, subtitle, category, dateline } = draft;
  const fields = { title, kicker, subtitle, category, dateline, printed: '' };
  for (const block of draft.blocks) {
    for (const [field, value] of Object.entries(fields)) {
      const moved = spansOf(block).filter((span) => span.movedTo === field && span.dropped === undefined);
      const text = moved.map((span) => span.text).join('');
      const isKept = [value ?? '', ...draft.printed].some((kept) =>
        withoutWhitespace(kept).includes(withoutWhitespace(text)),
      );
      if (!isKept) draft.printed.push(text.trim());
    }
  }
}

function publisherOf(blocks: Block[]): string | undefined {
  const papers = blocks.flatMap((block) => {
    const text = textOf(block);
    return text.length <= 40 ? (PAPER.exec(text)?.[1] ?? []) : [];
  });
  return new Set(papers).size === 1 ? papers[0] : undefined;
}

function firstText(blocks: Block[]): string {
  return textOf(
    blocks.find((block) => isParagraph(block) && block.level === undefined && textOf(block) !== ''),
  );
}

/** Warns about mobile numbers: they must not be published. */
function personalNumbers(blocks: Block[]): ImportWarning[] {
  return blocks.flatMap((block) =>
    mobileNumbers(textOf(block)).map((quote) => ({
      code: 'personal-number',
      message: '这是手机号码，不能刊出：请删去，或换成单位电话',
      quote,
      ...(isParagraph(block) && { line: block.line }),
    })),
  );
}
