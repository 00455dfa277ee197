/** Says so where the browser cannot search: regular expressions that look behind came to Safari with 16.4. */
try {
  // A text of the page, so that the bundler does not take the line for one without effect.
  document.title.search('(?<=a)');
} catch {
  for (const status of document.querySelectorAll('[data-search-status]'))
    status.textContent = '检索用不了：这个浏览器太旧，请换一个。';
}

export {};
