import { expect, it } from 'vitest';
import { checkText } from '../../src/check/check-text.ts';
import { SET_IN } from './planted.ts';
import { MORE_CASES } from './more-cases.ts';
import { ALL_PLANTED, aroundPlanted } from './planted-places.ts';

/** What the check says about a text, one line per finding. */
function messagesAbout(body: string): string[] {
  return checkText({ body, format: 'md', bodyLine: 1 }).map(
    ({ rule, line, column, problem, fix }) => `  ${line}:${column} ${rule} ${problem} → ${fix}`,
  );
}

it('the messages about planted defects', async () => {
  const planted = ALL_PLANTED.map((each) => ({
    name: `${each[0]} ${JSON.stringify(each[2])}`,
    body: aroundPlanted(each, /\n\n/u),
  }));
  const texts = [...SET_IN.map(([, text]) => text), ...Object.values(MORE_CASES).flat()];
  const alone = texts.map((body) => ({ name: JSON.stringify(body), body }));
  const messages = [...planted, ...alone].map(({ name, body }) =>
    [name, ...messagesAbout(body), ''].join('\n'),
  );
  await expect(messages.join('\n')).toMatchFileSnapshot('./planted-messages.txt');
});
