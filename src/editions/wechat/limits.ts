/**
 * What WeChat's draft interface accepts (新增草稿, `draft/add`): the HTML of a text has fewer than 20,000 characters and
 * less than 1 MB.
 */
const MAX_CHARACTERS = 20_000;
const MAX_BYTES = 1024 * 1024;
/** What the fields of its editor take, in characters. */
const MAX_TITLE = 64;
const MAX_SUMMARY = 120;

/** What is counted for an article, and where it is over a limit. */
export interface Lengths {
  /** Characters of the HTML. */
  characters: number;
  bytes: number;
  title: number;
  summary: number;
  /** In Chinese; empty if WeChat takes everything. */
  problems: string[];
}

/** Counts an article. A character is a code point, as for WeChat. */
export function lengthsOf({
  html,
  title,
  summary,
}: {
  html: string;
  title: string;
  summary: string;
}): Lengths {
  const count = (text: string) => [...text].length;
  const lengths = {
    characters: count(html),
    bytes: new TextEncoder().encode(html).length,
    title: count(title),
    summary: count(summary),
  };
  const problems = [
    lengths.characters >= MAX_CHARACTERS &&
      `正文连同样式有${lengths.characters}个字符，接口只收不到${MAX_CHARACTERS}个的：分成两篇发，或者直接粘贴到编辑器里`,
    lengths.bytes >= MAX_BYTES && `正文连同样式有${lengths.bytes}字节，接口只收不到1 MB的：分成两篇发`,
    lengths.title > MAX_TITLE && `标题${lengths.title}字，最多${MAX_TITLE}字：用短题`,
    lengths.summary > MAX_SUMMARY && `摘要${lengths.summary}字，最多${MAX_SUMMARY}字：删短些`,
  ];
  return { ...lengths, problems: problems.filter((each) => each !== false) };
}

/** `12/64`. */
export const titleCount = ({ title }: Lengths): string => `${title}/${MAX_TITLE}`;
export const summaryCount = ({ summary }: Lengths): string => `${summary}/${MAX_SUMMARY}`;
export const characterCount = ({ characters }: Lengths): string => `${characters}/${MAX_CHARACTERS}`;
