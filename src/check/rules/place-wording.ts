import { eachMatch } from '../text/matches.ts';
import type { TextRule } from '../text-rule.ts';
import { wordings } from '../text/wordings.ts';

const REGION = '(?:中国)?(?:香港|澳门|台湾|港澳台|港澳|台港澳)';
const COUNTRY =
  '(?:美国|日本|韩国|英国|德国|法国|俄罗斯|新加坡|泰国|越南|马来西亚|印度尼西亚|印度|菲律宾|加拿大|澳大利亚|新西兰|意大利|西班牙|荷兰|瑞士|瑞典|巴西|墨西哥|阿联酋|沙特阿拉伯|东南亚)';
const STATES = '(?:国家(?!和地区|、地区|及地区|与地区|（地区)|国(?!家|和地区|、地区|内|际|产|有))';
/** A list of regions and countries that calls all of them countries. */
const AS_COUNTRY = new RegExp(
  `(?:${REGION}[、和及与](?:[\\p{sc=Han}]{2,6}[、和及与]){0,8}?${COUNTRY}|${COUNTRY}[、和及与](?:[\\p{sc=Han}]{2,6}[、和及与]){0,8}?${REGION})(?:[、和及与]\\p{sc=Han}{2,6}){0,8}?等?\\d{0,3}[二三四五六七八九十两多余几]{0,3}个?${STATES}`,
  'gu',
);
/** A list of regions only that calls them countries. */
const ALONE = new RegExp(
  `(?<![\\p{sc=Han}]{2,6}国?、)(?:(?:中国大陆|大陆|内地)[、和及与])?${REGION}(?:[、和及与]${REGION}){0,2}等\\d{0,3}[二三四五六七八九十两多余几]{0,3}个?${STATES}`,
  'gu',
);
/** `香港、澳门和其他国家`: implies that the regions are countries. */
const AMONG_OTHERS = new RegExp(
  `${REGION}(?:[、和及与]\\p{sc=Han}{2,6}){0,8}?(?:[、和及与]|以及)(?:其他|其它|别的|另外|周边)${STATES}`,
  'gu',
);
/** China and a part of it side by side, as if they were two countries. */
const PARALLEL =
  /(?<!中国、|和|与)(?<![\p{sc=Han}]国和)(?:中国|我国)(?:和|与|、|及)(?:台湾|香港|澳门)(?!同胞|青年|有关|特别|各界)/gu;

export const rule: TextRule = {
  id: 'place-wording',
  severity: 'warning',
  title: '地名表述',
  why: '港澳台是中国的一部分，与外国并列时写“国家和地区”；有争议的地名用我国的名称。',
  examples: [
    {
      bad: '产品销往日本、韩国、台湾等国家。',
      line: 1,
      column: 5,
      problem: '把港澳台列进了“国家”：“日本、韩国、台湾等国家”',
      fix: '写成“国家和地区”，或把港澳台分开写',
      good: '产品销往日本、韩国等国家和我国台湾地区。',
    },
    {
      bad: '第一段。\n\n客商来自香港、新加坡等5个国家。',
      line: 3,
      column: 5,
      problem: '把港澳台列进了“国家”：“香港、新加坡等5个国家”',
      fix: '写成“国家和地区”，或把港澳台分开写',
      good: '第一段。\n\n客商来自香港、新加坡等5个国家和地区。',
    },
    {
      bad: '产品在中国和台湾都有销路。',
      line: 1,
      column: 4,
      problem: '“中国和台湾”把中国和它的一部分并列',
      fix: '写成“大陆和台湾”“内地和香港（澳门）”，或“中国台湾”“中国香港”“中国澳门”',
      good: '产品在大陆和台湾都有销路。',
    },
    {
      bad: '产品发往澳门和其他国家。',
      line: 1,
      column: 5,
      problem: '把港澳台列进了“国家”：“澳门和其他国家”',
      fix: '写成“国家和地区”，或把港澳台分开写',
      good: '产品发往澳门和其他国家和地区。',
    },
    {
      bad: '货轮经过尖阁诸岛。',
      line: 1,
      column: 5,
      problem: '“尖阁诸岛”不是我国使用的说法',
      fix: '改成“钓鱼岛”',
      good: '货轮经过钓鱼岛。',
    },
  ],
  fine: [
    '产品销往日本、韩国、台湾等国家和地区。',
    '客商来自中国香港、中国澳门和中国台湾。',
    '越南、韩国等国家的客商到了河北韩村。',
    '香港、澳门等地客商。',
  ],
  find({ passages, words }) {
    const mentioning = passages.filter(({ text }) => /[港澳台]/u.test(text));
    return [
      ...[AS_COUNTRY, ALONE, AMONG_OTHERS].flatMap((pattern) =>
        eachMatch(mentioning, pattern, ([found]) => ({
          problem: `把港澳台列进了“国家”：“${found}”`,
          fix: '写成“国家和地区”，或把港澳台分开写',
        })),
      ),
      ...eachMatch(mentioning, PARALLEL, ([found]) => ({
        problem: `“${found}”把中国和它的一部分并列`,
        fix: '写成“大陆和台湾”“内地和香港（澳门）”，或“中国台湾”“中国香港”“中国澳门”',
      })),
      ...wordings(passages, words.places, ({ wrong, right }) => ({
        problem: `“${wrong}”不是我国使用的说法`,
        fix: `改成“${right}”`,
      })),
    ];
  },
};
