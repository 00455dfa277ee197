import type { Files } from '../lib/bulletin-files.ts';

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600"><rect width="800" height="600"/></svg>';

/** Changes of the valid bulletin for a hostile input, including the files that it refers to. */
export function hostileBulletin(files: Files): Files {
  return {
    'pages/about.md': '---\ntitle: 关于\n---\n\n几句话。\n',
    'issues/2022-09/images/a.svg': DRAWING,
    ...files,
  };
}
