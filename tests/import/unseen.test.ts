import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type GoldLine, type GoldManuscript, outcomeOf, readGold } from '../lib/gold-manuscripts.ts';

/*
 * Manuscripts and lines whose gold was written by somebody who had not seen the importer's code for their forms.
 * `differences.txt` lists what the importer gives instead of the gold. A change may make that list shorter.
 */

const FOLDER = path.join(import.meta.dirname, '../fixtures/manuscripts');
const SETS = {
  unseen: ['manuscripts'],
  siblings: ['newspapers', 'offices', 'web', 'others'],
  further: ['manuscripts', 'more'],
};

describe('reads forms that it was not written for, except for the known differences', () => {
  it.each(Object.entries(SETS))(
    '%s',
    async (set, files) => {
      const file = (name: string) => path.join(FOLDER, set, name);
      const manuscripts = files.flatMap((name) => readGold<GoldManuscript[]>(file(`${name}.yaml`)));
      const outcome = await outcomeOf(manuscripts, readGold<GoldLine[]>(file('lines.yaml')));
      const figures = (['values', 'splits'] as const).map((each) => {
        const { right, flagged, unflagged } = outcome[each];
        return `${each}: ${right} right, ${flagged} wrong and flagged, ${unflagged} wrong and unflagged`;
      });
      const listed = [...outcome.differences, ...figures, `false headings: ${outcome.falseHeadings}`];
      await expect(`${listed.join('\n')}\n`).toMatchFileSnapshot(file('differences.txt'));
    },
    120_000,
  );
});
