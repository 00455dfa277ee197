import { config } from 'zod';

// Import this before any schema: Zod compiles code from strings, which the form's policy blocks.
config({ jitless: true });
