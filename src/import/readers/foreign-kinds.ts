import { UnreadableError } from '../manuscript.ts';

/** Files that are not manuscripts: what they are, and what to do; by extension. */
const KINDS: [extensions: string, what: string, fix: string][] = [
  [
    'xls xlsx xlsm xlsb xlt et ett csv tsv ods numbers',
    '表格',
    '用 Excel 或 WPS 打开，把要刊登的部分复制进 Word，存成 .docx 再导入',
  ],
  [
    'ppt pptx pptm pps ppsx pot dps odp key',
    '幻灯片',
    '用 PowerPoint 或 WPS 打开，把文字复制进 Word，存成 .docx 再导入；图片另存出来',
  ],
  ['pages', 'Pages 文档', '在 Pages 里点“文件—导出为—Word”，存成 .docx 再导入'],
  [
    'rar 7z tar gz tgz bz2 xz cab iso arj lzh zipx',
    '.zip 以外的压缩包',
    '解开它，导入解出来的文件夹；或者重新压缩成 .zip',
  ],
  ['eml msg mbox', '邮件', '打开邮件，把正文复制出来存成 .txt，附件另存出来，再一起导入'],
  [
    'ofd ceb cebx caj kdh nh xps oxps djvu ps eps ai indd idml qxd cdr fbd',
    '版式文件',
    '向作者要 Word 原稿；或者用它的阅读软件打开，复制文字存成 .txt 再导入',
  ],
  ['epub mobi azw azw3 chm', '电子书', '用阅读软件打开，把要用的一篇复制出来，存成 .txt 再导入'],
  [
    'mp3 wav m4a amr wma aac flac ogg mp4 mov avi mkv flv wmv m4v mpg mpeg 3gp webm',
    '录音或录像',
    '导入的是文字：先整理成文字稿，存成 .docx 或 .txt',
  ],
  [
    'url webloc lnk desktop website',
    '网址的快捷方式，里面没有文章',
    '打开它，在浏览器里“另存为—网页，全部”，再导入存下来的网页',
  ],
  ['webarchive', 'Safari 的网页存档', '用 Chrome 或 Edge 打开原来的网页，“另存为—网页，全部”，再导入'],
  [
    'crdownload part download downloading td xltd baiduyun opdownload tmp',
    '没有下载完的文件',
    '重新下载，等到下载完成再导入',
  ],
  ['bak wbk asd wiz', '备份文件', '导入原来的文件；原来的没有了，用 Word 打开它，另存为 .docx'],
  [
    'exe dll msi com scr apk dmg pkg app bat cmd ps1 vbs jar sh js mjs ts css php py asp aspx jsp',
    '程序',
    '它不是稿件，不用导入；别人当作稿件发来的，不要打开它，问清楚再说',
  ],
  ['ttf otf ttc woff woff2 fon', '字体', '它不是稿件，不用导入'],
  [
    'json xml yaml yml sql db mdb accdb sqlite log ini cfg',
    '数据文件',
    '它不是稿件，不用导入；要从里面取文字，复制出来存成 .txt',
  ],
  [
    'xmind mmap mm enex one vsd vsdx mpp dwg dxf',
    '别的软件的文件',
    '用原来的软件打开，把文字复制进 Word，存成 .docx 再导入',
  ],
];
const BY_EXTENSION = new Map(
  KINDS.flatMap(([extensions, what, fix]) =>
    extensions.split(' ').map((extension) => [extension, { what, fix }] as const),
  ),
);
export const PICTURE_FIX =
  '是配图的，和用它的稿件放在一起导入；是拍照或扫描的稿子，先做文字识别，存成 .txt 再导入';

/** The error for a file that no reader knows. */
export function foreignKindError(extension: string): UnreadableError {
  const known = BY_EXTENSION.get(extension);
  if (known) return new UnreadableError(`这是${known.what}（.${extension}）`, known.fix);
  return new UnreadableError(
    `不认识 .${extension} 文件`,
    '能导入的是 .docx、.txt、.md、.html、.mhtml、.doc、.pdf 和装着它们的文件夹或 .zip；其他的请另存为 .docx',
  );
}

/**
 * What a zip is, if it is not a zip of manuscripts: Word, Excel and other programs store their files as zips.
 * @returns the extension of such files; undefined for other zips
 */
export function kindOfZip(names: Iterable<string>): string | undefined {
  const all = [...names].map((name) => name.toLowerCase());
  const has = (pattern: RegExp) => all.some((name) => pattern.test(name));
  if (has(/^\[content_types\]\.xml$/u)) {
    if (has(/^xl\//u)) return 'xlsx';
    if (has(/^ppt\//u)) return 'pptx';
    return 'docx';
  }
  if (has(/^meta-inf\/container\.xml$/u)) return 'epub';
  if (has(/^ofd\.xml$/u)) return 'ofd';
  if (has(/^index\/document\.iwa$/u)) return 'pages';
  if (has(/^meta-inf\/manifest\.xml$/u) && has(/^content\.xml$/u)) return 'odt';
  return undefined;
}
