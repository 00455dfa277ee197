import type { IssueDocument } from '../issue-document.ts';

/** The text that explains an archive copy to a reader who may open it many years later. */
export function readmeOf(
  { site, issue, label, number, url }: IssueDocument,
  editions: readonly string[],
): string {
  const numbered = [label, number].filter(Boolean).join('　');
  return `# ${site.title} ${label} 存档

${site.title}，${numbered}，${issue.date}，${site.publisher}。${url ? `网址：${url}` : ''}

这个压缩包不需要任何专门的程序：网页用浏览器看，文字用任何编辑器看。

| 文件 | 是什么 |
| --- | --- |
| data/index.html | 目录，从这里看起 |
| data/articles/ | 每篇稿件一个网页 |
| data/content/ | 稿件的 Markdown 原文、图片、本期的信息（issue.yaml） |
${editions.map((file) => `| data/${file} | 整期的${file.endsWith('.pdf') ? ' PDF' : '电子书（EPUB）'} |`).join('\n')}
| data/issue.json | 全部稿件的标题、日期、署名、园区、地区等（JSON） |
| manifest-sha256.txt | data 里每个文件的指纹（SHA-256） |
| tagmanifest-sha256.txt | 其余文件的指纹 |
| bagit.txt、bag-info.txt | 存档格式的说明：BagIt 1.0（RFC 8493），图书馆、档案馆通用 |

只有发布了的内容。草稿、撤下的稿件、权利未明的稿件、隐去的地名、编辑自己的批注都不在里面。

## 核对

在这个文件夹里运行 \`sha256sum --check manifest-sha256.txt tagmanifest-sha256.txt\`，或者用任何 BagIt 工具，或者用本程序：\`npm run archive -- --verify 压缩包.zip\`。

## 放回刊物

把 data/content/ 里的 issues 文件夹复制到刊物的内容文件夹里，再生成网站，这一期的网页和原来一样。名录（栏目、园区、地区等）用刊物自己的。
`.replaceAll(/\n\n\n+/gu, '\n\n');
}
