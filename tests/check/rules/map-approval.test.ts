import { describe, expect, it } from 'vitest';
import { rule } from '../../../src/check/rules/map-approval.ts';
import { findingsOf } from './findings-of.ts';

const FIX = '是地图的，在图注里写上审图号；不是地图的，换个说法，或加一条写明理由的豁免';

describe.each<[what: string, cases: [text: string, findings: string[]][]]>([
  [
    'captions and alternative texts that speak of a map',
    [
      ['![某县区位图](./images/a.jpg)', ['1:3 图片说明里有“区位图”，没有审图号']],
      ['![园区](./images/a.jpg "园区规划图")', ['1:23 图片说明里有“规划图”，没有审图号']],
      ['![地图样式的插画](./images/a.jpg)', []],
      ['![地图式插画，另有区位图](./images/a.jpg)', ['1:3 图片说明里有“区位图”，没有审图号']],
      ['某县区位图在此。', []],
      ['![某县区位图](./images/a.jpg)\n\n审图号：某S（2022）1号', []],
      ['![某县区位图](./images/a.jpg)\n\n某GS(2022)1号', []],
      ['![某县区位图](./images/a.jpg)\n\n某GS 2022号', ['1:3 图片说明里有“区位图”，没有审图号']],
      [
        '![某县区位图](./images/a.jpg)\n\n![乙县区位图](./images/b.jpg)',
        ['1:3 图片说明里有“区位图”，没有审图号', '3:3 图片说明里有“区位图”，没有审图号'],
      ],
      ['![某县地图样式的区位图](./images/a.jpg)', ['1:3 图片说明里有“区位图”，没有审图号']],
      ['![地图样地图](./images/a.jpg)', ['1:3 图片说明里有“地图”，没有审图号']],
      ['![区地图状位图](./images/a.jpg)', ['1:3 图片说明里有“区位图”，没有审图号']],
    ],
  ],
])('%s', (_, cases) => {
  it.each(cases)('%j', (text, findings) =>
    expect(findingsOf(rule, text)).toEqual(findings.map((finding) => `${finding} → ${FIX}`)),
  );
});
