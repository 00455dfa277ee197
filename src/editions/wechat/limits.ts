/**
 * What WeChat's draft interface accepts: the HTML of a text, all of it counted, has fewer than 20,000 characters and less
 * than 1 MB. (The page says 2 kB as well, which no text would fit.)
 * @see https://developers.weixin.qq.com/doc/service/api/draftbox/draftmanage/api_draft_add
 */
const MAX_CHARACTERS = 20_000;
const MAX_BYTES = 1024 * 1024;
/** Maximum characters of the other fields. The interface accepts summaries of 128 characters, the editor of 120. */
const MAX_TITLE = 32;
const MAX_AUTHOR = 16;
const MAX_SUMMARY = 120;
/** Maximum characters of a title in the editor. */
const MAX_EDITOR_TITLE = 64;

/** The counts of an article, and the limits that it exceeds. */
export interface Lengths {
  /** Characters of the HTML. */
  characters: number;
  bytes: number;
  title: number;
  author: number;
  summary: number;
  /** In Chinese; empty if WeChat takes everything. */
  problems: string[];
}

/** Counts an article. A character is a code point, as for WeChat. */
export function lengthsOf({
  html,
  title,
  author,
  summary,
}: {
  html: string;
  title: string;
  author: string;
  summary: string;
}): Lengths {
  const count = (text: string) => [...text].length;
  const lengths = {
    characters: count(html),
    bytes: new TextEncoder().encode(html).length,
    title: count(title),
    author: count(author),
    summary: count(summary),
  };
  const problems = [
    lengths.characters >= MAX_CHARACTERS &&
      `正文连同样式有${lengths.characters}个字符，接口只收不到${MAX_CHARACTERS}个的：分成两篇发，或者直接粘贴到编辑器里`,
    lengths.bytes >= MAX_BYTES && `正文连同样式有${lengths.bytes}字节，接口只收不到1 MB的：分成两篇发`,
    lengths.title > MAX_TITLE && titleProblem(lengths.title),
    lengths.author > MAX_AUTHOR &&
      `作者${lengths.author}字，最多${MAX_AUTHOR}字：只写前几位，或者写“本刊编辑部”`,
    lengths.summary > MAX_SUMMARY && `摘要${lengths.summary}字，最多${MAX_SUMMARY}字：删短些`,
  ];
  return { ...lengths, problems: problems.filter((each) => each !== false) };
}

function titleProblem(count: number): string {
  return count > MAX_EDITOR_TITLE
    ? `标题${count}字，最多${MAX_EDITOR_TITLE}字：用短题`
    : `标题${count}字，接口最多收${MAX_TITLE}字：用短题，或者直接粘贴到编辑器里（最多${MAX_EDITOR_TITLE}字）`;
}

/** `12/32`. */
export const titleCount = ({ title }: Lengths): string => `${title}/${MAX_TITLE}`;
export const authorCount = ({ author }: Lengths): string => `${author}/${MAX_AUTHOR}`;
export const summaryCount = ({ summary }: Lengths): string => `${summary}/${MAX_SUMMARY}`;
export const characterCount = ({ characters }: Lengths): string => `${characters}/${MAX_CHARACTERS}`;
