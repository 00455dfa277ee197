import { PNG_ICONS } from '#core/icons.ts';
import type { ViewContext } from './view.ts';

/** The web app manifest: what a phone shows of the bulletin on its home screen. */
export function manifestView({ archive, urls }: ViewContext) {
  const { site, theme } = archive.content;
  return {
    id: urls.home(),
    name: site.title,
    short_name: site.title,
    description: site.description,
    lang: 'zh-CN',
    dir: 'ltr',
    start_url: urls.home(),
    scope: urls.home(),
    // Keeps the browser's back button: the site has none of its own.
    display: 'minimal-ui',
    theme_color: theme.colours.accent,
    background_color: theme.colours.paper,
    icons: PNG_ICONS.filter(({ shape }) => shape !== 'square').map(({ name, size, shape }) => ({
      src: urls.file(`${name}.png`),
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose: shape === 'maskable' ? 'maskable' : 'any',
    })),
  };
}
