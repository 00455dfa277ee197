/** Where a change of a field is visible. */
type Where = 'pages' | 'form' | 'check';

const named = (kind: string, paths: string) => paths.split(' ').map((path) => `${kind}.${path}`);

/** Fields whose value appears in a page as typed. */
export const PRINTED: ReadonlySet<string> = new Set([
  ...named('site', 'title subtitle description publisher sponsor license contacts.label contacts.value'),
  ...named(
    'site',
    'records.icp records.police records.cn records.issn records.postalCode records.newsLicense',
  ),
  ...named('page', 'title summary'),
  ...['categories', 'topics', 'industries', 'series'].flatMap((kind) =>
    named(kind, 'id name description formerIds'),
  ),
  ...named('sources', 'name url'),
  ...named('regions', 'code name formerIds'),
  ...named('parks', 'name shortName aliases level type website summary formerIds'),
  ...named('issue', 'serial title editor cover.alt cover.caption cover.credit'),
  ...named('article', 'title kicker subtitle shortTitle dateNote byline.name byline.org dateline'),
  ...named('article', 'interviewee.name interviewee.post editor summary corrections.text'),
  ...named('article', 'reprint.url reprint.originalTitle reprint.originalAuthor genre'),
  ...named('article', 'review.first review.second review.final cover.alt cover.caption cover.credit'),
  ...named('withdrawn', 'withdrawn.reason'),
]);

/**
 * Fields that are used in another way, each with another value and where the change is visible; with other
 * values of the same file if the change needs them.
 */
export const VARIED: Record<string, [where: Where, value: unknown, given?: Record<string, unknown>]> = {
  'site.contacts.public': ['pages', false],
  'site.provinces': ['check', ['没有的省']],
  'site.review': ['check', true],
  'site.admin.backend': ['form', 'gitlab'],
  'site.admin.repo': ['form', 'other/repo'],
  'site.admin.branch': ['form', 'other'],
  'site.admin.folder': ['form', 'other'],
  'site.admin.apiRoot': ['form', 'https://other.example'],
  'site.admin.baseUrl': ['form', 'https://other.example'],
  'site.admin.appId': ['form', 'other'],
  'page.aliases': ['pages', ['/other/']],
  'categories.aliases': ['check', ['别的别名']],
  'categories.order': ['pages', 0],
  'topics.aliases': ['check', ['别的别名']],
  'industries.aliases': ['check', ['别的别名']],
  'series.aliases': ['check', ['别的别名']],
  'sources.id': ['check', 'other'],
  'sources.aliases': ['check', ['别的别名']],
  'regions.aliases': ['check', ['别的别名']],
  'regions.parent': ['pages', '990200'],
  'parks.parent': ['pages', undefined],
  'parks.county': ['pages', undefined],
  'parks.city': ['pages', '丁市'],
  'parks.industries': ['pages', undefined],
  'check.typos.wrong': ['check', '甲甲乙开'],
  'check.typos.right': ['check', '别的对字'],
  'check.typos.except': ['check', undefined],
  'check.places.wrong': ['check', '甲甲乙开'],
  'check.places.right': ['check', '别的对地'],
  'check.places.except': ['check', undefined],
  'check.phrases': ['check', undefined],
  'check.residue': ['check', ['今年开工']],
  'check.maps': ['check', undefined],
  'check.doubles': ['check', undefined],
  'check.distinct': ['check', ['甲乙桐心']],
  'issue.year': ['check', 2021],
  'issue.number': ['pages', 2],
  'issue.months': ['check', [8]],
  'issue.date': ['pages', '2022-09-29'],
  'issue.status': ['check', 'draft'],
  'issue.cover.src': ['pages', './images/c.svg'],
  'issue.categories': ['pages', undefined],
  'issue.pages.image': ['check', './pages/2.svg'],
  'issue.pages.pdf': ['check', './pages/2.pdf'],
  'issue.pdf': ['check', './other.pdf'],
  'issue.aliases': ['pages', ['/issues/2022-07/']],
  'article.titleBy': ['pages', undefined],
  'article.date': ['pages', '2022-09-06'],
  'article.category': ['pages', '另一栏目'],
  'article.park': ['pages', undefined, { scope: '县区' }],
  'article.county': ['pages', ['标记县别名', '戊县']],
  'article.city': ['pages', '丁市'],
  'article.scope': ['check', '全国', { park: undefined }],
  'article.byline.role': ['pages', '通讯员'],
  'article.source': ['pages', '另一来源'],
  'article.reprint.originalDate': ['pages', '2022-08-16'],
  'article.rights': ['pages', 'cleared'],
  'article.masked': ['pages', true],
  'article.series': ['pages', undefined],
  'article.topics': ['pages', undefined],
  'article.industries': ['pages', undefined],
  'article.page': ['pages', undefined, { lead: undefined, order: undefined }],
  'article.order': ['pages', undefined, { lead: undefined, page: undefined }],
  'article.lead': ['pages', undefined, { order: undefined, page: undefined }],
  'article.cover.src': ['pages', './images/c.svg'],
  'article.facts.quote': ['check', '开工项目13个'],
  'article.projects.park': ['check', '没有的园区'],
  'article.projects.quote': ['check', '开工项目13个'],
  'article.milestones.quote': ['check', '开工项目13个'],
  'article.related': ['pages', ['2022-09/second']],
  'article.aliases': ['pages', ['/other-article/']],
  'article.corrections.date': ['pages', '2022-11-01'],
  'article.status': ['pages', 'draft'],
  'article.waivers.rule': ['check', 'dash'],
  'article.waivers.quote': ['check', '今年'],
  'article.waivers.reason': ['check', undefined],
  'withdrawn.withdrawn.date': ['pages', '2022-11-09'],
  'withdrawn.withdrawn.hideTitle': ['pages', true],
};

/** Fields that a build uses only if they are set. */
export const BUILT: Record<string, string> = { 'site.admin.publish': 'admin/index.html' };

const LATER = 'taken from the text for data that no page shows yet; its quote is checked';
const RECORD = 'a record of where the draft came from, for the importer and for who edits it';

/** Unused fields, each with another value and the reason why it exists. */
export const UNUSED: Record<string, [value: unknown, reason: string]> = {
  'issue.pages.no': [2, 'pages of the printed issue are not shown yet; their files must be there'],
  'issue.pages.name': ['另名', 'pages of the printed issue are not shown yet; their files must be there'],
  'issue.pages.areas': [['另区'], 'pages of the printed issue are not shown yet; their files must be there'],
  'article.facts.label': ['另名', LATER],
  'article.facts.value': [13, LATER],
  'article.facts.unit': ['家', LATER],
  'article.facts.period': ['另一时期', LATER],
  'article.projects.name': ['另名', LATER],
  'article.projects.investment': [4, LATER],
  'article.projects.unit': ['万元', LATER],
  'article.projects.stage': ['投产', LATER],
  'article.milestones.date': ['2022-07-07', LATER],
  'article.milestones.text': ['另一节点', LATER],
  'article.import.from': ['另稿', RECORD],
  'article.import.sha256': ['b'.repeat(64), RECORD],
  'article.import.at': ['2022-09-02', RECORD],
  'article.import.printed': [['另文'], RECORD],
  'article.import.warnings': [['另一提醒'], RECORD],
};
