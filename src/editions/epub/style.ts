/** The style sheet of an EPUB. Colours of text and paper are the reader's; sizes follow the reader's own. */
export const STYLE = `@namespace epub "http://www.idpf.org/2007/ops";
body { margin: 0 4%; line-height: 1.75; text-align: justify; line-break: strict; overflow-wrap: break-word; }
p { margin: 0; text-indent: 2em; orphans: 2; widows: 2; }
h1, h2, h3, h4, h5, h6 { line-height: 1.4; text-align: left; break-after: avoid; page-break-after: avoid; }
h1 { margin: 0.4em 0 0.5em; font-size: 1.5em; }
h2 { margin: 1.6em 0 0.6em; font-size: 1.2em; }
h3 { margin: 1.4em 0 0.5em; font-size: 1.1em; }
h4, h5, h6 { margin: 1.2em 0 0.4em; font-size: 1em; }
header p, footer p, .colophon p, .corrections p, li p, td p, figcaption, aside p { text-indent: 0; }
header { margin-bottom: 1.6em; }
.kicker { font-size: 0.95em; }
.subtitle { margin-bottom: 0.6em; }
.byline, .note, footer { font-size: 0.85em; }
.byline i { font-style: normal; }
.note { margin-top: 0.4em; padding-left: 0.6em; border-left: 3px solid; }
.continued { text-indent: 0; }
.dateline { margin-right: 1em; font-weight: bold; }
em { font-style: normal; -epub-text-emphasis: filled dot; -webkit-text-emphasis: filled dot; text-emphasis: filled dot; -webkit-text-emphasis-position: under; text-emphasis-position: under right; }
em.latin { font-style: italic; -epub-text-emphasis: none; -webkit-text-emphasis: none; text-emphasis: none; }
blockquote { margin: 1em 0 1em 2em; }
ul, ol { margin: 0.8em 0; padding-left: 2em; }
hr { width: 30%; margin: 1.6em auto; border: 0; border-top: 1px solid; }
pre { white-space: pre-wrap; }
sup { font-size: 0.75em; line-height: 1; }
figure { margin: 1.2em 0; text-align: center; break-inside: avoid; page-break-inside: avoid; }
figure img { max-width: 100%; max-height: 90vh; height: auto; }
figure img.portrait { max-width: 80%; }
figcaption { margin-top: 0.3em; font-size: 0.85em; line-height: 1.5; }
.credit { margin-left: 1em; }
table { width: 100%; margin: 1.2em 0; border-collapse: collapse; font-size: 0.9em; line-height: 1.5; text-align: left; }
table.wide { font-size: 0.75em; }
caption { margin-bottom: 0.4em; font-weight: bold; }
th, td { padding: 0.3em 0.4em; border-bottom: 1px solid; vertical-align: top; }
.align-right { text-align: right; }
.align-center { text-align: center; }
.chart td { width: 20%; text-align: right; }
.chart .bar { width: 50%; }
.chart svg { width: 100%; height: 0.8em; fill: currentColor; }
.notes, .corrections, footer { margin-top: 2em; padding-top: 0.6em; border-top: 1px solid; }
.notes h2, .corrections h2 { margin: 0 0 0.4em; font-size: 1em; }
.notes aside { margin: 0.4em 0; font-size: 0.85em; }
.number { margin-right: 0.4em; }
nav ol { padding-left: 0; list-style: none; }
nav ol ol { padding-left: 1em; }
nav span { display: block; margin-top: 1em; font-weight: bold; }
nav li { margin: 0.3em 0; }
body.cover { margin: 0; text-align: center; }
body.cover img { max-width: 100%; max-height: 100vh; }
`;
