import fc from 'fast-check';

/** The same random cases in every run, on every machine: a test that fails, fails for a change. */
fc.configureGlobal({ seed: 20220930 });
