/**
 * Makes Vite's bundler return freed memory to the system at once. Its allocator (mimalloc) waits 10 ms and then
 * purges on the next allocation, which never comes: 70 MB stay resident. mimalloc reads the variable when it is
 * loaded, so import this module before Vite.
 */
process.env.MIMALLOC_PURGE_DELAY ??= '0';
