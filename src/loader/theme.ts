import { darkenUntil, parseColour } from '#core/colour.ts';
import type { Picture } from '#core/content.ts';
import type { Site } from '#core/schema/site.ts';
import {
  accentContrast,
  MIN_CONTRAST,
  STANDARD_ACCENT,
  type Theme,
  themeColours,
  themeCss,
} from '#core/theme.ts';
import type { ContentFolder } from './content-folder-fs.ts';
import type { DiagnosticCollector } from './diagnostic-collector.ts';
import { readThemeStyle } from './theme-style-fs.ts';

/** Beside the content folder. */
export const THEME_STYLE = '../theme/style.css';
/** Pixels: the largest icon that a phone asks for. */
const MIN_ICON_SIDE = 512;
/** Pixels: twice the width of a phone's screen, less the margins. */
const MIN_MASTHEAD_WIDTH = 700;

/**
 * Reads how the bulletin looks: `theme` of `site.yaml`, its pictures, and `theme/style.css`. Problems become
 * diagnostics.
 */
export async function readTheme(
  folder: ContentFolder,
  collector: DiagnosticCollector,
  site: Site | undefined,
): Promise<Theme> {
  const style = await readThemeStyle(folder.pathOf(THEME_STYLE));
  if (style) folder.collector(THEME_STYLE).add(style.findings);
  const values = style?.values ?? {};
  const { accent: typed, masthead, icon } = site?.theme ?? {};
  const accent = typed === undefined ? undefined : parseColour(typed);
  const { ground, contrast } = accentContrast(values, accent ?? STANDARD_ACCENT);
  if (contrast < MIN_CONTRAST) {
    const darker = darkenUntil(accent ?? STANDARD_ACCENT, ground, MIN_CONTRAST);
    const problem = `主色 ${accent ?? STANDARD_ACCENT} 在底色 ${ground} 上看不清：对比只有 ${contrast.toFixed(1)}，要 ${MIN_CONTRAST} 以上`;
    collector.at(['theme', 'accent'], 'theme-contrast', problem, `换深一点的，例如 '${darker}'`);
  }
  const pictures = {
    masthead: await pictureAt('masthead', masthead, mastheadProblem),
    icon: await pictureAt('icon', icon, iconProblem),
  };
  return {
    css: themeCss(values, accent),
    colours: themeColours(values, accent),
    ...(pictures.masthead && { masthead: pictures.masthead }),
    ...(pictures.icon && { icon: pictures.icon }),
  };

  async function pictureAt(
    key: string,
    src: string | undefined,
    problemOf: (picture: Picture) => { problem: string; fix: string } | undefined,
  ): Promise<Picture | undefined> {
    if (src === undefined) return undefined;
    const found = await folder.picture(collector.file, src);
    const wrong = 'problem' in found ? found : problemOf(found.picture);
    if (wrong) {
      const fix = wrong.fix.replace('这一期的', '内容文件夹的');
      collector.at(['theme', key], 'picture', `图片“${src}”${wrong.problem}`, fix);
      return undefined;
    }
    return 'problem' in found ? undefined : found.picture;
  }
}

function mastheadProblem({ format, width, height }: Picture) {
  const size = `（${width}×${height} 像素）`;
  if (width < height) {
    return { problem: `竖着${size}，报头要横排`, fix: '换一张宽大于高的，裁去四周的空白' };
  }
  if (format === 'svg' || width >= MIN_MASTHEAD_WIDTH) return undefined;
  return { problem: `太小${size}，报头会模糊`, fix: `换成 SVG，或宽 ${MIN_MASTHEAD_WIDTH} 像素以上的 PNG` };
}

function iconProblem({ format, width, height }: Picture) {
  const size = `（${width}×${height} 像素）`;
  if (width !== height) return { problem: `不是方的${size}`, fix: '裁成长宽一样的方图' };
  if (format === 'svg' || width >= MIN_ICON_SIDE) return undefined;
  return {
    problem: `太小${size}，装到手机桌面会模糊`,
    fix: `换成 SVG，或边长 ${MIN_ICON_SIDE} 像素以上的 PNG`,
  };
}
