/** Whether long test series run in full: `npm run test:long`. By default each runs a sample. */
export const LONG = process.env.BULLETIN_LONG_TESTS === '1';
