import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstAddress } from '../../src/core/published-addresses.ts';
import { aliasesOf } from '../../src/scaffold/aliases.ts';
import { planMove } from '../../src/scaffold/plan-move.ts';
import { splitRawArticle } from '../../src/scaffold/raw-article.ts';
import { article } from '../lib/bulletin-files.ts';

const ids = ['2022-09/a', '2022-09/b', '2022-10/a', '2022-10/c'];
const head = fc.constantFrom(
  '',
  'aliases: []\n',
  'aliases:\n',
  'aliases: [/old/a/]\n',
  'aliases:\n  - /old/a/\n',
);

it('an article keeps its identity in feeds, and all its addresses, through every chain of renames', () => {
  fc.assert(
    fc.property(head, fc.array(fc.constantFrom(...ids), { minLength: 1, maxLength: 8 }), (more, chain) => {
      const [first = '', ...renames] = chain;
      let id = first;
      let text = article('一篇', more);
      for (const next of renames) {
        if (next === id) continue;
        const [from, to] = [`issues/${id}.md`, `issues/${next}.md`];
        const move = planMove({
          from,
          to,
          isPublic: true,
          texts: new Map([[from, text]]),
          files: [from],
          read: () => new Uint8Array(),
        });
        if ('problem' in move) throw new Error(move.problem);
        text = new TextDecoder().decode(move.create.get(to));
        id = next;
        const raw = splitRawArticle(to, text);
        const aliases = raw ? aliasesOf(raw) : [];
        expect(firstAddress({ id, aliases })).toBe(`/issues/${first}/`);
        expect(new Set(aliases).size).toBe(aliases.length);
      }
      const served = [`/issues/${id}/`, ...aliasesOf(splitRawArticle('a.md', text) as never)];
      expect(chain.filter((each) => !served.includes(`/issues/${each}/`))).toEqual([]);
    }),
  );
});
