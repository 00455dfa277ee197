import { defineConfig } from 'astro/config';
import { astroConfig } from './src/config.ts';

// For Astro's own commands and editors; ours pass the same configuration themselves.
export default defineConfig(astroConfig());
