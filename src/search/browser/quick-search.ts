import { element } from './element.ts';
import { Names } from './names.ts';
import { typedPinyin } from './pinyin-match.ts';
import { attachSuggestions } from './suggest.ts';

const HINT = '输入名录里的名称或拼音，选中即到；按回车检索全部稿件。';
const NO_NAMES = '名称没有载入，只能按回车检索全部稿件。';

let dialog: HTMLDialogElement | undefined;

/**
 * Opens a dialog that offers the pages that a name leads to; Enter without a selected name goes to the search page.
 * @param search address of the search page
 * @param namesAddress file with the names
 * @param placeholder hint in the empty box
 */
export function openQuickSearch(search: string, namesAddress: string, placeholder: string): void {
  dialog ??= createDialog(search, namesAddress, placeholder);
  if (dialog.open) return;
  dialog.showModal();
  const input = dialog.querySelector('input');
  input?.select();
  input?.dispatchEvent(new Event('input'));
}

function createDialog(search: string, namesAddress: string, placeholder: string): HTMLDialogElement {
  const names = new Names(namesAddress);
  const input = element('input', {
    id: 'quick-query',
    name: 'q',
    type: 'search',
    placeholder,
    autocomplete: 'off',
  });
  const label = element('label', { className: 'unseen', htmlFor: input.id }, '检索');
  const close = element('button', { type: 'button' }, '关闭');
  const box = element('p', { className: 'search-box' }, label, input, element('button', {}, '检索'), close);
  const form = element('form', { action: search, role: 'search' }, box);
  const status = element('p', { role: 'status' }, HINT);
  const created = element('dialog', { className: 'quick-search' }, form, status);
  created.setAttribute('aria-label', '快速检索');
  document.body.append(created);

  attachSuggestions(input, {
    id: 'quick-suggestions',
    most: 8,
    names: async () => {
      try {
        return await names.load();
      } catch (error) {
        console.warn(error);
        status.textContent = NO_NAMES;
        return [];
      }
    },
    // Pinyin letters are not searched for in texts; a name in hanzi may be.
    takesSole: ({ isBegun }, typed) => isBegun && typedPinyin(typed) !== undefined,
    onOffer: (count) => {
      if (status.textContent !== NO_NAMES)
        status.textContent = count > 0 ? `${count}个名称，用上下键选` : HINT;
    },
  });
  close.addEventListener('click', () => created.close());
  // In a search field the browser takes the key to empty the field.
  created.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    created.close();
  });
  created.addEventListener('click', ({ target }) => {
    // A click on the backdrop has the dialog itself as its target.
    if (target === created) created.close();
  });
  return created;
}
