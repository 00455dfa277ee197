const NS = 'xmlns="http://www.w3.org/2000/svg"';
const LINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"';

/** An SVG of 9 by 9 pixels. */
export const drawn = (inner: string, more = '') =>
  `<svg ${NS} width="9" height="9"${more === '' ? '' : ` ${more}`}>${inner}</svg>`;

const laughs = (levels: number, by: string) =>
  Array.from({ length: levels }, (_, level) =>
    level === 0
      ? '<g id="a0"><path d="M0 0"/></g>'
      : `<g id="a${level}">${`<use ${by}="#a${level - 1}"/>`.repeat(10)}</g>`,
  ).join('');

const chain = (length: number, name: string, attribute: string) =>
  Array.from(
    { length },
    (_, index) =>
      `<${name} id="m${index}">${`<rect ${attribute}="url(#m${index + 1})" width="9" height="9"/>`.repeat(20)}</${name}>`,
  ).join('');

const RUN = 'alert(1)';
const AWAY = 'http://bad.example/x';

/** SVG files that try to run code, load files, hide content or expand, by what they try. */
export const HOSTILE: Readonly<Record<string, string>> = {
  script: drawn(`\n<script>${RUN}</script>`),
  'script with a prefix': drawn(`<s:script xmlns:s="http://www.w3.org/2000/svg">${RUN}</s:script>`),
  'script with a prefix bound further up': `<s:svg xmlns:s="http://www.w3.org/2000/svg" width="9" height="9"><s:g><s:script>${RUN}</s:script></s:g></s:svg>`,
  'script from elsewhere': drawn(`<script href="${AWAY}.js"/>`),
  'script in CDATA': drawn(`<script><![CDATA[${RUN}]]></script>`),
  'script in capitals': drawn(`<SCRIPT>${RUN}</SCRIPT>`),
  'script in the metadata': drawn(`<metadata><script>${RUN}</script></metadata>`),
  'script in an unknown namespace': drawn(`<u:b xmlns:u="urn:u"><script>${RUN}</script></u:b>`),
  'script of XHTML': drawn(`<h:script xmlns:h="http://www.w3.org/1999/xhtml">${RUN}</h:script>`),
  'XHTML by a default namespace': drawn(
    `<g><iframe xmlns="http://www.w3.org/1999/xhtml" src="${AWAY}"/></g>`,
  ),
  'XHTML in a title': drawn(
    `<title><img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="${RUN}"/></title>`,
  ),
  'script in a description': drawn(`<desc>a<script>${RUN}</script></desc>`),
  'text that looks like a script': drawn(`<text>&lt;script&gt;${RUN}&lt;/script&gt;</text>`),
  'CDATA that looks like a script': drawn(`<text><![CDATA[</text><script>${RUN}</script>]]></text>`),
  onload: drawn('', `onload="${RUN}"`),
  'onload of a shape': drawn(`<g>\n<rect\nOnLoad="${RUN}"/></g>`),
  'onbegin of an animation': drawn(`<animate onbegin="${RUN}" attributeName="x" dur="1s"/>`),
  'onload with a prefix': drawn(
    `<g s:onload="${RUN}" xmlns:s="http://www.w3.org/2000/svg"><rect width="5" height="5"/></g>`,
  ),
  'an event listener': drawn(
    `<ev:listener xmlns:ev="http://www.w3.org/2001/xml-events" event="load" handler="#a"/>`,
  ),
  handler: drawn(`<handler type="application/ecmascript">${RUN}</handler>`),
  'foreign object': drawn('<foreignObject width="9" height="9"><b>a</b></foreignObject>'),
  switch: drawn('<switch><g/></switch>'),
  'animated link': drawn('<use href="#a"><animate attributeName="href" values="data:x"/></use>'),
  set: drawn(`<g><set attributeName="onmouseover" to="${RUN}"/></g>`),
  'animated transform': drawn('<animateTransform attributeName="transform" dur="1s"/>'),
  'animated motion': drawn('<animateMotion path="M0 0"/>'),
  discard: drawn('<discard begin="1s"/>'),
  link: drawn(`<a href="${AWAY}"><rect width="5" height="5"/></a>`),
  'link to a script': drawn(`<a ${LINK} xlink:href="javascript:${RUN}"><text>a</text></a>`),
  'image from elsewhere': drawn(`<image href="${AWAY}.png" width="9" height="9"/>`),
  'image inside': drawn('<image href="data:image/png;base64,iVBORw0KGgo=" width="9" height="9"/>'),
  'drawing inside as data': drawn('<image href="data:image/svg+xml,%3Csvg/%3E"/>'),
  'image of a filter': drawn(`<filter id="f"><feImage href="${AWAY}"/></filter>`),
  'use from elsewhere': drawn(`<use href="${AWAY}.svg#a"/>`),
  'use with xlink from elsewhere': drawn(`<use ${LINK} xlink:href="other.svg#a"/>`),
  'use with another prefix': drawn(`<use xmlns:y="http://www.w3.org/1999/xlink" y:href="${AWAY}#a"/>`),
  'use of data': drawn('<use href="data:image/svg+xml,%3Csvg id=%22a%22/%3E#a"/>'),
  'use of data with character references': drawn('<use href="&#x64;&#97;ta:image/svg+xml,a#a"/>'),
  'use below a base': drawn(`<g xml:base="${AWAY}/"><path id="a" d="M0 0h5v5z"/><use href="#a"/></g>`),
  'gradient from elsewhere': drawn(`<linearGradient href="${AWAY}#g" id="g"/>`),
  'path of a text from elsewhere': drawn(`<text><textPath href="${AWAY}#p">a</textPath></text>`),
  'fill from elsewhere': drawn(`<rect fill="url(${AWAY}#a)" width="5" height="5"/>`),
  'fill with quotes from elsewhere': drawn(`<rect fill="url('//bad.example/x#a')"/>`),
  'fill in capitals from elsewhere': drawn(`<rect fill="URL(${AWAY})"/>`),
  'fill with an escape': drawn(`<rect fill="u\\72l(${AWAY})"/>`),
  'fill with a comment': drawn(`<rect fill="url/**/(${AWAY})"/>`),
  'fill with two': drawn(`<rect fill="url(#a) url(${AWAY})"/>`),
  'mask from elsewhere': drawn(`<g mask="url(${AWAY}#m)"/>`),
  'filter from elsewhere': drawn(`<g filter="url(${AWAY}#f)"/>`),
  'cursor from elsewhere': drawn(`<rect cursor="url(${AWAY})" width="5" height="5"/>`),
  'address in an attribute of no use': drawn(`<g data-a="${AWAY}" foo="url(${AWAY})"><path d="M0 0h5"/></g>`),
  'style from elsewhere': drawn(`<rect style="fill:url(${AWAY})"/>`),
  'unknown style from elsewhere': drawn(`<rect style="background-image:url(${AWAY})"/>`),
  'style with an escape': drawn(`<rect style="fill:\\75rl(${AWAY})"/>`),
  'style with a comment inside': drawn(`<rect style="fill:u/**/rl(${AWAY})"/>`),
  'style with image-set': drawn(`<rect style="mask:image-set('${AWAY}' 1x)"/>`),
  'style with a variable': drawn('<rect style="--a:red;fill:var(--a)"/>'),
  'style with an expression': drawn(`<rect style="width:expression(${RUN})"/>`),
  'style with a binding': drawn(`<rect style="-moz-binding:url(${AWAY}#a)"/>`),
  'style with an animation': drawn('<rect style="animation:a 1s infinite"/>'),
  'style that breaks out': drawn(`<rect style='font:9px "a&quot;;}</style>"'/>`),
  'style with a font of odd name': drawn(`<text style="font-family:'a;b{c}'">a</text>`),
  'sheet with import': drawn(`<style>@import "${AWAY}.css";</style>`),
  'sheet with import behind a comment': drawn(`\n<style>\n/* a */\n@import url(${AWAY});</style>`),
  'sheet with a font': drawn(`<style>@font-face{font-family:a;src:url(${AWAY})}</style>`),
  'sheet with keyframes': drawn('<style>@keyframes a{to{x:9px}}</style>'),
  'sheet with media': drawn('<style>@media print{rect{fill:red}}</style>'),
  'sheet for print': drawn('<style media="print">rect{fill:red}</style>'),
  'sheet with a prefix': drawn(`<s:style xmlns:s="http://www.w3.org/2000/svg">@import "${AWAY}";</s:style>`),
  'sheet with an address': drawn(`<style>rect{fill:url(${AWAY})}</style><rect/>`),
  'sheet with an address for no element': drawn(`<style>.a{fill:url(${AWAY})}</style><path d="M0 0h5"/>`),
  'sheet with an attribute selector': drawn(`<style>[id^=a]{fill:url(${AWAY}?a)}</style>`),
  'sheet with a descendant': drawn('<style>g rect{fill:red}</style>'),
  'sheet that does not end': drawn('<style>rect{fill:red</style>'),
  'sheet with an escape': drawn('<style>@\\69mport "a";</style>'),
  'sheet of XHTML': drawn(`<style xmlns="http://www.w3.org/1999/xhtml">@import "${AWAY}";</style>`),
  'sheet by an instruction': `<?xml-stylesheet href="${AWAY}.css"?>${drawn('')}`,
  'sheet of XSLT': `<?xml-stylesheet type="text/xsl" href="#a"?>${drawn('')}`,
  'other instructions': `<?xml version="1.0"?><?php echo 1?>${drawn('<?a b?><path d="M0 0h5"/>')}<?c?>`,
  comments: `<!-- 13800138000 -->${drawn('<!-- <script> --><path d="M0 0h5"/>')}<!-- a -->`,
  metadata: drawn('<metadata>甲某的电脑</metadata><path d="M0 0h5"/>'),
  'records of an editing program': drawn(
    '<i:view xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:path="C:/甲/a.svg"/><path i:label="乙" xmlns:i="http://www.inkscape.org/namespaces/inkscape" d="M0 0h5"/>',
  ),
  'a plain DOCTYPE': `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "${AWAY}.dtd">${drawn('<path d="M0 0h5"/>')}`,
  entities: `<!DOCTYPE svg [<!ENTITY a "b">]>\n${drawn('<text>&a;</text>')}`,
  'billion laughs': `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>${drawn('<text>&b;</text>')}`,
  'entity from a file': `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${drawn('<text>&a;</text>')}`,
  'attributes by the DTD': `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "${RUN}">]>${drawn('')}`,
  'unknown entity': drawn('<text>&nbsp;</text>'),
  XInclude: drawn(
    `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>`,
  ),
  'nested use, deep': drawn(laughs(9, 'href')),
  'nested use by xlink': drawn(laughs(9, 'xlink:href'), LINK),
  'use of itself': drawn('<g id="a"><use href="#a"/></g>'),
  'use in a circle': drawn('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
  'use that is not there': drawn('<use href="#a"/>'),
  'use of the whole': drawn('<use href="#a"/>', 'id="a"'),
  'nested patterns': drawn(chain(6, 'pattern', 'fill')),
  'nested masks': drawn(chain(6, 'mask', 'mask')),
  'pattern of itself': drawn('<pattern id="a"><rect fill="url(#a)"/></pattern>'),
  'mask of itself': drawn('<mask id="a"><rect mask="url(#a)"/></mask>'),
  'gradients in a circle': drawn('<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/>'),
  'gradients in a row': drawn(
    Array.from({ length: 30 }, (_, i) => `<linearGradient id="g${i}" href="#g${i + 1}"/>`).join('') +
      '<linearGradient id="g30"/>',
  ),
  'markers at many corners': drawn(
    `<marker id="m">${'<path d="M0 0"/>'.repeat(100)}</marker><path marker-mid="url(#m)" d="${'M1 1'.repeat(300)}"/>`,
  ),
  'a pattern for many': drawn(
    `<pattern id="p">${'<path d="M0 0"/>'.repeat(200)}</pattern><g fill="url(#p)">${'<path d="M0 0"/>'.repeat(200)}</g>`,
  ),
  'too deep': drawn('<g>'.repeat(5000) + '</g>'.repeat(5000)),
  'too many': drawn('<g/>'.repeat(30_000)),
  'too long': drawn(`<path d="${'M0 0'.repeat(1_100_000)}"/>`),
  'grown by a sheet': drawn(`<style>g{font-family:'${'a'.repeat(100_000)}'}</style>${'<g/>'.repeat(100)}`),
  'sheet without end': drawn(
    `<style>${Array.from({ length: 3000 }, (_, i) => `g.a${i}{fill:red}`).join('')}${'*{fill:red}'.repeat(3000)}</style>${'<g/>'.repeat(3000)}`,
  ),
  'names of objects': drawn(
    '<g __proto__="a" constructor="b" toString="c" id="__proto__" class="constructor"><path d="M0 0h5"/></g>',
  ),
  'element called constructor': drawn('<constructor/>'),
  'element called __proto__': drawn('<__proto__/>'),
  'a path that is none': drawn('<path d="javascript:alert(1)"/>'),
  'a duplicate attribute': drawn('<rect fill="red" fill="url(//bad.example)"/>'),
  'duplicate ids': drawn('<g id="a"/><g id="a"><path d="M0 0h5"/></g><use href="#a"/>'),
  'ids that tell': drawn('<g id="甲某13800138000"><path id="b" d="M0 0h5"/></g><use href="#b"/>'),
  'text between shapes': drawn('甲<g>乙<path d="M0 0h5"/>丙</g>'),
  'control characters': drawn('<text>a\u0080b\u009Fc&#x85;d\uFDD0</text>'),
  'no character': drawn('<text>a\uFFFEb</text>'),
  'a null': drawn('<text>a\0b</text>'),
  'a null as a reference': drawn('<text>a&#0;</text>'),
  'half a character': drawn('<text>a\uD800b</text>'),
  'a byte order mark': `\uFEFF${drawn('<path d="M0 0h5"/>')}`,
  'conditions by language': drawn('<g systemLanguage="zh"/>'),
  'conditions by extension': drawn('<g requiredExtensions="urn:a"/>'),
  'no namespace': '<svg width="9" height="9"/>',
  'another namespace': '<svg xmlns="urn:a" width="9" height="9"/>',
  'a web page': `<html xmlns="http://www.w3.org/1999/xhtml"><script>${RUN}</script></html>`,
  'a web page without namespace': `<!doctype html><p>a<br>`,
  'two roots': `${drawn('')}${drawn('')}`,
  'text behind': `${drawn('')}a`,
  'cut short': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><g>',
  'an unbound prefix': drawn('<a:b/>'),
  'an unclosed comment': drawn('<!-- a'),
  empty: '',
  'XML 1.1': `<?xml version="1.1"?>${drawn('<text>a&#x1;</text>')}`,
  'another encoding': `<?xml version="1.0" encoding="GBK"?>${drawn('<text>甲</text>')}`,
  'no size': `<svg ${NS}/>`,
  'a share of the page': `<svg ${NS} width="100%" height="100%"/>`,
  'a share of the page, with a box': `<svg ${NS} width="100%" height="100%" viewBox="0 0 30 20"/>`,
  'only a box': `<svg ${NS} viewBox="0 0 30 20"/>`,
  'an empty box': `<svg ${NS} viewBox="0 0 0 20"/>`,
  'less than nothing': `<svg ${NS} width="-5" height="9"/>`,
  'nothing in height': `<svg ${NS} width="5" height="0"/>`,
  'without end': `<svg ${NS} width="1e400" height="9"/>`,
  'no number': `<svg ${NS} width="NaN" height="9"/>`,
  'of a kilometre': `<svg ${NS} width="1e6cm" height="1e6cm"/>`,
};

/** SVG files as common programs write them, with their published form. */
export const GOOD: Readonly<Record<string, string>> = {
  'classes as Illustrator writes them': drawn(
    '<defs><style>.cls-1{fill:#fff;}.cls-1,.cls-2{stroke:red}\n#b{fill:blue !important}rect{fill:green}</style></defs><rect class="cls-1" width="5" height="5"/><path class="cls-2 cls-1" id="b" style="fill:red" d="M0 0h5"/><rect width="1" height="1"/>',
  ),
  'a sheet in CDATA': drawn(
    '<style type="text/css"><![CDATA[ .st0{fill:url(#g_1_);opacity:0.5;} .st0:hover{fill:red} ]]></style><linearGradient id="g_1_"><stop offset="0" style="stop-color:#FFF"/></linearGradient><path class="st0" d="M0 0h5"/>',
  ),
  'styles as Inkscape writes them': drawn(
    `<path style="fill:#ff0000;fill-opacity:1;-inkscape-stroke:none;font-family:'Noto Serif SC', serif" d="m 0,0 5,5 z"/>`,
  ),
  'styles as Figma writes them': drawn(
    '<g style="mix-blend-mode:multiply" filter="url(#f0_d)"><mask id="m" style="mask-type:luminance" maskUnits="userSpaceOnUse"><rect width="5" height="5" fill="white"/></mask><g mask="url(#m)"><circle r="3"/></g></g><defs><filter id="f0_d" x="0" color-interpolation-filters="sRGB"><feFlood flood-opacity="0" result="a"/><feGaussianBlur in="a" stdDeviation="2"/></filter></defs>',
    'fill="none"',
  ),
  'use as matplotlib writes it': drawn(
    '<defs><path id="D-41" d="M 0 1 L 5 5" transform="scale(0.015625)"/></defs><g transform="translate (1 2) rotate(-45)"><use xlink:href="#D-41"/><use xlink:href="#D-41" x="4"/></g>',
    LINK,
  ),
  'a ground': drawn(
    '<path d="M0 0h5"/>',
    'style="background: rgb(255, 255, 255); width: 20px; height: auto"',
  ),
  'a short font': drawn(
    '<text font-size="8" style="font: bold 12px/1.2 &quot;Noto Sans SC&quot;, sans-serif; font-size: 14px">甲<tspan dy="1em"> 乙 </tspan></text>',
  ),
  'a title and labels': drawn(
    '<title id="t">\n 甲园 &amp; 乙园 </title><desc id="d"> </desc>',
    'role="img" aria-labelledby="t d" aria-label="平面图" lang="zh-CN" xml:space="preserve"',
  ),
  'text along a path': drawn(
    '<path id="线" d="M0 0h5"/><text><textPath href="#%E7%BA%BF" startOffset="50%">甲</textPath></text>',
  ),
  'references that lead nowhere': drawn(
    '<rect fill="url(#x) red" stroke="url(#y)" clip-path="url(#z)" width="5" height="5"/>',
  ),
  'a turn in a style': drawn('<path style="transform:translate(5px, 3px) rotate(45deg)" d="M0 0h5"/>'),
  'markers in a style': drawn(
    '<marker id="m"><path d="M0 0h5"/></marker><path style="marker:url(#m)" d="M0 0h5"/>',
  ),
};
