import fc from 'fast-check';

/** Fixes the seed: the same random cases in every run, so that only a change can make a test fail. */
fc.configureGlobal({ seed: 20220930 });
