import { createHash } from 'node:crypto';
import { escapeHtml } from './html.ts';
import { authorCount, characterCount, type Lengths, summaryCount, titleCount } from './limits.ts';

/** An article of a kit. */
export interface KitArticle {
  /** Name of its files, without extensions: `01-to-readers`. */
  name: string;
  title: string;
  /** `甲某、乙某`. */
  author: string;
  summary: string;
  /** Address of its web page (阅读原文); absent if the site has no public address. */
  url?: string;
  /** The text; see `wechatText`. */
  html: string;
  lengths: Lengths;
  /** Pictures of the text in the ZIP file, in order. */
  pictures: { file: string; alt: string; kilobytes: number }[];
  /** Crops of the cover in the ZIP file; none if the article has no picture. */
  covers: string[];
}

/** Articles in one message of WeChat. */
const MAX_ARTICLES = 8;

const STYLE = `:root{color-scheme:light}
body{max-width:44rem;margin:0 auto;padding:1rem;font:16px/1.7 sans-serif;color:#222;background:#fff}
dl{display:grid;grid-template-columns:6em 1fr;gap:.4em 1em;padding:1em;background:#f6f3ec}
dt{font-weight:bold}
dd{margin:0;overflow-wrap:anywhere}
button{font:inherit;padding:.2em 1em;min-height:44px}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.3em .5em;border-bottom:1px solid #ddd}
.problem{color:#a00;font-weight:bold}
#text{border:1px solid #ccc;padding:1rem;max-width:677px}`;

/** Copies a part of the page with its styles, also if the page was opened from the disk. */
const SCRIPT = `document.addEventListener('click', ({ target }) => {
  const button = target.closest('button[data-copy]');
  if (!button) return;
  const part = document.getElementById(button.dataset.copy);
  const range = document.createRange();
  range.selectNodeContents(part);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  const write = (event) => {
    event.preventDefault();
    event.clipboardData.setData('text/plain', part.innerText);
    if (part.id === 'text') event.clipboardData.setData('text/html', part.innerHTML);
  };
  document.addEventListener('copy', write, { once: true });
  const isCopied = document.execCommand('copy');
  document.removeEventListener('copy', write);
  if (isCopied) getSelection().removeAllRanges();
  button.textContent = isCopied ? '已复制' : '没有复制成：已经选中，请按 Ctrl+C';
});`;

/** The page of an article: what goes into each field of WeChat's editor, with buttons that copy it. */
export function kitPage(article: KitArticle): string {
  const { title, author, summary, url, html, lengths, pictures, covers, name } = article;
  const rows: [label: string, content: string][] = [
    ['标题', copied('title', title, titleCount(lengths))],
    ...(author ? [['作者', copied('author', author, authorCount(lengths))] as [string, string]] : []),
    ['摘要', copied('summary', summary, summaryCount(lengths))],
    ...(url ? [['原文链接', copied('url', url)] as [string, string]] : []),
    [
      '封面',
      covers.length > 0
        ? `${escapeHtml(`${name}.zip`)} 里的 ${covers.map(escapeHtml).join('、')}`
        : '这一篇没有图片，请另配封面（900×383 和 500×500）',
    ],
    ['正文字符', `${characterCount(lengths)}（连同样式）`],
  ];
  return page(
    title,
    `<p><a href="index.html">本期各篇</a></p>
<h1>${escapeHtml(title)}</h1>
${lengths.problems.map((problem) => `<p class="problem">${escapeHtml(problem)}</p>`).join('\n')}
<dl>${rows.map(([label, content]) => `<dt>${label}</dt><dd>${content}</dd>`).join('\n')}</dl>
${pictures.length > 0 ? pictureTable(name, pictures) : ''}
<p><button type="button" data-copy="text">复制正文</button></p>
<div id="text">${html}</div>`,
  );
}

/** The page that lists the articles of a kit, and says how to use it. */
export function kitIndex(label: string, articles: readonly KitArticle[]): string {
  const rows = articles.map(
    ({ name, title, lengths, pictures }) =>
      `<tr><td><a href="${escapeHtml(name)}.html">${escapeHtml(title)}</a>${lengths.problems
        .map((problem) => `<br><span class="problem">${escapeHtml(problem)}</span>`)
        .join('')}</td><td>${lengths.characters}</td><td>${pictures.length}</td></tr>`,
  );
  return page(
    `${label} 微信稿`,
    `<h1>${escapeHtml(label)} 微信稿</h1>
<ol>
<li>打开一篇，把标题、作者、摘要、原文链接逐项复制到公众号的编辑器里。</li>
<li>按“复制正文”，贴到正文里；不要选“粘贴为纯文本”。</li>
<li>解开同名的压缩包，把图片按号码插到黄底的占位处，再把占位的那一行删掉。</li>
<li>封面用压缩包里的两张：900×383 是头条的，500×500 是次条和转发的。</li>
</ol>
${articles.length > MAX_ARTICLES ? `<p>本期有${articles.length}篇。公众号一次最多发${MAX_ARTICLES}篇，要分几次发。</p>` : ''}
<table><thead><tr><th>标题</th><th>正文字符</th><th>图片</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`,
  );
}

function pictureTable(name: string, pictures: KitArticle['pictures']): string {
  const rows = pictures.map(
    ({ file, alt, kilobytes }) =>
      `<tr><td>${escapeHtml(file)}</td><td>${escapeHtml(alt)}</td><td>${kilobytes} kB</td></tr>`,
  );
  return `<table><caption>${escapeHtml(`${name}.zip`)} 里的图片</caption><thead><tr><th>文件</th><th>画面</th><th>大小</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`;
}

function copied(id: string, text: string, count = ''): string {
  return `<span id="${id}">${escapeHtml(text)}</span> ${count} <button type="button" data-copy="${id}">复制</button>`;
}

function page(title: string, body: string): string {
  const hash = createHash('sha256').update(SCRIPT).digest('base64');
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
<script>${SCRIPT}</script>
</body>
</html>
`;
}
