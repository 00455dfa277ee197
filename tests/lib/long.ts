/** Whether long series run in full: `npm run test:long`. By default each is cut to a sample of it. */
export const LONG = process.env.BULLETIN_LONG_TESTS === '1';
