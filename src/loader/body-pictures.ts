import type { CaptionedPicture } from '#core/content.ts';
import type { Finding } from '#core/diagnostic.ts';
import type { Inspection } from '../markdown/inspect.ts';
import { noteFindings } from './picture-notes.ts';
import type { PictureResult } from './pictures-fs.ts';
import type { DiagnosticCollector } from './diagnostic-collector.ts';

/** Reads the pictures of a body, by their `src`; records problems as diagnostics. */
export async function readPictures(
  body: Pick<Inspection, 'pictures'>,
  collector: DiagnosticCollector,
  read: (src: string) => Promise<PictureResult>,
): Promise<Record<string, CaptionedPicture>> {
  const pictures = new Map<string, CaptionedPicture>();
  for (const { src, alt, caption, credit, line, windows } of body.pictures) {
    const place = { line, column: 1 };
    const result = await read(src);
    if ('problem' in result) {
      const { problem, fix } = windows
        ? { problem: `图片“${windows.typed}”的路径用了反斜线“\\”`, fix: `改用“/”：${windows.corrected}` }
        : { problem: `图片“${src}”${result.problem}`, fix: result.fix };
      collector.add([{ rule: 'picture', ...place, problem, fix }]);
      continue;
    }
    collector.add(noteFindings(result.notes, src, place));
    if (!credit) collector.add([{ ...place, ...withoutCredit(src, alt, caption) }]);
    const { picture } = result;
    pictures.set(src, { picture, alt, ...(caption && { caption }), ...(credit && { credit }) });
  }
  return Object.fromEntries(pictures);
}

function withoutCredit(src: string, alt: string, caption = '图注'): Finding {
  return {
    rule: 'picture-credit',
    severity: 'warning',
    problem: `图片“${src}”没有署名`,
    fix: `![${alt || '画面里有什么'}](${src} "${caption}｜摄影：某某")`,
  };
}
