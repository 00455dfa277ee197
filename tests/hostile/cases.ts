import { article, type Files } from '../lib/bulletin-files.ts';
import { PAYLOADS } from './payloads.ts';

/** One hostile input: files added to a valid bulletin. */
export interface HostileCase {
  name: string;
  files: Files;
  /** Whether it shares no files with other inputs: many such inputs fit into one bulletin. */
  apart: boolean;
}

/** A double-quoted YAML value: JSON is YAML. */
const quoted = (text: string) => JSON.stringify(text);
const fits = (most: number) => (text: string) => [...text].length <= most;

/** Fields of an article: the line of front matter with the payload, and its maximum length. */
const FIELDS: readonly [field: string, line: (value: string) => string, most: number][] = [
  ['title', (value) => `title: ${value}`, 60],
  ['kicker', (value) => `kicker: ${value}`, 60],
  ['subtitle', (value) => `subtitle: ${value}`, 80],
  ['dateNote', (value) => `dateNote: ${value}`, 120],
  ['byline', (value) => `byline: [{ name: ${value}, role: 记者, org: ${value} }]`, 60],
  ['dateline', (value) => `dateline: ${value}`, 80],
  ['interviewee', (value) => `interviewee: { name: ${value}, post: ${value} }`, 40],
  [
    'reprint',
    (value) => `reprint: { originalTitle: ${value}, originalAuthor: ${value} }\nsource: 甲省日报`,
    60,
  ],
  ['reprint address', (value) => `reprint: { url: ${value} }\nsource: 甲省日报`, 200],
  ['editor', (value) => `editor: ${value}`, 40],
  ['review', (value) => `review: { first: ${value}, second: ${value}, final: ${value} }`, 40],
  ['summary', (value) => `summary: ${value}`, 120],
  [
    'cover',
    (value) => `cover: { src: ./images/a.svg, alt: ${value}, caption: ${value}, credit: ${value} }`,
    60,
  ],
  ['cover address', (value) => `cover: { src: ${value}, alt: 画, credit: 摄影：甲 }`, 200],
  ['correction', (value) => `corrections: [{ date: 2022-10-31, text: ${value} }]`, 300],
  ['topic', (value) => `topics: [${value}]`, 200],
  ['county', (value) => `county: ${value}`, 200],
  ['related', (value) => `related: [${value}]`, 200],
  ['alias', (value) => `aliases: [${value}]`, 200],
  ['fact', (value) => `facts: [{ label: ${value}, value: ${value}, quote: 甲园 }]`, 40],
  ['waiver', (value) => `waivers: [{ rule: mask, quote: 甲园, reason: ${value} }]`, 200],
];

/** An article with one line of front matter replaced. */
function withLine(line: string): string {
  const key = /^\w+: /u.exec(line)?.[0] ?? '';
  const text = article('甲', '', '甲园今年开工。');
  const same = new RegExp(`^${key}.*\n`, 'mu');
  return same.test(text)
    ? text.replace(same, () => `${line}\n`)
    : text.replace('status:', () => `${line}\nstatus:`);
}

/** Files with the payload as a YAML value. */
const ENTRIES: readonly [name: string, files: (value: string, id: string) => Files, most: number][] = [
  [
    'park name',
    (value, id) => ({
      [`parks/${id}.yaml`]: `name: ${value}\naliases: [${quoted(`又名${id}`)}]\ncounty: 丙县\n`,
    }),
    60,
  ],
  ['park website', (value, id) => ({ [`parks/${id}.yaml`]: `name: 园区${id}\nwebsite: ${value}\n` }), 200],
  ['park summary', (value, id) => ({ [`parks/${id}.yaml`]: `name: 园区${id}\nsummary: ${value}\n` }), 300],
  [
    'page title',
    (value, id) => ({ [`pages/${id}.md`]: `---\ntitle: ${value}\nsummary: ${value}\n---\n\n几句话。\n` }),
    60,
  ],
  [
    'issue title',
    (value, id) => ({
      [`issues/${monthOf(id)}/issue.yaml`]: `year: ${monthOf(id).slice(0, 4)}\nnumber: 1\nserial: ${id.replace(/\D/gu, '')}\nmonths: [${Number(monthOf(id).slice(5))}]\ndate: ${monthOf(id)}-28\nstatus: published\ntitle: ${value}\neditor: ${value}\n`,
      [`issues/${monthOf(id)}/only.md`]: article(`第${id}篇`),
    }),
    30,
  ],
];

/** Fields of `site.yaml`, which every page shows. */
export const SITE_FIELDS: readonly [field: string, most: number][] = [
  ['title', 20],
  ['subtitle', 60],
  ['description', 200],
  ['publisher', 60],
  ['sponsor', 60],
  ['license', 200],
  ['records', 60],
  ['contacts', 20],
];

/** A valid `site.yaml` with one value replaced. */
export function siteFile(values: Readonly<Record<string, string>>): string {
  const right = { title: '港城月刊', description: '测试用的小刊', publisher: '本刊编辑部' };
  const { records, contacts, ...others }: Record<string, string | undefined> = { ...right, ...values };
  return [
    ...Object.entries(others).map(([key, value = '']) => `${key}: ${quoted(value)}`),
    ...(records ? [`records: { icp: ${quoted(records)}, police: ${quoted(records)} }`] : []),
    ...(contacts
      ? [`contacts: [{ label: ${quoted(contacts)}, value: ${quoted(contacts)}, public: true }]`]
      : []),
    '',
  ].join('\n');
}

/** A separate month for each case, from the number in its id. */
function monthOf(id: string): string {
  const number = Number(id.replace(/\D/gu, ''));
  return `${1930 + Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** Bodies, each for `.md` and `.mdx`. */
const BODIES: Readonly<Record<string, string>> = {
  'import of a module': 'import fs from "fs"\n\n正文。',
  'export of a value': 'export const a = 1\n\n正文。',
  'expression in a link': '[甲]({alert(1)})',
  'expression in a picture': '![甲]({alert(1)})',
  'component that is not known': '<Other />',
  'component by a constructor': '<constructor/>',
  'component by a method': '<toString/>',
  'component by a prototype': '<__proto__/>',
  'component of another': '<BarChart.constructor caption="甲" data="甲 1" />',
  'chart with an expression': '<BarChart caption={alert(1)} data="甲 1" />',
  'chart with spread attributes': '<BarChart {...globalThis} />',
  'chart with another attribute': '<BarChart caption="甲" data="甲 1" onload="alert(1)" />',
  'chart with set:html': '<BarChart caption="甲" data="甲 1" set:html="<script>alert(1)</script>" />',
  'chart with client:load': '<BarChart caption="甲" data="甲 1" client:load />',
  'chart with markup': '<BarChart caption="<script>alert(1)</script>" unit="&lt;b&gt;" data="甲 1；乙 2" />',
  'chart with a namespace': '<svg:script>alert(1)</svg:script>',
  fragment: '<>甲</>',
  'link with spaces in its scheme': '[甲](java\tscript:alert(1))',
  'link with an entity in its scheme': '[甲](&#106;avascript:alert(1))',
  'link with upper case': '[甲](JaVaScRiPt:alert(1))',
  'link to data': '[甲](data:text/html,<script>alert(1)</script>)',
  'link to another scheme': '[甲](vbscript:x) [乙](file:///etc/passwd) [丙](blob:x)',
  'link with a user': '[甲](https://host@evil.example/)',
  'link with a password': '[甲](https://a:b@evil.example/)',
  'link without slashes': '[甲](https:evil.example)',
  'link with backslashes': '[甲](https:\\\\evil.example)',
  'link with one slash': '[甲](https:/evil.example)',
  'link to another host': '[甲](//evil.example/)',
  'link to another host by backslash': '[甲](/\\evil.example/)',
  'link of a reference': '[甲][a]\n\n[a]: javascript:alert(1)',
  'bare address with a user': '见https://host@evil.example/a。',
  'mail with hidden recipients': '[甲](mailto:?bcc=a@evil.example)',
  'mail with a subject': '[甲](mailto:a@b.example?subject=x&bcc=c@d.example)',
  'mail to several': '[甲](mailto:a@b.example,c@d.example)',
  'call of a service': '[甲](tel:*%2306%23)',
  'call of a mobile number': '[甲](tel:13800138000)',
  'page that is not there': '[甲](/none/)',
  'page of a list that is not there': '[甲](/parks/jia/999/)',
  'file of a page': '[甲](../../pages/about.md)',
  'file that is not there': '[甲](none.md)',
  'anchor that is not there': '[甲](#none)',
  'picture upward': '![甲](../../../../etc/passwd)',
  'picture by a whole path': '![甲](/etc/passwd)',
  'picture by an encoded path': '![甲](./images/%2e%2e/%2e%2e/%2e%2e/site.yaml)',
  'picture that is data': '![甲](data:image/svg+xml,<svg onload=alert(1)>)',
  'picture with zero in its name': '![甲](./images/a%00.svg)',
  'picture by a prototype': '![甲](__proto__)',
  'caption with markup': '![甲](./images/a.svg "<b onclick=alert(1)>｜<script>alert(1)</script>")',
  'alternative text with markup': '![<img src=x onerror=alert(1)>](./images/a.svg "甲｜摄影：甲")',
  'heading with markup': '## " onclick="alert(1)\n\n甲园开工。',
  'heading by a prototype': '## __proto__\n\n## constructor\n\n[甲](#constructor)',
  'note by a prototype': '甲[^__proto__]。\n\n[^__proto__]: 乙。',
  'note with markup in its name': '甲[^"onclick=alert]。\n\n[^"onclick=alert]: 乙。',
  'code with attributes': '```js onload=alert(1) class="x"\n<script>alert(1)</script>\n```',
  'code with markup': '`<script>alert(1)</script>`',
  'table with markup': '| <b> | 乙 |\n| --- | --- |\n| " onclick="alert(1) | {alert(1)} |',
  'text of a directive': ':::script\nalert(1)\n:::',
  'character by number': '甲&#0;&#7;&#x202E;乙',
  'control character': '甲\u0007乙',
  'override of direction': '甲\u202E乙',
  'mobile number in bold': '请打138**0013**8000。',
  'mobile number over lines': '请打138\n0013\n8000。',
  'mobile number behind letters': '微信wx13800138000。',
  'identity number': '身份证11010519491231002X。',
  'nested quotations': `${'>'.repeat(2000)} 甲`,
  'nested lists': `${'  '.repeat(60)}- 甲`,
  'nested brackets': `${'['.repeat(3000)}甲`,
  'many stars': `${'*a_'.repeat(3000)}`,
};

/** Malformed files in place of articles, registers and pictures. */
const WHOLE: Readonly<Record<string, Files>> = {
  'article with itself in a list': { 'issues/2022-09/x.md': '---\ntitle: &a [*a]\n---\n甲' },
  'register with itself': { 'topics.yaml': '&a [*a]\n' },
  'register with itself in a map': { 'categories.yaml': '- &a { id: news, name: *a }\n' },
  'site with itself': { 'site.yaml': '&a { title: *a }\n' },
  'YAML that multiplies': {
    'topics.yaml': `a: &a [x,x,x,x,x,x,x,x,x]\n${['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
      .map((key, index) => `${key}: &${key} [${`*${'abcdefgh'[index]},`.repeat(9)}]`)
      .join('\n')}\n`,
  },
  'YAML with a program': { 'topics.yaml': '- !!js/function "function(){}"\n' },
  'YAML with bytes': { 'site.yaml': 'title: !!binary aGVsbG8=\ndescription: 甲\npublisher: 乙\n' },
  'YAML with two documents': { 'site.yaml': 'title: 甲\n---\ntitle: 乙\n' },
  'YAML with a merge': { 'topics.yaml': '- { <<: { id: a }, name: 甲 }\n' },
  'YAML with a prototype': { 'parks/x.yaml': '__proto__: { polluted: 1 }\nname: 甲\n' },
  'YAML with a key of a list': { 'parks/x.yaml': '? [a, b]\n: 甲\n' },
  'YAML nested deep': { 'parks/x.yaml': `name: ${'['.repeat(5000)}` },
  'YAML that is a number': { 'site.yaml': '1\n' },
  'YAML that is nothing': { 'site.yaml': '' },
  'list that is a map': { 'topics.yaml': 'a: 1\n' },
  'map that is a list': { 'site.yaml': '- a\n' },
  'article by a prototype': { 'issues/2022-09/__proto__.md': article('甲') },
  'article by a constructor': { 'issues/2022-09/constructor.md': article('甲') },
  'park by a constructor': { 'parks/constructor.yaml': 'name: 园区构造\n' },
  'page by a prototype': { 'pages/__proto__.md': '---\ntitle: 甲\n---\n甲\n' },
  'page by a method': { 'pages/tostring.md': '---\ntitle: 甲\n---\n甲\n' },
  'page in the place of the search': { 'pages/search.md': '---\ntitle: 甲\n---\n甲\n' },
  'page in the place of the form': { 'pages/admin.md': '---\ntitle: 甲\n---\n甲\n' },
  'page in the place of the issues': { 'pages/issues.md': '---\ntitle: 甲\n---\n甲\n' },
  'article in the place of the newest': { 'issues/latest/a.md': article('甲') },
  'issue with an extension': { 'issues/2022-09.bak/issue.yaml': '' },
  'name with markup': { 'issues/2022-09/<img src=x>.md': article('甲') },
  'name with a terminal sequence': { 'issues/2022-09/\u001B[2J.md': article('甲') },
  'name with a line break': { 'issues/2022-09/a\n::error::b.md': article('甲') },
  'name with a mobile number': { 'issues/2022-09/tel-13800138000.md': article('甲') },
  'park by a mobile number': { 'parks/13800138000.yaml': 'name: 园区号码\n' },
  'page by a mobile number': { 'pages/138-0013-8000.md': '---\ntitle: 甲\n---\n甲\n' },
  'column by a mobile number': { 'categories.yaml': '- { id: tel13800138000, name: 园区要闻 }\n' },
  'name with spaces': { 'issues/2022-09/a b.md': article('甲') },
  'alias of a file': { 'issues/2022-09/x.md': article('甲', 'aliases: [/favicon.svg/x/]\n') },
  'alias of a page': { 'issues/2022-09/x.md': article('甲', 'aliases: [/index.html/x/]\n') },
  'alias upward': { 'issues/2022-09/x.md': article('甲', 'aliases: [/../x/]\n') },
  'alias of the front page': { 'issues/2022-09/x.md': article('甲', 'aliases: [/]\n') },
  'alias of the index': { 'issues/2022-09/x.md': article('甲', 'aliases: [/pagefind/x/]\n') },
  'alias below a page’s file': { 'issues/2022-09/x.md': article('甲', 'aliases: [/old/index.html/x/]\n') },
  'aliases of one another': {
    'issues/2022-09/x.md': article('甲', 'aliases: [/old/a/]\n'),
    'issues/2022-09/y.md': article('乙', 'aliases: [/old/a/, /old/a/b/]\n'),
  },
  'not UTF-8': { 'issues/2022-09/x.md': Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe]) },
  'zero bytes': { 'issues/2022-09/x.md': Buffer.alloc(2000) },
  'file without end': { 'issues/2022-09/x.md': '---\ntitle: 甲' },
  'two marks of order': { 'issues/2022-09/x.md': `\uFEFF\uFEFF${article('甲')}` },
};

/** Every hostile input, with stable names and ids. */
export const CASES: readonly HostileCase[] = numbered([
  ...FIELDS.flatMap(([field, line, most]) =>
    Object.entries(PAYLOADS)
      .filter(([, payload]) => fits(most)(payload))
      .map(([name, payload]) => ({
        name: `article, ${field}: ${name}`,
        files: (id: string) => ({ [`issues/2022-09/${id}.md`]: withLine(line(quoted(payload))) }),
      })),
  ),
  ...ENTRIES.flatMap(([entry, files, most]) =>
    Object.entries(PAYLOADS)
      .filter(([, payload]) => fits(most)(payload))
      .map(([name, payload]) => ({
        name: `${entry}: ${name}`,
        files: (id: string) => files(quoted(payload), id),
      })),
  ),
  ...(['md', 'mdx'] as const).flatMap((format) =>
    Object.entries({ ...PAYLOADS, ...BODIES }).map(([name, body]) => ({
      name: `body in .${format}: ${name}`,
      files: (id: string) => ({
        [`issues/2022-09/${id}.${format}`]: article(`甲${id}`, '', body.toWellFormed()),
      }),
    })),
  ),
  ...SITE_FIELDS.flatMap(([field, most]) =>
    Object.entries(PAYLOADS)
      .filter(([, payload]) => fits(most)(payload))
      .map(([name, payload]) => ({
        name: `site, ${field}: ${name}`,
        files: () => ({ 'site.yaml': siteFile({ [field]: payload }) }),
      })),
  ),
  ...Object.entries(WHOLE).map(([name, files]) => ({ name: `files: ${name}`, files: () => files })),
]);

function numbered(cases: { name: string; files: (id: string) => Files }[]): HostileCase[] {
  return cases.map(({ name, files }, index) => {
    const id = `case-${index + 1}`;
    const written = files(id);
    return { name, files: written, apart: Object.keys(written).every((file) => file.includes(id)) };
  });
}
