import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkText } from '../../src/check/check-text.ts';
import { PLANTED, type Planted, SET_IN } from './planted.ts';
import { BLIND, BLIND_AGAIN } from './planted-blind.ts';
import { BLIND_THIRD } from './planted-third.ts';

const folder = new URL('./clean/', import.meta.url);
const articles = new Map(
  readdirSync(folder).map((file) => [file.slice(0, 2), readFileSync(new URL(file, folder), 'utf8')]),
);

/** The paragraph of a clean article with the defect. */
function paragraphOf([file, right, wrong]: Planted): string {
  const article = articles.get(file) ?? '';
  const at = article.indexOf(right);
  const start = article.lastIndexOf('\n\n', at) + 2;
  const end = article.indexOf('\n\n', at + right.length);
  return article.slice(start, at) + wrong + article.slice(at + right.length, end < 0 ? undefined : end);
}

/** What the check says about a text, one line per finding. */
function messagesAbout(body: string): string[] {
  return checkText({ body, format: 'md', bodyLine: 1 }).map(
    ({ rule, line, column, problem, fix }) => `  ${line}:${column} ${rule} ${problem} → ${fix}`,
  );
}

it('the messages about planted defects', async () => {
  const planted = [...PLANTED, ...BLIND, ...BLIND_AGAIN, ...BLIND_THIRD].map((each) => ({
    name: `${each[0]} ${JSON.stringify(each[2])}`,
    body: paragraphOf(each),
  }));
  const setIn = SET_IN.map(([, text]) => ({ name: JSON.stringify(text), body: text }));
  const messages = [...planted, ...setIn].map(({ name, body }) =>
    [name, ...messagesAbout(body), ''].join('\n'),
  );
  await expect(messages.join('\n')).toMatchFileSnapshot('./planted-messages.txt');
});
