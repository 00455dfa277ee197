import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { ATTRIBUTES, ELEMENTS, HREF_TARGETS, REFERENCES } from '../../src/loader/svg/vocabulary.ts';
import { rebuildSvg } from '../../src/loader/svg/rebuild.ts';
import { drawn, GOOD, HOSTILE } from '../lib/hostile-svg.ts';
import { cases } from '../lib/long.ts';

const outcome = (source: string) => {
  const result = rebuildSvg(source);
  return 'problem' in result ? result.problem : result.svg;
};
const outcomes = (table: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(table).map(([name, source]) => [name, outcome(source)]));

/** Attributes that a published drawing may have besides presentation attributes. */
const OTHERS = ['d', 'id', 'href', 'style', 'lang', 'aria-label', 'aria-labelledby', 'aria-describedby'];
const ALLOWED = new Set([...ATTRIBUTES, ...OTHERS, 'xmlns', 'xml:space', 'xml:lang']);

/** Lists forbidden content of a published drawing, with an independent parser. */
function wrongIn(svg: string): string[] {
  const wrong: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  const note = (what: string) => () => void wrong.push(what);
  parser.on('error', ({ message }) => void wrong.push(message));
  for (const event of ['comment', 'doctype', 'cdata', 'processinginstruction', 'xmldecl'] as const) {
    parser.on(event, note(event));
  }
  parser.on('opentag', ({ name, uri, attributes }) => {
    if (uri !== 'http://www.w3.org/2000/svg' || !ELEMENTS.has(name)) wrong.push(`<${name}>`);
    for (const [key, { value }] of Object.entries(attributes)) {
      if (!ALLOWED.has(key) || (key === 'xmlns' && value !== uri)) wrong.push(`${name} ${key}`);
      if (key === 'aria-label' || key === 'xmlns') continue;
      if (/[:;{}\\@]|\/\//u.test(key === 'style' ? value.replace(/;?[a-z-]+:/gu, '') : value)) {
        wrong.push(`${key}="${value}"`);
      }
      if (/url/iu.test(value.replace(/url\(#i\d+\)/gu, ''))) wrong.push(`${key}="${value}"`);
      if (key === 'href' && !/^#i\d+$/u.test(value)) wrong.push(`${key}="${value}"`);
    }
  });
  parser.write(svg).close();
  return wrong;
}

function expectSafe(source: string): void {
  const result = rebuildSvg(source);
  if ('problem' in result) {
    expect(result.problem).not.toBe('');
    expect(result.fix).not.toBe('');
    return;
  }
  expect(wrongIn(result.svg)).toEqual([]);
  expect(rebuildSvg(result.svg)).toEqual(result);
}

it('refuses hostile drawings, or leaves out what is hostile', () =>
  expect(outcomes(HOSTILE)).toMatchInlineSnapshot(`
    {
      "CDATA that looks like a script": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><text>&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;</text></svg>",
      "XHTML by a default namespace": "第 1 行有网页内容 <iframe>",
      "XHTML in a title": "第 1 行有网页内容 <img>",
      "XInclude": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"/>",
      "XML 1.1": "第 1 行不是正确的 SVG 写法，浏览器打不开",
      "a byte order mark": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><path d="M0 0h5"/></svg>",
      "a duplicate attribute": "第 1 行不是正确的 SVG 写法，浏览器打不开",
      "a null": "第 1 行不是正确的 SVG 写法，浏览器打不开",
      "a null as a reference": "第 1 行不是正确的 SVG 写法，浏览器打不开",
      "a path that is none": "第 1 行的路径写法不对：javascript:alert(1)",
      "a pattern for many": "第 1 行的图形展开后超过 20000 个",
      "a plain DOCTYPE": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><path d="M0 0h5"/></svg>",
      "a share of the page": "没有写明大小",
      "a share of the page, with a box": "<svg xmlns="http://www.w3.org/2000/svg" height="100%" viewBox="0 0 30 20" width="100%"/>",
      "a web page": "不是 SVG 图",
      "a web page without namespace": "第 1 行不是正确的 SVG 写法，浏览器打不开",
      "address in an attribute of no use": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><g><path d="M0 0h5"/></g></svg>",
      "an empty box": "没有写明大小",
      "an event listener": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"/>",
      "an unbound prefix": "第 1 行不是正确的 SVG 写法，浏览器打不开",
      "an unclosed comment": "第 1 行不是正确的 SVG 写法，浏览器打不开",
      "animated link": "第 1 行有动画 <animate>",
      "animated motion": "第 1 行有动画 <animateMotion>",
      "animated transform": "第 1 行有动画 <animateTransform>",
      "another encoding": "的编码不是 UTF-8",
      "another namespace": "第 1 行的 <svg> 没有写 xmlns="http://www.w3.org/2000/svg"，浏览器打不开",
      "attributes by the DTD": "第 1 行有实体定义（DTD）",
      "billion laughs": "第 1 行有实体定义（DTD）",
      "comments": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><path d="M0 0h5"/></svg>",
      "conditions by extension": "第 1 行有显示条件（requiredExtensions）",
      "conditions by language": "第 1 行有显示条件（systemLanguage）",
      "control characters": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><text>abcd</text></svg>",
      "cursor from elsewhere": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><rect height="5" width="5"/></svg>",
      "cut short": "第 1 行不是正确的 SVG 写法，浏览器打不开",
      "discard": "第 1 行有动画 <discard>",
      "drawing inside as data": "第 1 行有嵌入的图片 <image>",
      "duplicate ids": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><g id="i1"/><g><path d="M0 0h5"/></g><use href="#i1"/></svg>",
      "element called __proto__": "第 1 行有不能用的元素 <__proto__>",
      "element called constructor": "第 1 行有不能用的元素 <constructor>",
      "empty": "第 1 行不是正确的 SVG 写法，浏览器打不开",
      "entities": "第 1 行有实体定义（DTD）",
      "entity from a file": "第 1 行有实体定义（DTD）",
      "fill from elsewhere": "第 1 行引用了图外的内容：fill="url(http://bad.example/x#a)"",
      "fill in capitals from elsewhere": "第 1 行引用了图外的内容：fill="URL(http://bad.example/x)"",
      "fill with a comment": "第 1 行有看不懂的写法：fill="url/**/(http://bad.example/x)"",
      "fill with an escape": "第 1 行有看不懂的写法：fill="u\\72l(http://bad.example/x)"",
      "fill with quotes from elsewhere": "第 1 行引用了图外的内容：fill="url('//bad.example/x#a')"",
      "fill with two": "第 1 行引用了图外的内容：fill="url(#a) url(http://bad.example/x)"",
      "filter from elsewhere": "第 1 行引用了图外的内容：filter="url(http://bad.example/x#f)"",
      "foreign object": "第 1 行有网页内容 <foreignObject>",
      "gradient from elsewhere": "第 1 行引用了图外的内容“http://bad.example/x#g”",
      "gradients in a circle": "第 1 行的 <linearGradient> 引用了自己",
      "gradients in a row": "第 1 行的引用套了太多层",
      "grown by a sheet": "太大（SVG 展开后不超过 4 MB）",
      "half a character": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><text>a�b</text></svg>",
      "handler": "第 1 行有脚本 <handler>",
      "ids that tell": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><g><path d="M0 0h5" id="i1"/></g><use href="#i1"/></svg>",
      "image from elsewhere": "第 1 行有嵌入的图片 <image>",
      "image inside": "第 1 行有嵌入的图片 <image>",
      "image of a filter": "第 1 行有嵌入的图片 <feImage>",
      "less than nothing": "写明的大小不对",
      "link": "第 1 行有链接 <a>",
      "link to a script": "第 1 行有链接 <a>",
      "markers at many corners": "第 1 行的图形展开后超过 20000 个",
      "mask from elsewhere": "第 1 行引用了图外的内容：mask="url(http://bad.example/x#m)"",
      "mask of itself": "第 1 行的 <mask> 引用了自己",
      "metadata": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><path d="M0 0h5"/></svg>",
      "names of objects": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><g><path d="M0 0h5"/></g></svg>",
      "nested masks": "第 1 行的图形展开后超过 20000 个",
      "nested patterns": "第 1 行的图形展开后超过 20000 个",
      "nested use by xlink": "第 1 行的引用套了太多层",
      "nested use, deep": "第 1 行的引用套了太多层",
      "no character": "第 1 行不是正确的 SVG 写法，浏览器打不开",
      "no namespace": "第 1 行的 <svg> 没有写 xmlns="http://www.w3.org/2000/svg"，浏览器打不开",
      "no number": "没有写明大小",
      "no size": "没有写明大小",
      "nothing in height": "写明的大小不对",
      "of a kilometre": "写明的大小不对",
      "onbegin of an animation": "第 1 行有动画 <animate>",
      "onload": "第 1 行有脚本（onload）",
      "onload of a shape": "第 3 行有脚本（OnLoad）",
      "onload with a prefix": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><g><rect height="5" width="5"/></g></svg>",
      "only a box": "<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"/>",
      "other instructions": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><path d="M0 0h5"/></svg>",
      "path of a text from elsewhere": "第 1 行引用了图外的内容“http://bad.example/x#p”",
      "pattern of itself": "第 1 行的 <pattern> 引用了自己",
      "records of an editing program": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><path d="M0 0h5"/></svg>",
      "script": "第 2 行有脚本 <script>",
      "script from elsewhere": "第 1 行有脚本 <script>",
      "script in CDATA": "第 1 行有脚本 <script>",
      "script in a description": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><desc>a</desc></svg>",
      "script in an unknown namespace": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"/>",
      "script in capitals": "第 1 行有不能用的元素 <SCRIPT>",
      "script in the metadata": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"/>",
      "script of XHTML": "第 1 行有网页内容 <h:script>",
      "script with a prefix": "第 1 行有脚本 <s:script>",
      "script with a prefix bound further up": "第 1 行有脚本 <s:script>",
      "set": "第 1 行有动画 <set>",
      "sheet by an instruction": "第 1 行引用了外部样式（xml-stylesheet）",
      "sheet for print": "第 1 行的样式只用于某种设备（media）",
      "sheet of XHTML": "第 1 行有网页内容 <style>",
      "sheet of XSLT": "第 1 行引用了外部样式（xml-stylesheet）",
      "sheet that does not end": "第 1 行的样式看不懂：rect",
      "sheet with a descendant": "第 1 行的样式用了复杂的选择器“g rect”",
      "sheet with a font": "第 1 行的样式里有 @font-face",
      "sheet with a prefix": "第 1 行的样式里有 @import",
      "sheet with an address": "第 1 行引用了图外的内容：fill="url(http://bad.example/x)"",
      "sheet with an address for no element": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><path d="M0 0h5"/></svg>",
      "sheet with an attribute selector": "第 1 行的样式用了复杂的选择器“[id^=a]”",
      "sheet with an escape": "第 1 行的样式里有反斜线",
      "sheet with import": "第 1 行的样式里有 @import",
      "sheet with import behind a comment": "第 4 行的样式里有 @import",
      "sheet with keyframes": "第 1 行的样式里有 @keyframes",
      "sheet with media": "第 1 行的样式里有 @media",
      "sheet without end": "的样式太多",
      "style from elsewhere": "第 1 行引用了图外的内容：fill="url(http://bad.example/x)"",
      "style that breaks out": "第 1 行不是正确的 SVG 写法，浏览器打不开",
      "style with a binding": "第 1 行引用了图外的内容：-moz-binding="url(http://bad.example/x#a)"",
      "style with a comment inside": "第 1 行有看不懂的写法：fill="u rl(http://bad.example/x)"",
      "style with a font of odd name": "第 1 行有看不懂的写法：font-family="'a;b{c}'"",
      "style with a variable": "第 1 行有看不懂的写法：fill="var(--a)"",
      "style with an animation": "第 1 行的样式有不能用的 animation",
      "style with an escape": "第 1 行的样式里有反斜线",
      "style with an expression": "第 1 行有看不懂的写法：width="expression(alert(1))"",
      "style with image-set": "第 1 行有看不懂的写法：mask="image-set('http://bad.example/x' 1x)"",
      "switch": "第 1 行有不能用的元素 <switch>",
      "text behind": "第 1 行不是正确的 SVG 写法，浏览器打不开",
      "text between shapes": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><g><path d="M0 0h5"/></g></svg>",
      "text that looks like a script": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><text>&lt;script&gt;alert(1)&lt;/script&gt;</text></svg>",
      "too deep": "第 1 行的元素套了 100 层以上",
      "too long": "太大（SVG 不超过 4 MB）",
      "too many": "太复杂（超过 20000 个元素）",
      "two roots": "第 1 行不是正确的 SVG 写法，浏览器打不开",
      "unknown entity": "第 1 行不是正确的 SVG 写法，浏览器打不开",
      "unknown style from elsewhere": "第 1 行引用了图外的内容：background-image="url(http://bad.example/x)"",
      "use below a base": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><g><path d="M0 0h5v5z" id="i1"/><use href="#i1"/></g></svg>",
      "use from elsewhere": "第 1 行引用了图外的内容“http://bad.example/x.svg#a”",
      "use in a circle": "第 1 行的 <g> 引用了自己",
      "use of data": "第 1 行引用了图外的内容“data:image/svg+xml,%3Csvg id=%22a%22/%3E…”",
      "use of data with character references": "第 1 行引用了图外的内容“data:image/svg+xml,a#a”",
      "use of itself": "第 1 行的 <g> 引用了自己",
      "use of the whole": "第 1 行的 <svg> 引用了自己",
      "use that is not there": "第 1 行的 <use> 引用的图形不在图里，或不能这样用",
      "use with another prefix": "第 1 行引用了图外的内容“http://bad.example/x#a”",
      "use with xlink from elsewhere": "第 1 行引用了图外的内容“other.svg#a”",
      "without end": "写明的大小不对",
    }
  `));

it('keeps drawings as common programs write them', () =>
  expect(outcomes(GOOD)).toMatchInlineSnapshot(`
  {
    "a ground": "<svg xmlns="http://www.w3.org/2000/svg" height="9" style="background-color:rgb(255, 255, 255)" width="20px"><path d="M0 0h5"/></svg>",
    "a sheet in CDATA": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><linearGradient id="i1"><stop offset="0" stop-color="#FFF"/></linearGradient><path d="M0 0h5" fill="url(#i1)" opacity="0.5"/></svg>",
    "a short font": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><text style="font:bold 12px/1.2 &quot;Noto Sans SC&quot;, sans-serif;font-size:14px">甲<tspan dy="1em"> 乙 </tspan></text></svg>",
    "a title and labels": "<svg xmlns="http://www.w3.org/2000/svg" aria-label="平面图" aria-labelledby="i1" height="9" lang="zh-CN" role="img" width="9" xml:space="preserve"><title id="i1">甲园 &amp; 乙园</title></svg>",
    "a turn in a style": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><path d="M0 0h5" transform="translate(5, 3) rotate(45)"/></svg>",
    "classes as Illustrator writes them": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><defs/><rect fill="#fff" height="5" stroke="red" width="5"/><path d="M0 0h5" fill="blue" stroke="red"/><rect fill="green" height="1" width="1"/></svg>",
    "markers in a style": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><marker id="i1"><path d="M0 0h5"/></marker><path d="M0 0h5" marker-end="url(#i1)" marker-mid="url(#i1)" marker-start="url(#i1)"/></svg>",
    "references that lead nowhere": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><rect fill="red" height="5" stroke="none" width="5"/></svg>",
    "styles as Figma writes them": "<svg xmlns="http://www.w3.org/2000/svg" fill="none" height="9" width="9"><g filter="url(#i2)" style="mix-blend-mode:multiply"><mask id="i1" mask-type="luminance" maskUnits="userSpaceOnUse"><rect fill="white" height="5" width="5"/></mask><g mask="url(#i1)"><circle r="3"/></g></g><defs><filter color-interpolation-filters="sRGB" id="i2" x="0"><feFlood flood-opacity="0" result="a"/><feGaussianBlur in="a" stdDeviation="2"/></filter></defs></svg>",
    "styles as Inkscape writes them": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><path d="m 0,0 5,5 z" fill="#ff0000" fill-opacity="1" font-family="'Noto Serif SC', serif"/></svg>",
    "text along a path": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><path d="M0 0h5" id="i1"/><text><textPath href="#i1" startOffset="50%">甲</textPath></text></svg>",
    "use as matplotlib writes it": "<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9"><defs><path d="M 0 1 L 5 5" id="i1" transform="scale(0.015625)"/></defs><g transform="translate (1 2) rotate(-45)"><use href="#i1"/><use href="#i1" x="4"/></g></svg>",
  }
`));

it.each(Object.entries({ ...HOSTILE, ...GOOD }))(
  'writes allowed content only, and is idempotent: %s',
  (_, source) => expectSafe(source),
);

it('finds the problem of a drawing of any size quickly', () => {
  for (const source of Object.values(HOSTILE)) {
    // CPU time of this process: the machine may be busy with others.
    const begun = process.cpuUsage();
    rebuildSvg(source);
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(3000);
  }
});

describe('any drawing', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      'url(#a)',
      'url(//b)',
      '#a',
      '#b',
      'javascript:alert(1)',
      'data:image/svg+xml,a',
      'red',
      '5px',
      'calc((1px + 2px) * 3)',
      'fill:red;x:url(#a)',
      'font:9px \'a\';font-size:3px;font-family:"b"',
      '.a{fill:red}',
      '@import "a"',
      '<!--',
      ']]>',
      '13800138000',
    ),
  );
  const escaped = text.map((each) => each.replace(/[&<>"]/gu, (sign) => `&#${sign.codePointAt(0)};`));
  const space = fc.constantFrom('', '', '', '', '', '', '', 's:', 's:', 'x:', 'u:', 'h:');
  const attribute = fc
    .tuple(
      fc.constantFrom('', '', '', 'x:', 'xml:', 's:', 'u:'),
      fc.constantFrom(
        ...ALLOWED,
        ...REFERENCES.keys(),
        'id',
        'href',
        'style',
        'onload',
        'class',
        'xmlns:y',
        'src',
        'base',
        '__proto__',
        'marker',
      ),
      fc.oneof(escaped, {
        weight: 8,
        arbitrary: fc.constantFrom('a', 'b', '#a', 'url(#b)', 'url(#a) red', 'preserve', '5px'),
      }),
    )
    .map(([prefix, name, value]) => ({ name: prefix + name, text: ` ${prefix}${name}="${value}"` }));
  const attributes = fc
    .uniqueArray(attribute, { maxLength: 5, selector: ({ name }) => name })
    .map((list) => list.map((each) => each.text).join(''));
  const name = fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...ELEMENTS, ...HREF_TARGETS.keys()) },
    fc.constantFrom('script', 'style', 'metadata', 'animate', 'set', 'a', 'image', 'foreignObject', 'b'),
  );
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      escaped,
      escaped.map((each) => `<!--${each.replace(/-/gu, '')}-->`),
      escaped.map((each) => `<![CDATA[${each}]]>`),
      fc
        .tuple(space, name, attributes, fc.array(tie('node'), { maxLength: 4 }))
        .map(([prefix, tag, more, inner]) => `<${prefix}${tag}${more}>${inner.join('')}</${prefix}${tag}>`),
    ),
  }));
  const SPACES =
    'xmlns:s="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:u="urn:u"';

  it('is refused, or contains allowed content only and stays unchanged when rebuilt', () => {
    const drawing = fc.array(node, { maxLength: 5 }).map((nodes) => drawn(nodes.join(''), SPACES));
    fc.assert(fc.property(drawing, expectSafe), { numRuns: cases(2000) });
  });

  it('also if nothing in it is refused', () => {
    const tame = fc.uniqueArray(
      fc.constantFrom(
        ...[
          'id="a"',
          'id="b"',
          'id="c"',
          'class="k"',
          'class="k l"',
          'x=" 5 "',
          'font-size="3"',
          'fill="red"',
        ],
        ...['fill="url(#b) red"', 'stroke="url( &apos;#b&apos; )"', 'fill="url(#c)"', 'mask="url(#m)"'],
        ...['style="fill:url(#b);marker:url(#e)"', 'style="font-size:9px;font:8px a;font-weight:bold"'],
        ...[
          'style="fill:blue!important;isolation:isolate;a:b"',
          'aria-labelledby="a t"',
          'aria-label="&#13;甲"',
        ],
        ...['xml:space="preserve"', 'xml:lang="zh"', 'x:href="#m"', 'href=""', 'transform="rotate (5)"'],
      ),
      { maxLength: 6, selector: (each) => each.split('=')[0] },
    );
    const shapes = fc.letrec<{ shape: string }>((tie) => ({
      shape: fc.oneof(
        { maxDepth: 5, depthSize: 'medium' },
        { weight: 1, arbitrary: escaped.map((each) => each.replace(/\p{C}/gu, '')) },
        {
          weight: 4,
          arbitrary: fc
            .tuple(
              fc.constantFrom(
                'g',
                's:g',
                'text',
                'text',
                'tspan',
                'title',
                'path',
                'defs',
                'clipPath',
                'u:b',
              ),
              tame,
              fc.array(tie('shape'), { maxLength: 4 }),
            )
            .map(([tag, more, inner]) => `<${tag} ${more.join(' ')}>${inner.join('')}</${tag}>`),
        },
        { weight: 1, arbitrary: fc.constantFrom('<use href="#p"/>', '<use x:href="#q"/>', '<!-- a -->') },
      ),
    }));
    const first =
      '<defs><linearGradient id="b"/><path id="p"/><g id="q"><use href="#p"/></g><marker id="e"/><title id="t">a</title></defs>';
    const sheet = '<style>.k{fill:url(#b);font:9px b}.k.l{fill:red}#a{opacity:.5}*{stroke:red}</style>';
    const drawing = fc
      .array(shapes.shape, { maxLength: 5 })
      .map((list) => drawn(first + list.join('') + sheet, SPACES));
    fc.assert(
      fc.property(drawing, (source) => {
        expect(rebuildSvg(source)).toHaveProperty('svg');
        expectSafe(source);
      }),
      { numRuns: cases(1000) },
    );
  });

  it('also of one element with any attribute', () => {
    const drawing = fc
      .tuple(fc.constantFrom(...ELEMENTS), attributes)
      .map(([tag, more]) => drawn(`<${tag} id="a"${more.replace(/ id="[^"]*"/gu, '')}/>`, SPACES));
    fc.assert(fc.property(drawing, expectSafe), { numRuns: cases(2000) });
  });

  it('also when letters are lost or doubled', () => {
    const pieces = Object.values({ ...HOSTILE, ...GOOD }).filter(({ length }) => length < 2000);
    const drawing = fc
      .tuple(fc.constantFrom(...pieces), fc.nat(), fc.nat({ max: 6 }), escaped)
      .map(([source, at, length, inserted]) => {
        const from = at % (source.length + 1);
        return source.slice(0, from) + inserted + source.slice(from + length);
      });
    fc.assert(fc.property(drawing, expectSafe), { numRuns: cases(2000) });
  });

  it('also if the file is not a drawing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), expectSafe));
  });
});

it('returns all texts of a drawing', () => {
  const result = rebuildSvg(
    drawn(
      '<title>平面图</title><g aria-label="甲"><text>138<tspan y="9">0013</tspan><tspan>8000</tspan></text><desc>乙</desc></g><defs><text>丙</text></defs>',
    ),
  );
  expect(result).toMatchObject({ texts: ['平面图', '甲', '13800138000', '138 0013 8000', '乙', '丙'] });
});
