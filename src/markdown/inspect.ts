import type { Image, Nodes, Root } from 'mdast';
import Slugger from 'github-slugger';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Finding } from '#core/diagnostic.ts';
import { hasScheme, linkProblem } from '#core/text/web-address.ts';
import { ARTICLE_COMPONENTS } from './article-components.ts';
import { parseCaption } from './caption.ts';
import { decodeAddress } from '#core/text/decode-address.ts';
import { verifyBody } from './verify/verify-body.ts';
import { misplacedPictures, type WindowsPath, windowsPath } from './picture-source.ts';
import { sourceOf } from './source-of.ts';
import { applyPlugins, type BodyFormat, type ParsedBody } from './parse.ts';
import {
  type BodyNumber,
  controlCharacters,
  personalNumbersIn,
  printedTexts,
  type PrintedText,
} from './printed-text.ts';

export interface BodyPicture {
  src: string;
  alt: string;
  caption?: string;
  credit?: string;
  line: number;
  /** Set if the address is a Windows path. */
  windows?: WindowsPath;
}

export interface BodyLink {
  url: string;
  line: number;
}

/** Everything that checks and pages need to know about a body. */
export interface Inspection {
  findings: Finding[];
  pictures: BodyPicture[];
  links: BodyLink[];
  /** Ids of the headings. */
  anchors: string[];
  /** Plain text of the first paragraph that is not a salutation. */
  opening: string;
  /** Plain text of the body, paragraphs separated by line breaks. */
  text: string;
  /** Personal numbers in texts and attributes. */
  numbers: BodyNumber[];
}

/** The inspection of a body that was not parsed. */
export const EMPTY_INSPECTION: Inspection = {
  findings: [],
  pictures: [],
  links: [],
  anchors: [],
  opening: '',
  text: '',
  numbers: [],
};

type Component = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/**
 * Inspects a body with the pipeline that will render it, and reports what must not be published: HTML, scripts
 * in links, pictures on other hosts.
 * @param parsed the parsed body; its tree is changed
 * @param firstLine line of the file on which the body begins
 */
export function inspect(parsed: ParsedBody, format: BodyFormat, firstLine: number): Inspection {
  if ('finding' in parsed) return { ...EMPTY_INSPECTION, findings: [parsed.finding] };
  const findings = verifyBody(parsed, firstLine);
  const inspection: Inspection = { ...EMPTY_INSPECTION, findings, pictures: [], links: [] };
  const tree = applyPlugins(parsed.tree, format);
  const texts: string[] = [];
  const printed: PrintedText[] = [];
  visit(tree, (node) => {
    inspectNode(node, firstLine, inspection, parsed.body);
    printed.push(...printedTexts(node, firstLine));
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const text = plainText(node, { includeImageAlt: false });
      texts.push(text);
      if (node.type === 'paragraph' && isOpening(text, inspection.opening)) inspection.opening = text.trim();
    } else if (node.type === 'code') texts.push(node.value);
    else if (node.type === 'mdxJsxFlowElement') texts.push(printedCaption(node));
  });
  inspection.numbers = personalNumbersIn(printed);
  inspection.findings.push(...controlCharacters(printed, parsed.body, firstLine));
  inspection.findings.push(...misplacedPictures(tree, parsed.body, firstLine));
  inspection.anchors = anchorsOf(tree);
  inspection.findings.push(...brokenAnchors(inspection));
  inspection.text = texts.join('\n');
  return inspection;
}

/** Ids of headings; the same algorithm as rehypeHeadingIds. */
function anchorsOf(tree: Root): string[] {
  const slugger = new Slugger();
  const ids: string[] = [];
  visit(tree, 'heading', (heading) => {
    ids.push(slugger.slug(plainText(heading)));
  });
  return ids;
}

/** Finds links to headings that the article does not have. */
function brokenAnchors({ anchors, links }: Inspection): Finding[] {
  return links
    .filter(({ url }) => url.startsWith('#') && !anchors.includes(decodeAddress(url.slice(1))))
    .map(({ url, line }) => ({
      rule: 'link',
      line,
      column: 1,
      problem: `本文没有“${url}”这个小标题`,
      fix: '# 后面写小标题的文字，去掉标点和空格',
    }));
}

/** Whether a paragraph is the first with text that is not a salutation (各位读者：). */
function isOpening(text: string, before: string): boolean {
  return before === '' && text.trim() !== '' && !/[：:]\s*$/u.test(text);
}

function inspectNode(node: Nodes, firstLine: number, out: Inspection, body: string): void {
  const start = node.position?.start;
  const place = { line: (start?.line ?? 1) + firstLine - 1, column: start?.column ?? 1 };
  switch (node.type) {
    case 'html':
      out.findings.push({ rule: 'raw-html', ...place, ...htmlProblem(node.value) });
      break;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      out.findings.push(...inspectComponent(node).map((finding) => ({ ...finding, ...place })));
      break;
    case 'mdxjsEsm':
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      out.findings.push({
        rule: 'mdx',
        ...place,
        problem: '稿件里不能有程序（import、export 或花括号）',
        fix: '删去；文字里的花括号写成 \\{ \\}',
      });
      break;
    case 'heading':
      if (node.depth === 1)
        out.findings.push({
          rule: 'heading',
          ...place,
          problem: '正文里用了一级标题“#”，一级标题只能是文章的标题',
          fix: `## ${plainText(node)}`,
        });
      break;
    case 'listItem':
      if (typeof node.checked === 'boolean')
        out.findings.push({
          rule: 'task-list',
          ...place,
          problem: '“- [ ]”会变成不能点的选框',
          fix: '删去方括号，写成普通的“- ”清单',
        });
      break;
    case 'link':
    case 'definition':
      inspectLink(node.url, place, out);
      break;
    case 'image':
      inspectImage(node, place, out, body);
      break;
    case 'imageReference':
      out.findings.push({
        rule: 'picture',
        ...place,
        problem: '图片不能用编号引用',
        fix: '![画面说明](./images/文件名.jpg "图注｜摄影：某某")',
      });
      break;
  }
}

/** Records a link, or a finding if it is unsafe. */
function inspectLink(url: string, place: { line: number; column: number }, out: Inspection): void {
  const unsafe = unsafeLink(url);
  if (unsafe) out.findings.push({ rule: 'unsafe-link', ...place, ...unsafe });
  else out.links.push({ url, line: place.line });
}

function inspectImage(
  node: Image,
  place: { line: number; column: number },
  out: Inspection,
  body: string,
): void {
  const windows = windowsPath(sourceOf(node, body));
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(node.url)) {
    const onOwnDisk = /^(?:[a-z]:|file:)/iu.test(node.url);
    out.findings.push({
      rule: 'picture',
      ...place,
      problem: `图片“${(windows?.typed ?? node.url).slice(0, 80)}”在${onOwnDisk ? '自己的电脑里，读者看不到' : '别的网站上'}`,
      fix: `把图片存到这一期的 images 文件夹，写成 ${windows?.corrected ?? '![画面说明](./images/文件名.jpg)'}`,
    });
    return;
  }
  if (!node.alt?.trim())
    out.findings.push({
      rule: 'picture-alt',
      ...place,
      problem: `图片“${node.url}”没有替代文字`,
      fix: `![画面里有什么](${node.url}${node.title ? ` "${node.title}"` : ''})`,
    });
  out.pictures.push({
    src: decodeAddress(node.url),
    alt: node.alt ?? '',
    ...parseCaption(node.title),
    line: place.line,
    ...(windows && { windows }),
  });
}

function htmlProblem(value: string): Pick<Finding, 'problem' | 'fix'> {
  const name = /^<\/?([A-Za-z][\w-]*)/u.exec(value)?.[1] ?? '';
  if (ARTICLE_COMPONENTS.has(name)) {
    return { problem: `<${name}> 只能用在 .mdx 稿件里`, fix: '把文件名的 .md 改成 .mdx' };
  }
  const excerpt = value.split('\n')[0]?.slice(0, 40) ?? '';
  return {
    problem: `正文里有 HTML：${excerpt}`,
    fix: '删去尖括号里的代码，改用 Markdown（表格用 |，图片用 ![]()）；要印出尖括号，写成 \\<',
  };
}

function inspectComponent(node: Component): Finding[] {
  const rule = ARTICLE_COMPONENTS.get(node.name ?? '');
  if (!rule || !node.name) return [{ rule: 'raw-html', ...htmlProblem(`<${node.name ?? ''}>`) }];
  const wrong = (problem: string): Finding[] => [
    { rule: 'component', problem: `${node.name} 图表：${problem}`, fix: rule.example },
  ];
  if (node.children.length > 0) return wrong(`<${node.name}> 和 </${node.name}> 之间的字印不出来`);
  const attributes = new Map<string, string>();
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') {
      return wrong('每一项都要写成 名称="文字"');
    }
    if (![...rule.required, ...rule.optional].includes(attribute.name))
      return wrong(`没有“${attribute.name}”这一项`);
    attributes.set(attribute.name, attribute.value);
  }
  const missing = rule.required.find((name) => !attributes.get(name));
  if (missing) return wrong(`缺少“${missing}”这一项`);
  const problem = rule.problem(Object.fromEntries(attributes));
  return problem ? wrong(problem) : [];
}

/** The caption of a chart, which is printed. */
function printedCaption({ attributes }: Component): string {
  const caption = attributes.find((each) => each.type === 'mdxJsxAttribute' && each.name === 'caption');
  return typeof caption?.value === 'string' ? caption.value : '';
}

/** The problem of a link's target; whether the page exists is checked after all articles are read. */
function unsafeLink(url: string): Pick<Finding, 'problem' | 'fix'> | undefined {
  const excerpt = url.slice(0, 60);
  if (/^(?:https?|mailto|tel):/iu.test(url)) {
    const problem = linkProblem(url);
    return problem === undefined
      ? undefined
      : {
          problem: `链接“${excerpt}”${problem}`,
          fix: '从浏览器的地址栏复制网址；邮箱写 mailto:a@example.com',
        };
  }
  const isInside = /^(?:\/(?![/\\])|#.|[^:?#]*\.mdx?(?:[?#]|$))/u.test(url);
  if (isInside && !hasScheme(url) && !/^\/\/|\\/u.test(url)) return undefined;
  return {
    problem: `链接“${excerpt}”不能发布`,
    fix: '链接只能是 https:// 开头的网址、/about/ 这样的站内地址，或 ../2022-10/a.md 这样的另一篇稿件',
  };
}
