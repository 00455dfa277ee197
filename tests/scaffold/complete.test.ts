import { expect, it } from 'vitest';
import { completions, offerOf } from '../../src/scaffold/complete.ts';

const always = () => true;
const OFFERS = [
  offerOf(['甲园', '甲县经济开发区', '甲开发区'], always),
  offerOf(['城区', '乙市城区'], (name) => name !== '城区'),
  offerOf(['城区', '丁市城区'], (name) => name !== '城区'),
];

it.each([
  ['', ['甲园', '乙市城区', '丁市城区'], ''],
  ['甲', ['甲园'], '甲'],
  ['甲县', ['甲县经济开发区'], '甲县'],
  ['jy', ['甲园'], 'jy'],
  ['JKFQ', ['甲园'], 'JKFQ'],
  ['城', ['乙市城区', '丁市城区'], '城'],
  ['甲园、ys', ['乙市城区'], 'ys'],
  ['甲园， 丁', ['丁市城区'], '丁'],
  ['xyz', [], 'xyz'],
])('%j is completed', (typed, names, end) => expect(completions(typed, OFFERS)).toEqual([names, end]));
