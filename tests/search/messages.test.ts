import { expect, it } from 'vitest';
import { failure, summary } from '../../src/search/browser/messages.ts';
import { parseQuery } from '../../src/search/browser/query.ts';

it.each([
  ['q=园区', 'phrase', 3, 3, '“园区”：3篇'],
  ['q=园区', 'none', 0, 0, '没有找到“园区”。可以少写几个字，换个说法，或从下面列出的里找。'],
  ['q=园区&park=jia', 'none', 0, 5, '所选条件下没有“园区”，去掉条件有5篇。'],
  ['q=园区&park=jia', 'none', 0, 0, '没有找到“园区”。可以少写几个字，换个说法，或从下面列出的里找。'],
  ['q=园区', 'none', 0, 5, '没有找到“园区”。可以少写几个字，换个说法，或从下面列出的里找。'],
  ['q=园区 招商', 'terms', 3, 3, '同时有“园区 招商”各词：3篇'],
  ['q=園區', 't2s', 3, 3, '“園區”（繁体已转为简体）：3篇'],
  ['q=园区', 'punct', 3, 3, '“园区”（不计标点）：3篇'],
  ['q=园区', 'related', 3, 3, '没有印着“园区”的稿件。下面是相关的3篇：'],
  ['park=jia', 'phrase', 3, 3, '所选条件：3篇'],
  ['park=jia', 'none', 0, 0, '没有稿件符合所选条件。'],
] as const)('the line above the results: %s, %s, %i of %i', (address, mode, total, unfiltered, line) => {
  const query = parseQuery(new URLSearchParams(address));
  const found = { mode, total, unfiltered, note: '' } as unknown as Parameters<typeof summary>[1];
  expect(summary(query, found)).toBe(line);
  expect(summary(query, { ...found, note: '（注）' })).toBe(`${line}（注）`);
});

it.each([
  [undefined, '检索没有成功，程序出了错。'],
  ['offline', '检索没有成功，可能是网络断了。'],
  ['stalled', '检索没有成功：等了十秒，检索用的文件还没有传来，可能是网络太慢。'],
  ['missing', '检索没有成功：检索用的文件不在了，可能是网站正在更新。'],
  ['damaged', '检索没有成功：传来的检索文件不完整，或者是别的网页。请看看上网是不是要先登录。'],
  ['outdated', '检索没有成功：传来的检索文件有新有旧，网站可能刚刚更新。'],
] as const)('the message for %s', (fault, message) => expect(failure(fault)).toBe(message));
