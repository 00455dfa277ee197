/** Shows a message if the browser cannot search: Safari supports lookbehind in regular expressions from 16.4 on. */
try {
  // The pattern uses a text of the page, so that the bundler does not remove the line as dead code.
  document.title.search('(?<=a)');
} catch {
  for (const status of document.querySelectorAll('[data-search-status]'))
    status.textContent = '检索用不了：这个浏览器太旧，请换一个。';
}

export {};
