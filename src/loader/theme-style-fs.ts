import { lstat } from 'node:fs/promises';
import type { Declaration, Root, Rule } from 'postcss';
import { parseColour } from '#core/colour.ts';
import type { Finding } from '#core/diagnostic.ts';
import { ifMissing } from '#core/system-error.ts';
import { nearestNames } from '#core/text/nearest.ts';
import { lowContrasts, MIN_CONTRAST, THEME_PROPERTIES, type ThemeValueKind } from '#core/theme.ts';
import { readText } from './files-fs.ts';

/** The custom properties that a theme's style sheet sets, and its problems. */
export interface ThemeStyle {
  values: Record<string, string>;
  findings: Finding[];
}

/** A value of each kind; nothing in it can load a file or end a declaration. */
const VALUE: Record<ThemeValueKind, { pattern: RegExp; fix: string }> = {
  colour: { pattern: /^#[0-9a-f]{6}$/iu, fix: '写成 # 加六位数字或字母，例如 #fbf8f1' },
  fonts: {
    pattern:
      /^(?:'[\p{L}\p{N} ._-]+'|"[\p{L}\p{N} ._-]+"|[a-z-]+)(?:\s*,\s*(?:'[\p{L}\p{N} ._-]+'|"[\p{L}\p{N} ._-]+"|[a-z-]+))*$/iu,
    fix: "写成字体名，用逗号隔开，例如 'Songti SC', serif；字体用读者机器上有的，不能用网址",
  },
  length: { pattern: /^\d+(?:\.\d+)?(?:rem|em|px)$/u, fix: '写成数字加 rem，例如 40rem' },
};
/** Points to the handbook's list of properties. */
const SEE = '编辑手册的“外观”一节列着能改的名字';

/** Reads `theme/style.css`; undefined if there is none. */
export async function readThemeStyle(file: string): Promise<ThemeStyle | undefined> {
  const stats = await lstat(file).catch(ifMissing(undefined));
  if (!stats) return undefined;
  if (!stats.isFile()) {
    return refused({ rule: 'file', problem: '这不是一个文件', fix: '把文件本身放进来，不用链接' });
  }
  const text = await readText(file);
  return 'finding' in text ? refused(text.finding) : parseThemeStyle(text.text);
}

function refused(finding: Finding): ThemeStyle {
  return { values: {}, findings: [finding] };
}

/** Parses a style sheet, which may only contain custom properties of `:root`. */
export async function parseThemeStyle(css: string): Promise<ThemeStyle> {
  const postcss = await import('postcss');
  let root: Root;
  try {
    root = postcss.parse(css);
  } catch (error) {
    if (!(error instanceof postcss.CssSyntaxError)) throw error;
    const problem = '不是完整的样式：引号、括号要成对，每一项以分号结尾';
    return refused({
      rule: 'theme-style',
      line: error.line ?? 1,
      column: error.column ?? 1,
      problem,
      fix: '照手册的例子写',
    });
  }
  const values: Record<string, string> = {};
  const findings: Finding[] = [];
  for (const node of root.nodes) {
    if (node.type === 'comment') continue;
    if (node.type !== 'rule' || node.selector !== ':root') {
      const fix = `只留 :root { … }，里面写要改的颜色、字体、宽度；${SEE}`;
      findings.push({ ...at(node), problem: '这里只能有 :root { … } 一种写法', fix });
      continue;
    }
    readRule(node);
  }
  if (findings.length === 0) findings.push(...contrastFindings(values, root));
  return { values, findings };

  function readRule(rule: Rule): void {
    for (const node of rule.nodes) {
      if (node.type === 'comment') continue;
      const finding = node.type === 'decl' ? declarationFinding(node) : undefined;
      if (node.type !== 'decl') {
        const fix = `删去；这里只写“名字: 值;”；${SEE}`;
        findings.push({ ...at(node), problem: ':root 里面不能再套一层', fix });
      } else if (finding) findings.push({ ...at(node), ...finding });
      else values[node.prop] = node.value.replaceAll(/\s+/gu, ' ');
    }
  }
}

function at(node: { source?: { start?: { line: number; column: number } | undefined } | undefined }) {
  const { line = 1, column = 1 } = node.source?.start ?? {};
  return { rule: 'theme-style' as const, line, column };
}

/** The problem of a declaration; undefined if it is valid. */
function declarationFinding({
  prop,
  value,
  important,
}: Declaration): Pick<Finding, 'problem' | 'fix'> | undefined {
  if (prop === '--accent' || prop === '--light-accent') {
    return { problem: `“${prop}”不写在这里`, fix: "主色写在 site.yaml 里：theme: { accent: '#0b5d3b' }" };
  }
  const property = Object.hasOwn(THEME_PROPERTIES, prop) ? THEME_PROPERTIES[prop] : undefined;
  if (!property) {
    const [near] = nearestNames(prop, Object.keys(THEME_PROPERTIES), 1);
    return { problem: `没有“${prop}”这个名字`, fix: near ? `你是不是想写“${near}”？${SEE}` : SEE };
  }
  const { pattern, fix } = VALUE[property.kind];
  if (important || !pattern.test(value)) return { problem: `“${prop}”的值不对：${property.about}`, fix };
  return undefined;
}

/** Warns about pairs of colours with too little contrast. */
function contrastFindings(values: Record<string, string>, root: Root): Finding[] {
  return lowContrasts(values).map(({ text, ground, contrast }) => {
    const own = values[text] === undefined ? ground : text;
    let place: ReturnType<typeof at> | undefined;
    root.walkDecls(own, (declaration) => {
      place = at(declaration);
    });
    const names = [text, ground].map((name) => `${name}（${parseColour(values[name] ?? '') ?? '没有改'}）`);
    const problem = `${names.join('在')}上看不清：对比只有 ${contrast.toFixed(1)}，要 ${MIN_CONTRAST} 以上`;
    return {
      rule: 'theme-contrast',
      line: place?.line ?? 1,
      column: place?.column ?? 1,
      problem,
      fix: '把文字和底色的深浅拉开',
    };
  });
}
