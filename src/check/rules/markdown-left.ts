import { excerpt, eachMatch, firstPerLine } from '../text/matches.ts';
import { isMaskedPlace } from '../text/masked-place.ts';
import type { TextRule } from '../text-rule.ts';

const BOLD = /(?<!\*)\*{2,3}(?!\*)|(?<!_)__(?!_)(?=\p{sc=Han})/gu;
/** `#园区招商#` is a topic, not a heading. */
const HEADING = /^(?:#{2,6}|#(?![^#\n]*#))(?=[\p{sc=Han}“《（])/gu;
const LINK =
  /\[[^\]\n]{0,80}\]\s?[（(](?:\.{0,2}\/|https?:|mailto:)|[!！]\[[^\]\n]{0,80}\]\s?[（(](?:\.{0,2}[/\\])?/gu;
const CODE = /(?<!`)`{1,3}(?!`)/gu;

export const rule: TextRule = {
  id: 'markdown-left',
  severity: 'error',
  title: '标记没有生效',
  why: '加粗、小标题或链接的标记没有写完整，读者会看到星号、井号和方括号。',
  examples: [
    {
      bad: '**一是优化体系。立足全县布局。',
      line: 1,
      column: 1,
      problem: '加粗没有成对：**一是优化体系。立…',
      fix: '加粗的文字前后各写两个星号，标点放在外面，例如 **一是优化体系**。',
      good: '**一是优化体系**。立足全县布局。',
    },
    {
      bad: '第一段。\n\n##下一步打算',
      line: 3,
      column: 1,
      problem: '小标题的“#”后面少一个空格',
      fix: '## 下一步打算',
      good: '第一段。\n\n## 下一步打算',
    },
    {
      bad: '详见[无障碍说明]（/accessibility/）。',
      line: 1,
      column: 3,
      problem: '链接没有写完整：“[无障碍说明]（/”',
      fix: '写成 [文字](网址)，方括号和圆括号之间没有空格，圆括号用半角',
      good: '详见[无障碍说明](/accessibility/)。',
    },
    {
      bad: '![仪式](./images/开工 仪式.jpg)',
      line: 1,
      column: 1,
      problem: '文件名里有空格：“images/开工 仪式.jpg”，显示不出来',
      fix: '把文件改名，去掉空格，这里跟着改',
      good: '![仪式](./images/开工仪式.jpg)',
    },
    {
      bad: '![仪式](images/开工 仪式.jpg)',
      line: 1,
      column: 1,
      problem: '文件名里有空格：“images/开工 仪式.jpg”，显示不出来',
      fix: '把文件改名，去掉空格，这里跟着改',
      good: '![仪式](images/开工仪式.jpg)',
    },
    {
      bad: '![仪式](./images/a.jpg “开工仪式｜摄影：甲某”)',
      line: 1,
      column: 1,
      problem: '图注两头要用半角的引号：“![仪式](./”',
      fix: '写成 ![画面里有什么](./images/a.jpg "图注｜摄影：某某")',
      good: '![仪式](./images/a.jpg "开工仪式｜摄影：甲某")',
    },
  ],
  fine: ['**一是优化体系**。立足全县布局。', '面积3*5米，“#”号和[2022]5号文。', '#园区招商#持续升温。'],
  find({ passages }) {
    const body = passages.filter(({ kind }) => kind !== 'field');
    const context = (text: string, index: number, length: number) => excerpt(text, index, length, 8);
    return [
      ...firstPerLine(
        eachMatch(body, BOLD, ({ 0: found, index }, { text }) =>
          isMaskedPlace(text, index + found.length)
            ? undefined
            : {
                problem: `加粗没有成对：${context(text, index, found.length)}`,
                fix: '加粗的文字前后各写两个星号，标点放在外面，例如 **一是优化体系**。',
              },
        ),
      ),
      ...eachMatch(
        body,
        HEADING,
        ([found], { text }) => ({
          problem: '小标题的“#”后面少一个空格',
          fix: `${found} ${text.slice(found.length, found.length + 20)}`,
        }),
        ['paragraph'],
      ),
      ...eachMatch(body, LINK, ({ 0: found, index }, { text }) => {
        if (
          /^[!！]/u.test(found) &&
          /^[^)）\s]{0,200}\s+[“”‘’＂「『]/u.test(text.slice(index + found.length))
        ) {
          return {
            problem: `图注两头要用半角的引号：“${found}”`,
            fix: '写成 ![画面里有什么](./images/a.jpg "图注｜摄影：某某")',
          };
        }
        const address = /^[^)）\s"]{1,80} [^)）\n"]{1,80}/u.exec(text.slice(index + found.length))?.[0];
        if (address !== undefined) {
          return {
            problem: `文件名里有空格：“${address}”，显示不出来`,
            fix: '把文件改名，去掉空格，这里跟着改',
          };
        }
        return {
          problem: `链接没有写完整：“${found}”`,
          fix: '写成 [文字](网址)，方括号和圆括号之间没有空格，圆括号用半角',
        };
      }),
      ...eachMatch(body, CODE, ({ 0: found, index }, { text }) => ({
        problem: `这里有多余的“${found}”：${context(text, index, found.length)}`,
        fix: '删去；要用引号，写“ ”',
      })),
    ];
  },
};
