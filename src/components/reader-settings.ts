/** The reader's settings: stored in the browser and applied by the head script of the next page. */
const root = document.documentElement;
const inputs = document.querySelectorAll<HTMLInputElement>('input[data-reader]');

for (const input of inputs) {
  const key = input.dataset.reader ?? '';
  input.checked = input.value === (root.dataset[key] ?? '');
  input.addEventListener('change', () => {
    if (input.value) root.dataset[key] = input.value;
    else delete root.dataset[key];
    colourBrowser();
    save();
  });
}

colourBrowser();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', colourBrowser);

const panel = document.querySelector<HTMLDetailsElement>('.reader-settings');
document.addEventListener('click', ({ target }) => {
  if (panel?.open && target instanceof Node && !panel.contains(target)) panel.open = false;
});
panel?.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || !panel.open) return;
  panel.open = false;
  panel.querySelector('summary')?.focus();
});

/** Sets the colour of the browser's own bars to that of the reader's paper. */
function colourBrowser(): void {
  const isChosen = root.dataset.theme !== undefined || root.dataset.contrast !== undefined;
  // Reading the colour makes the browser compute styles, on each page before it is shown.
  const paper = isChosen ? getComputedStyle(root).backgroundColor : undefined;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    meta.dataset.standard ??= meta.content;
    meta.content = paper ?? meta.dataset.standard;
  }
}

function save(): void {
  const { size, theme, contrast } = root.dataset;
  try {
    localStorage.setItem('reader', JSON.stringify({ size, theme, contrast }));
  } catch {
    // Storage may be disabled: then the settings apply to this page only.
  }
}
