import { Parser } from 'htmlparser2';
import { UnreadableError } from '../../manuscript.ts';
import { NOT_TEXT } from './not-text.ts';

/** Characters of a page with data URLs, and of its text. */
const MAX_CHARACTERS = 30_000_000;
const MAX_TEXT_LENGTH = 4_000_000;
const MAX_DEPTH = 500;
/** Tags and comments. Limits keep the parser's time and memory in bounds. */
const MAX_TAGS = 60_000;
/** Attributes in one tag, and in the whole page. */
const MAX_ATTRIBUTES = 200;
const MAX_TOTAL_ATTRIBUTES = 300_000;
/** Elements that the parser adds by reopening unclosed formatting elements. */
const MAX_REOPENED = 100_000;
/** The parser reopens at most this many identical elements (HTML, 13.2.4.3). */
const MAX_EQUAL_REOPENED = 3;

const REOPENED = new Set([
  'a',
  'b',
  'big',
  'code',
  'em',
  'font',
  'i',
  'nobr',
  's',
  'small',
  'strike',
  'strong',
  'tt',
  'u',
]);
const ACTIVE = new Set(['script', 'iframe', 'frame', 'object', 'embed', 'applet']);

export interface PageFacts {
  /** Whether it contains scripts, event handlers or frames. */
  active: boolean;
}

/**
 * Checks a page before it is parsed to a tree, which hostile pages could make very slow.
 * @throws UnreadableError if it is too large, too deep, or made to grow when parsed
 */
export function inspectHtml(html: string): PageFacts {
  if (html.length > MAX_CHARACTERS) {
    throw tooMuch(`网页有 ${Math.round(html.length / 1_000_000)} 百万字符，一篇文章的网页不会这么大`);
  }
  const facts: PageFacts = { active: false };
  const formatting = trackFormatting();
  let [depth, tags, attributes, totalAttributes, reopened, length, skipped] = [0, 0, 0, 0, 0, 0, 0];
  const countTag = () => {
    tags += 1;
    if (tags > MAX_TAGS) throw tooMuch(`网页代码有 ${MAX_TAGS} 个以上的标签，一篇文章的网页不会这么多`);
  };
  const parser = new Parser({
    onopentagname(name) {
      attributes = 0;
      if (NOT_TEXT.has(name)) skipped += 1;
    },
    onattribute(name, value) {
      attributes += 1;
      totalAttributes += 1;
      if (attributes > MAX_ATTRIBUTES || totalAttributes > MAX_TOTAL_ATTRIBUTES)
        throw tooMuch('网页代码里标签的属性太多');
      if (/^on[a-z]+$/iu.test(name) || isScript(value)) facts.active = true;
    },
    onopentag(name, values) {
      depth += 1;
      countTag();
      if (depth > MAX_DEPTH) throw tooMuch(`网页代码嵌套超过 ${MAX_DEPTH} 层`);
      if (name === 'frameset') {
        throw new UnreadableError(
          '这是框架网页，正文在另外的网页里',
          '在浏览器里右键点正文，选“在新标签页中打开框架”，再另存；或者复制正文存成 .txt',
        );
      }
      if (ACTIVE.has(name)) facts.active = true;
      if (REOPENED.has(name)) formatting.open(name, JSON.stringify(values));
      else reopened += formatting.count();
      if (reopened > MAX_REOPENED) throw tooMuch('网页代码里有大量没有关闭的标签');
    },
    ontext(words) {
      if (skipped === 0) length += words.length;
      if (length > MAX_TEXT_LENGTH) throw tooMuch('网页里的文字有几百万，一篇文章不会这么长');
    },
    oncomment: countTag,
    onclosetag(name, implied) {
      depth -= 1;
      if (NOT_TEXT.has(name)) skipped -= 1;
      if (!implied && REOPENED.has(name)) formatting.close(name);
    },
  });
  parser.end(html);
  return facts;
}

/** Counts the unclosed formatting elements, which the parser reopens in each paragraph. */
function trackFormatting() {
  const looks = new Map<string, string[]>();
  const equal = new Map<string, number>();
  let count = 0;
  return {
    count: () => count,
    open(name: string, values: string) {
      const key = `${name} ${values}`;
      const before = equal.get(key) ?? 0;
      equal.set(key, before + 1);
      if (before < MAX_EQUAL_REOPENED) count += 1;
      const stack = looks.get(name);
      if (stack) stack.push(key);
      else looks.set(name, [key]);
    },
    close(name: string) {
      const key = looks.get(name)?.pop();
      if (key === undefined) return;
      const after = (equal.get(key) ?? 1) - 1;
      equal.set(key, after);
      if (after < MAX_EQUAL_REOPENED) count -= 1;
    },
  };
}

function isScript(value: string): boolean {
  return /^[\p{Cc}\s]*(?:javascript|vbscript|data\s*:\s*text)/iu.test(value);
}

function tooMuch(message: string): UnreadableError {
  return new UnreadableError(message, '用浏览器打开它，只复制文章正文，存成 .txt 或 .docx 再导入');
}
