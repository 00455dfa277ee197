export { articleHtml } from './article-html.ts';
export { issueHtml } from './issue-html.ts';
export { dataFile } from './data-file.ts';
export { jsonFeedFile } from './json-feed.ts';
export { rssFile } from './rss.ts';
export { sitemapFile, sitemapIndexFile } from './sitemap.ts';
