import { inject } from 'vitest';

/** Builds share Astro's folder of generated modules, so each worker runs commands in its own copy of the project. */
process.env.BULLETIN_TEST_PROJECT = inject('projects')[Number(process.env.VITEST_POOL_ID) - 1];
