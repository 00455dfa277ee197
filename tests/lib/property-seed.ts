import fc from 'fast-check';

/** Fixes the seed: every run has the same random cases, so that only a change of the code can break a test. */
fc.configureGlobal({ seed: 20220930 });
