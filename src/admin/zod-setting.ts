import { config } from 'zod';

// Imported before every schema: the form's policy lets no script be made of text, and Zod tries to.
config({ jitless: true });
