import { FOLDER_FORMS, ISSUE_FOLDER } from '#core/issue-folder.ts';
import { ID_PATTERN } from '#core/schema/field.ts';
import type { Site } from '#core/schema/site.ts';
import { backendOf } from './backend.ts';
import { type FileKind, type FormField, formFields } from './form-field.ts';
import { ADDED_PICTURES, ENTRIES, type FormFile, NAMES } from './form-file.ts';
import { createWidgetOf, type RegionNames, type Widget } from './widget.ts';

/** Data the page passes to the form: Sveltia's configuration, and how to read and write files. */
export interface FormSetup {
  config: Record<string, unknown>;
  /** Keyed by format name. */
  formats: Record<string, FormFile & { extension: string }>;
  /** A subfolder that must exist in the folder an editor opens; it identifies the bulletin's repository. */
  folder: string;
}

type Admin = NonNullable<Site['admin']>;

const SLUG = {
  editable: ['create'],
  hint: '就是网址，发布以后不再改动。小写英文字母、数字和连字符，例如 park-news',
  pattern: [ID_PATTERN.source, '只能用小写英文字母、数字和连字符。改法：例如 park-news'],
};
const BODY: Widget = {
  name: 'body',
  label: '正文',
  widget: 'markdown',
  required: false,
  hint: '段落之间空一行，段首不用空格。要配图，先把光标放在该在的地方，再点下面的“添加 插图”',
  modes: ['raw'],
};
/** Options of the article list: newest first, each with its status. */
const ARTICLE_LIST = {
  summary: "{{status | default('未写状态')}}｜{{date}}｜{{title}}",
  sortable_fields: {
    fields: ['date', 'title', 'order'],
    default: { field: 'date', direction: 'descending' },
  },
  view_filters: [
    { name: 'draft', label: '草稿', field: 'status', pattern: 'draft' },
    { name: 'ready', label: '可发', field: 'status', pattern: 'ready' },
    { name: 'withdrawn', label: '撤稿', field: 'status', pattern: 'withdrawn' },
  ],
};
/** Article fields shown above the body, since every article needs them. All others are shown below it. */
const ABOVE_BODY = ['title', 'category', 'date', 'byline', 'status'];
const ISSUE: Widget = {
  name: 'issue',
  label: '期',
  widget: 'relation',
  required: true,
  collection: 'issues',
  value_field: '{{slug}}',
  display_fields: ['{{slug}}'],
  hint: '新稿件存进这一期的文件夹。已经存过的稿件不能在这里换期',
};

const PICTURES = { media_folder: 'images', public_folder: './images' };

/** What the form's setup is made of. */
interface FormOptions {
  /** Title of the bulletin. */
  title: string;
  /** The site's settings for the form. */
  admin: Admin;
  /** Path of the bulletin's front page on its host, such as `/` or `/journal/`. */
  home: string;
  regions: RegionNames;
}

/** Returns the setup of a bulletin's form: its collections, with all fields derived from the schema. */
export function formSetup({ title, admin, home, regions }: FormOptions): FormSetup {
  const folder = admin.folder ?? 'content';
  const below = (path: string) => (folder === '.' ? path : `${folder}/${path}`);
  const context = { below, home, widgetOf: createWidgetOf(regions) };
  return {
    config: {
      load_config_file: false,
      app_title: `${title} 编辑表单`,
      logo: { src: `${home}icon-192.png` },
      backend: backendOf(admin),
      // Unused, but required: without it, Sveltia's asset page has two entries with the same key.
      media_folder: below('images'),
      media_libraries: { stock_assets: false },
      editor: { preview: false },
      output: { omit_empty_optional_fields: true },
      collections: [
        ...articleCollections(context),
        issueCollection(context),
        inboxCollection(context),
        { divider: true },
        parkCollection(context),
        registerCollection(context),
        pageCollection(context),
        siteCollection(context),
      ],
    },
    formats: {
      'article.md': { extension: 'md', shape: 'markdown', fields: formFields('article') },
      'article.mdx': { extension: 'mdx', shape: 'markdown', fields: formFields('article') },
      'issue.yaml': { extension: 'yaml', shape: 'object', fields: formFields('issue') },
      'park.yaml': { extension: 'yaml', shape: 'object', fields: formFields('park') },
      'page.md': { extension: 'md', shape: 'markdown', fields: formFields('page') },
      'site.yaml': { extension: 'yaml', shape: 'object', fields: formFields('site') },
      'categories.yaml': { extension: 'yaml', shape: 'list', fields: formFields('categories') },
      'terms.yaml': { extension: 'yaml', shape: 'list', fields: formFields('terms') },
      'sources.yaml': { extension: 'yaml', shape: 'list', fields: formFields('sources') },
    },
    folder: below('issues').split('/')[0] ?? '',
  };
}

interface CollectionContext {
  /** The path in the repository of a path in the content folder. */
  below(path: string): string;
  home: string;
  widgetOf(field: FormField): Widget;
}

function articleCollections({ below, home, widgetOf }: CollectionContext) {
  const articles = {
    folder: below('issues'),
    path: '{{issue}}/{{slug}}',
    fields: [ISSUE, ...articleWidgets(widgetOf)],
    ...ARTICLE_LIST,
    view_groups: { groups: [{ name: 'issue', label: '期', field: 'issue' }] },
    slug: SLUG,
    preview_path: `${home}issues/{{dirname}}/{{filename}}/`,
    delete: false,
    ...PICTURES,
    // A path relative to the entry would create a folder for each article.
    media_folder: `/${below('issues')}/{{dirname}}/images`,
  };
  return [
    { name: 'articles', label: '稿件', icon: 'article', format: 'article.md', ...articles },
    { name: 'articles-mdx', label: '带图表的稿件', icon: 'bar_chart', format: 'article.mdx', ...articles },
  ];
}

function issueCollection({ below, home, widgetOf }: CollectionContext) {
  return {
    name: 'issues',
    label: '期',
    icon: 'newsmode',
    folder: below('issues'),
    path: '{{slug}}/issue',
    format: 'issue.yaml',
    identifier_field: 'serial',
    // A special issue may have no number.
    summary: "{{year}}年{{number | ternary('第', '')}}{{number}}{{number | ternary('期', '')}} {{title}}",
    slug: {
      editable: ['create'],
      hint: `一期的文件夹名，${FOLDER_FORMS}`,
      pattern: [ISSUE_FOLDER.source, `不是期的文件夹名。改法：${FOLDER_FORMS}`],
    },
    fields: formFields('issue').map(widgetOf),
    sortable_fields: { fields: ['date'], default: { field: 'date', direction: 'descending' } },
    preview_path: `${home}issues/{{dirname}}/`,
    delete: false,
    ...PICTURES,
  };
}

function inboxCollection({ below, home, widgetOf }: CollectionContext) {
  return {
    name: 'inbox',
    label: '来稿箱',
    icon: 'inbox',
    folder: below('inbox'),
    format: 'article.md',
    fields: articleWidgets(widgetOf),
    ...ARTICLE_LIST,
    slug: SLUG,
    preview_path: `${home}inbox/{{filename}}/`,
    ...PICTURES,
  };
}

function parkCollection({ below, widgetOf }: CollectionContext) {
  return {
    name: 'parks',
    label: '园区',
    icon: 'factory',
    folder: below('parks'),
    format: 'park.yaml',
    identifier_field: 'name',
    summary: '{{name}}',
    sortable_fields: ['name', 'level'],
    slug: SLUG,
    fields: [...formFields('park').map(widgetOf), hidden(NAMES)],
    delete: false,
  };
}

function registerCollection({ below, widgetOf }: CollectionContext) {
  const register = (name: string, label: string, kind: FileKind) => ({
    name,
    label,
    file: below(`${name}.yaml`),
    format: `${kind}.yaml`,
    fields: [entriesWidget(kind, widgetOf)],
  });
  return {
    name: 'registers',
    label: '名录',
    icon: 'list_alt',
    files: [
      register('categories', '栏目', 'categories'),
      register('series', '专栏', 'terms'),
      register('topics', '主题', 'terms'),
      register('industries', '产业', 'terms'),
      register('sources', '来源', 'sources'),
    ],
  };
}

function pageCollection({ below, home, widgetOf }: CollectionContext) {
  return {
    name: 'pages',
    label: '固定页面',
    icon: 'description',
    folder: below('pages'),
    format: 'page.md',
    slug: SLUG,
    fields: [...formFields('page').map(widgetOf), { ...BODY, hint: '段落之间空一行，段首不用空格' }],
    delete: false,
    preview_path: `${home}{{filename}}/`,
    ...PICTURES,
  };
}

function siteCollection({ below, widgetOf }: CollectionContext) {
  const file = {
    name: 'site',
    label: '刊物设置',
    file: below('site.yaml'),
    format: 'site.yaml',
    fields: formFields('site').map(widgetOf),
  };
  return { name: 'site', label: '刊物设置', icon: 'settings', files: [file] };
}

/** A new article requires a title and starts as a draft. Fields in ABOVE_BODY come before the body, all others after. */
function articleWidgets(widgetOf: CollectionContext['widgetOf']): Widget[] {
  const widgets = formFields('article').map((field) => ({
    ...widgetOf(field),
    ...(field.name === 'title' && { required: true }),
    ...(field.name === 'status' && { default: 'draft' }),
  }));
  const cover = formFields('article').find(({ name }) => name === 'cover');
  const pictures: Widget = {
    name: ADDED_PICTURES,
    label: '插图',
    hint: '保存时，图片存进稿件旁边的 images 文件夹；正文里的“【插图1】”换成第一张图，“【插图2】”换成第二张。正文里没有这一行的，排在末尾',
    required: false,
    widget: 'list',
    fields: cover?.fields?.map(widgetOf) ?? [],
  };
  const above = ABOVE_BODY.flatMap((field) => widgets.filter(({ name }) => name === field));
  const below = widgets.filter((widget) => !above.includes(widget));
  return [...above, BODY, pictures, ...below];
}

function entriesWidget(kind: FileKind, widgetOf: CollectionContext['widgetOf']): Widget {
  return {
    name: ENTRIES,
    label: '条目',
    widget: 'list',
    required: true,
    collapsed: true,
    summary: '{{fields.name}}',
    fields: formFields(kind).map(widgetOf),
  };
}

/** A field that is read and stored with the entry but not shown. */
function hidden(name: string) {
  return { name, widget: 'hidden' };
}
