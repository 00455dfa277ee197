/**
 * Vite's bundler keeps what it has freed for ten milliseconds that never end, since it does nothing
 * more: 70 MB. Must be imported before it is (mimalloc reads this once, when it is loaded).
 */
process.env.MIMALLOC_PURGE_DELAY ??= '0';
