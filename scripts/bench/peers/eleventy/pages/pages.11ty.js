import * as views from '../views.js';

export const data = {
  pagination: { data: 'collections.pages', size: 1, alias: 'one' },
  permalink: ({ one }) => one.url,
};

export function render({ one }) {
  return views.page(one.title, undefined, one.html());
}
