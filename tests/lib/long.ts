/** Whether long test series run in full: `npm run test:long`. By default each runs a sample. */
export const LONG = process.env.BULLETIN_LONG_TESTS === '1';

/** Further cases of the same kinds as others of their list: only a long run has them. */
export const onlyLong = <T>(...further: T[]): T[] => (LONG ? further : []);

/** How many random cases a property takes: a short run a quarter, always the same ones, since the seed is fixed. */
export const cases = (full: number): number => (LONG ? full : Math.ceil(full / 4));
