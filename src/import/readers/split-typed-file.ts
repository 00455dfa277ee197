/** A file split into front matter and text. */
export interface SplitFile {
  /** Between the fences. */
  head: string;
  body: string;
  /** Lines above the body. */
  lines: number;
  /** Line of the file at which `head` starts. */
  firstLine: number;
  isYaml: boolean;
  isToml?: true;
}

/** Maximum length of a front matter, in code units: what is longer is a text between two rules. */
const MAX_FRONT_MATTER_LENGTH = 20_000;

/** Front matter without its first fence, as Hexo allows: lines of keys above `---`. */
const WITHOUT_FENCE =
  /^(?:[A-Za-z][\w-]{0,40}[ \t]*:(?:[ \t][^\n]*)?\n|[ \t]+[^\n]*\n|-[ \t][^\n]*\n){1,200}?(?=-{3}[ \t]*(?:\n|$))/u;
const USUAL_KEYS = /^(?:title|date|layout|categories|tags|permalink)[ \t]*:/gmu;

/** Splits a file into front matter and text; undefined if it has no front matter. */
export function splitFrontMatter(text: string): SplitFile | undefined {
  const [opening = '', fence = '', language = ''] =
    /^(?:[ \t]*\n)*(-{3}|\+{3}|;{3})[ \t]*([A-Za-z]*)[ \t]*\n/u.exec(text) ?? [];
  if (fence === '') return splitWithoutFence(text);
  const start = opening.length;
  const rest = text.slice(start);
  const end = new RegExp(`^${fence.replaceAll('+', '\\+')}[ \\t]*$`, 'mu').exec(rest);
  if (!end || end.index > MAX_FRONT_MATTER_LENGTH) return undefined;
  const head = rest.slice(0, end.index);
  const body = rest.slice(end.index + end[0].length + 1);
  const isYaml = fence === '---' && (language === '' || /^ya?ml$/iu.test(language));
  const above = opening.split('\n').length - 1;
  const isToml = fence === '+++' || /^toml$/iu.test(language);
  return {
    head,
    body,
    lines: head.split('\n').length + above,
    firstLine: above + 1,
    isYaml,
    ...(isToml && { isToml }),
  };
}

function splitWithoutFence(text: string): SplitFile | undefined {
  const head = WITHOUT_FENCE.exec(text)?.[0] ?? '';
  const isHead = (head.match(USUAL_KEYS)?.length ?? 0) >= 2 && /^title[ \t]*:/mu.test(head);
  if (!isHead || head.length > MAX_FRONT_MATTER_LENGTH) return undefined;
  const body = text.slice(head.length).replace(/^-{3}[ \t]*(?:\n|$)/u, '');
  return { head, body, lines: head.split('\n').length, firstLine: 1, isYaml: true };
}
