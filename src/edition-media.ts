import type { Picture } from '#core/content.ts';
import type { ThemeColours } from '#core/theme.ts';
import {
  articlesOf,
  type EditionMedia,
  type EditionPicture,
  type IssueDocument,
  OUTPUTS,
  picturesIn,
} from './editions/index.ts';
import { coverPicture } from './pictures/cover-picture.ts';
import { portablePicture } from './pictures/edition-picture-fs.ts';

/** The pictures of editions. Each is encoded once for all formats. */
export function editionMedia(colours: ThemeColours): EditionMedia {
  const pictures = new Map<string, Promise<EditionPicture>>();
  return {
    picture(picture) {
      const known = pictures.get(picture.hash) ?? portablePicture(picture, OUTPUTS.epub.maxPictureSide);
      pictures.set(picture.hash, known);
      return known;
    },
    cover(document) {
      const { site, label, number } = document;
      const lead = leadOf(document);
      const picture = document.issue.cover?.picture ?? (lead && firstPicture(lead));
      return coverPicture({
        masthead: site.title,
        label,
        number,
        colours,
        ...(lead && { headline: lead.article.shortTitle ?? lead.title }),
        ...(picture && { picture }),
      });
    },
  };
}

type Lead = ReturnType<typeof articlesOf>[number];

function leadOf(document: IssueDocument): Lead | undefined {
  const articles = articlesOf(document);
  return articles.find(({ article }) => article.lead) ?? articles[0];
}

function firstPicture(lead: Lead): Picture | undefined {
  return lead.article.cover?.picture ?? picturesIn(lead)[0]?.[1];
}
