import { describe, expect, it } from 'vitest';
import { rule } from '../../../src/check/rules/unit.ts';
import { findingsOf } from './findings-of.ts';

describe.each<[what: string, cases: [text: string, findings: string[]][]]>([
  [
    'superscripts that fell down',
    [
      ['厂房3.2万m2。', ['1:7 “m2”的上标丢了 → 改成“平方米”']],
      ['厂房3.2万M2。', []],
      ['厂房3亿km2。', ['1:5 “km2”的上标丢了 → 改成“平方公里”']],
      ['厂房3 hm2。', ['1:5 “hm2”的上标丢了 → 改成“公顷”']],
      ['厂房3CM2。', ['1:4 “CM2”的上标丢了 → 改成“平方厘米”']],
      ['厂房3Cm2。', ['1:4 “Cm2”的上标丢了 → 改成“平方厘米”']],
      ['水3m3。', ['1:3 “m3”的上标丢了 → 改成“立方米”']],
      ['水3km3。', ['1:3 “km3”的上标丢了 → 改成“立方公里”']],
      ['厂房a m2。', ['1:5 “m2”的上标丢了 → 改成“平方米”']],
      ['厂房am2。', []],
      ['厂房3m20。', []],
      ['厂房3m2a。', []],
    ],
  ],
])('%s', (_, cases) => {
  it.each(cases)('%j', (text, findings) => expect(findingsOf(rule, text)).toEqual(findings));
});
