/** The part of Rolldown's information about an output file that its name depends on. */
interface NamedFile {
  name?: string;
  names?: string[];
}

/**
 * Names of the built scripts and styles: letters, digits and hyphens before the hash, so that hosts, proxies and
 * build tools do not mistake them for hidden or private files. Astro derives them from routes, `[...page]` becomes
 * `_..`.
 * @param folder Astro's folder for assets
 */
export function assetNames(folder = '_astro') {
  const script = (file: NamedFile) => `${folder}/${plainName(file.name)}.[hash].js`;
  const output = {
    entryFileNames: script,
    chunkFileNames: script,
    assetFileNames: ({ names }: NamedFile) => `${folder}/${plainName(names?.[0])}.[hash][extname]`,
  };
  const { assetFileNames } = output;
  return {
    client: { build: { rolldownOptions: { output } } },
    // Style sheets of pages are named when pages are compiled.
    prerender: { build: { rolldownOptions: { output: { assetFileNames } } } },
  };
}

/** `Header.astro_astro_type_script_index_0_lang` → `Header`, `_slug_` → `slug`. */
export function plainName(name = ''): string {
  const words = name.split(/\.astro|@/u)[0]?.match(/[A-Za-z0-9-]+/gu) ?? [];
  return words.filter((word) => word !== 'css' && word !== 'js').join('-') || 'page';
}
