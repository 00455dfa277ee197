import type { Person } from '#core/byline.ts';
import { betweenLines, type TitleJoin } from './two-line-title.ts';
import { tidy } from '#core/byline/byline-text.ts';
import { readPeople } from '#core/byline/people.ts';
import { isNameByLabel } from '#core/byline/person-names.ts';
import type { Draft, KnownNames } from '../draft.ts';
import { readDateline } from '../patterns/dateline.ts';
import { dropOrnaments, leadingLength } from '../patterns/ornaments.ts';
import {
  type Block,
  withoutWhitespace,
  type ImportWarning,
  type Manuscript,
  type Paragraph,
} from '../manuscript.ts';
import { isParagraph, bodyText, mark, textOf } from '../spans.ts';
import { findCaptions } from './captions.ts';
import { joinCutParagraphs } from './cut-paragraphs.ts';
import { readEnding, unreadByline } from './article-ending.ts';
import { findHeadings } from './headings.ts';
import type { HeadLine } from './article-header.ts';
import { ITEM_NUMBER } from './title-line.ts';
import { titleLabel } from '../patterns/form-lines.ts';
import { readColumn, takeColumnFromTitle } from './column-heads.ts';
import { moveToField, moveByline, moveSource } from './move-to-field.ts';
import type { Part } from './split-articles.ts';

const SERIES = /^([^｜|丨]{2,40})[｜|丨][^｜|丨]{2,}$/u;
const DASH = /^(?:—{1,2}|-{2}|――|──)\s*/u;
/** 访某县县委书记某某 */
const INTERVIEW =
  /^(?:专?访|对话)(?<post>.{2,30}?(?:书记|主任|[县区市镇乡州省厅局院校处科部会]长|主席|董事长|总经理|总裁|教授|院士|代表|委员))(?<name>\p{Script=Han}{2,4})$/u;

/** Reads one article: header lines, dateline, ending, headings and captions. */
export function readArticle(part: Part, number: number, manuscript: Manuscript, names: KnownNames): Draft {
  const draft: Draft = {
    number,
    byline: [],
    park: [],
    county: [],
    masked: false,
    printed: [],
    blocks: part.blocks.map((block) => ({ ...block })),
    notes: manuscript.notes,
    captions: new Map(),
    warnings: [],
  };
  if (number === 1) readMeta(draft, manuscript, names);
  const lines = withoutFalseTitles(part.header.lines, draft.title, manuscript.meta.account !== undefined);
  for (const line of lines)
    readLine(draft, line, part.blocks.indexOf(line.block), names, manuscript.meta.account);
  readOpening(draft);
  readEnding(draft, part.captionOnly === true || isCaptionAlone(draft));
  if (part.inherited !== undefined && draft.category === undefined) inheritColumn(draft, part.inherited);
  Object.assign(draft, findCaptions(draft.blocks));
  draft.blocks = findHeadings(draft.blocks);
  const joined = joinCutParagraphs(draft.blocks);
  draft.blocks = joined.blocks;
  draft.warnings.push(...joined.warnings);
  draft.byline = uniquePeople(draft.byline);
  if (number === 1) takeIssuer(draft, manuscript.meta);
  readGenre(draft);
  if (draft.title === undefined) {
    draft.warnings.push({
      code: 'title-missing',
      message: '原稿没有标题：请编辑拟题，并写 titleBy: editor',
      quote: firstWords(draft.blocks),
    });
  }
  return draft;
}

function readMeta(draft: Draft, { meta }: Manuscript, names: KnownNames): void {
  if (meta.title) draft.title = meta.title;
  if (meta.source) draft.source = meta.source;
  if (meta.date) draft.date = meta.date;
  if (meta.url && isOwnAccount(meta.account, names)) draft.printed.push(`原文链接：${meta.url}`);
  else if (meta.url) draft.reprint = { url: meta.url };
  draft.printed.push(...(meta.printed ?? []));
  if (!meta.author) return;
  const author = readPeople(tidy(meta.author), { isName: isNameByLabel, posts: true })?.people;
  const people = author?.filter(({ name, role }) => role !== '署名单位' || /^本[刊报]/u.test(name)) ?? [];
  draft.byline.push(...people);
  const isPrinted = meta.printed?.some((line) => line.includes(meta.author ?? '')) ?? false;
  if (people.length === 0 && !isPrinted) draft.printed.push(`作者：${meta.author}`);
}

/** An office that is named only in the head of its document or bulletin signs a text that is not signed. */
function takeIssuer(draft: Draft, { issuer }: Manuscript['meta']): void {
  const takesDate = issuer?.date !== undefined && draft.date === undefined;
  if (!issuer || (draft.byline.length > 0 && !takesDate)) return;
  if (draft.byline.length === 0) draft.byline.push({ name: issuer.office, role: '署名单位' });
  if (takesDate) draft.date = issuer.date;
  draft.warnings.push({
    code: 'issuer',
    message: '单位或日期只印在文头，文末没有：已照文头记作署名单位和日期，请核对',
    quote: [issuer.office, issuer.date].filter(Boolean).join(' '),
    line: issuer.line,
  });
}

/** Whether a WeChat official account is the bulletin's own. */
export function isOwnAccount(account: string | undefined, { bulletin = [] }: KnownNames): boolean {
  const bare = (name: string) => name.replace(/[《》\s]/gu, '');
  return account !== undefined && bulletin.some((name) => bare(name) === bare(account));
}

/** If the file's metadata has a title, short lines with other text are headings, not titles. */
function withoutFalseTitles(lines: HeadLine[], title: string | undefined, isAccount: boolean): HeadLine[] {
  // The title of a page of an official account stands apart; short lines below it are its text.
  if (isAccount)
    return lines.filter(({ kind, block }) =>
      kind === 'title'
        ? block.level === 1
        : block.level === undefined && ['byline', 'source', 'editor'].includes(kind),
    );
  if (title === undefined) return lines;
  const isSame = ({ kind, block }: HeadLine) =>
    kind === 'title' && withoutWhitespace(title).includes(withoutWhitespace(textOf(block)));
  if (lines.some(isSame) || lines.some(({ block }) => block.level === 1)) return lines;
  return lines.filter(({ kind }) => kind !== 'title' && kind !== 'kicker');
}

/** An author's line may name the account too: `原创 甲某 某号`. */
function withoutAccount({ org, ...person }: Person, account: string | undefined): Person {
  return org === undefined || org === account ? person : { ...person, org };
}

function readLine(
  draft: Draft,
  line: HeadLine,
  index: number,
  names: KnownNames,
  account: string | undefined,
): void {
  const block = draft.blocks[index];
  if (!isParagraph(block)) return;
  if (['title', 'kicker', 'subtitle'].includes(line.kind)) dropBeforeTitle(block, line.kind === 'title');
  if (line.kind === 'title') takeColumnFromTitle(draft, block, names);
  if (line.kind === 'kicker' || line.kind === 'subtitle') dropOrnaments(block);
  const text = textOf(block).replace(/\s*\n\s*/gu, ' ');
  switch (line.kind) {
    case 'title':
      readTitle(draft, block, text, names, line.joins);
      break;
    case 'kicker':
      draft.kicker = [draft.kicker, text].filter(Boolean).join(' ');
      moveToField(block, 'kicker');
      if (block.size === undefined)
        draft.warnings.push({
          code: 'kicker-by-order',
          message: '标题有两行，看不出字号：先的一行记作引题，后的一行记作标题，请核对',
          quote: text,
          line: block.line,
        });
      break;
    case 'subtitle': {
      const dash = DASH.exec(bodyText(block.spans).trimStart())?.[0].length ?? 0;
      const start = bodyText(block.spans).length - bodyText(block.spans).trimStart().length;
      block.spans = mark(block.spans, [[0, start + dash]], { dropped: '副题前的破折号（版式自动加）' });
      moveToField(block, 'subtitle');
      draft.subtitle = [draft.subtitle, text.replace(DASH, '')].filter(Boolean).join(' ');
      break;
    }
    case 'category':
      readColumn(draft, block, names);
      break;
    case 'byline':
      moveByline(
        draft,
        block,
        line.people.map((person) => withoutAccount(person, account)),
      );
      break;
    case 'source':
      moveSource(draft, block, line);
      break;
    case 'unread':
      draft.warnings.push(unreadByline(text, block.line));
      break;
    case 'editor':
      if (line.editor) draft.editor = line.editor;
      draft.printed.push(text);
      moveToField(block, 'printed');
  }
}

/** Drops the label or the item number in front of a title. */
function dropBeforeTitle(block: Paragraph, isTitle: boolean): void {
  const text = bodyText(block.spans);
  const lead = text.length - text.trimStart().length;
  const label = titleLabel(text.slice(lead))?.length ?? 0;
  const number = isTitle ? (ITEM_NUMBER.exec(text.slice(lead))?.[0].length ?? 0) : 0;
  if (label > 0) block.spans = mark(block.spans, [[0, lead + label]], { dropped: '标题前的标签' });
  else if (number > 0) block.spans = mark(block.spans, [[0, lead + number]], { dropped: '标题前的序号' });
}

function joinedLines(quote: string, line: number): ImportWarning {
  return {
    code: 'title-joined',
    message: '标题排成两行，字号、位置一样，已接成一个标题：第一行是引题的，请移到 kicker',
    quote,
    line,
  };
}

function readTitle(
  draft: Draft,
  block: Paragraph,
  text: string,
  { series }: KnownNames,
  joins?: TitleJoin,
): void {
  if (joins !== undefined && draft.title !== undefined) {
    draft.title += betweenLines(draft.title, text, joins) + text;
    moveToField(block, 'title');
    if (joins === 'likely') draft.warnings.push(joinedLines(draft.title, block.line));
    return;
  }
  if (draft.title !== undefined && draft.title !== text) draft.printed.push(draft.title);
  draft.title = text;
  moveToField(block, 'title');
  const printed = SERIES.exec(text)?.[1]?.trim();
  if (printed === undefined) return;
  draft.series = printed;
  if (!series.some(({ name, aliases }) => [name, ...aliases].includes(printed))) {
    draft.warnings.push({
      code: 'series-unknown',
      message: '标题里“｜”前面的像是专栏名，series.yaml 里没有登记；要归入专栏，请登记后写 series',
      quote: printed,
    });
  }
}

function inheritColumn(draft: Draft, column: string): void {
  draft.category = column;
  draft.warnings.push({
    code: 'category-inherited',
    message: '这一篇前面没有单独的栏名，沿用前一篇的栏目，请核对',
    quote: column,
  });
}

/** Reads the dateline at the start of the first paragraph. */
function readOpening(draft: Draft): void {
  const first = draft.blocks.find((block) => isParagraph(block) && textOf(block) !== '');
  if (!isParagraph(first)) return;
  const text = bodyText(first.spans);
  const lead = text.length - text.trimStart().length;
  const signs = lead + leadingLength(text.slice(lead));
  const read = readDateline(text.slice(signs));
  if (!read) return;
  if (signs > lead) first.spans = mark(first.spans, [[0, signs]], { dropped: '花饰' });
  const start = signs > lead ? 0 : lead;
  first.spans = mark(first.spans, [[0, start + read.length]], { movedTo: 'dateline' });
  draft.dateline = read.dateline;
  draft.byline.push(...read.people);
  if (read.people.length === 0 && /记者|通讯员|記者/u.test(read.dateline))
    draft.warnings.push(unreadByline(read.dateline, first.line));
  if (read.source && draft.source === undefined) draft.source = read.source;
}

/** Whether the draft is only a caption and a credit: two lines, no title, no picture. */
function isCaptionAlone({ title, dateline, blocks }: Draft): boolean {
  const lines = blocks.filter((block) => textOf(block) !== '');
  return (
    title === undefined &&
    dateline === undefined &&
    lines.length === 2 &&
    !blocks.some(({ type }) => type === 'picture')
  );
}

function readGenre(draft: Draft): void {
  const { post, name } = INTERVIEW.exec(draft.subtitle ?? '')?.groups ?? {};
  if (post && name) draft.interviewee = { name, post };
  if (/^(?:专?访|对话)/u.test(draft.subtitle ?? '')) draft.genre = '访谈';
}

function uniquePeople(people: Person[]): Person[] {
  const unique = new Map<string, Person>();
  for (const person of people) {
    const key = `${person.name} ${person.role}`;
    if (person.org !== undefined || !unique.has(key)) unique.set(key, person);
  }
  return [...unique.values()];
}

function firstWords(blocks: Block[]): string {
  return textOf(blocks.find((block) => textOf(block) !== '')).slice(0, 20);
}
