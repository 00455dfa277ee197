import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/** Where an article's page stands; its slug keeps it apart from issues and years. */
const ARTICLE = /^issues\/\d{4}-\d{2}(?:-\d{2})?\/[^/]+\/$/u;

/** Makes Pagefind's index of the article pages once they are written. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, pages, logger }) => {
        const root = fileURLToPath(dir);
        const { index, errors } = await createIndex({ forceLanguage: 'zh-cn' });
        if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
        try {
          const articles = pages.map(({ pathname }) => pathname).filter((name) => ARTICLE.test(name));
          for (const url of articles.toSorted()) {
            const content = await readFile(path.join(root, url, 'index.html'), 'utf8');
            const added = await index.addHTMLFile({ url, content });
            if (added.errors.length > 0) throw new Error(`${url}: ${added.errors.join('; ')}`);
          }
          const written = await index.writeFiles({ outputPath: path.join(root, 'pagefind') });
          if (written.errors.length > 0) throw new Error(written.errors.join('; '));
          logger.info(`${articles.length} articles indexed`);
        } finally {
          await index.deleteIndex();
          await close();
        }
      },
    },
  };
}
