/** A text, a picture, or undefined if the file was deleted. */
export type Version = string | Blob | undefined;

/** A file that somebody else has changed, with both versions. */
export interface Conflict {
  path: string;
  mine: Version;
  theirs: Version;
}

/** Styles of the dialog, added in the same way as Sveltia's own. */
export const CONFLICT_STYLE = {
  hash: 'form-conflict',
  code: `
    .form-conflict { box-sizing: border-box; width: min(72rem, calc(100vw - 2rem)); max-height: calc(100dvh - 2rem);
      margin: auto; padding: 1.25rem; border: 1px solid #999; border-radius: 8px; overflow: auto;
      background: #fff; color: #1a1a1a; font: 16px/1.6 system-ui, sans-serif; }
    .form-conflict::backdrop { background: rgb(0 0 0 / 50%); }
    .form-conflict h2 { margin: 0 0 .5rem; font-size: 1.25rem; }
    .form-conflict p { margin: 0 0 .75rem; overflow-wrap: anywhere; }
    .form-conflict .versions { display: grid; gap: 1rem; margin-bottom: 1rem; }
    @media (width >= 45rem) { .form-conflict .versions { grid-template-columns: 1fr 1fr; } }
    .form-conflict h3 { margin: 0 0 .25rem; font-size: 1rem; }
    .form-conflict textarea { box-sizing: border-box; width: 100%; height: min(24rem, 36dvh); padding: .5rem;
      border: 1px solid #999; background: #fafafa; color: inherit; font: inherit; font-size: 14px; resize: vertical; }
    .form-conflict img { max-width: 100%; max-height: 36dvh; }
    .form-conflict button { min-height: 2.5rem; margin: .25rem .5rem .25rem 0; padding: 0 1rem; border: 1px solid #555;
      border-radius: 4px; background: #f2f2f2; color: inherit; font: inherit; cursor: pointer; }
  `,
};

/** Shows both versions of each file in a dialog. Closing it returns to the form with the editor's input unchanged. */
export function showConflicts(conflicts: readonly Conflict[]): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'form-conflict';
  dialog.setAttribute('aria-label', '没有保存：别人也改了');
  dialog.append(
    createNode('h2', '没有保存：别人也改了'),
    createNode(
      'p',
      '您打开以后，下面的文件被别人改过。为了不盖掉别人的改动，这次没有写进去；您填的都还在表单里。',
    ),
    createNode(
      'p',
      '改法：文章，先复制您的这一份，再点“重新打开表单”，打开这一篇，把您的改动补到现在的那一份里再保存；新稿件换一个文件名，图片换一个文件名再上传。浏览器问要不要恢复草稿时，选“放弃”。',
    ),
    ...conflicts.flatMap(versions),
    button('回到表单', () => dialog.close()),
    button('重新打开表单', () => location.reload()),
  );
  // Keep the form's own shortcuts, such as Escape to close it, from firing.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function versions({ path, mine, theirs }: Conflict): HTMLElement[] {
  const both = createNode('div', '');
  both.className = 'versions';
  both.append(version('您的这一份', mine), version('现在的那一份（别人改过）', theirs));
  const what = theirs === undefined ? '：已经删去或移走' : '';
  return [createNode('p', `文件 ${path}${what}`), both];
}

function version(label: string, content: Version): HTMLElement {
  const part = createNode('section', '');
  part.append(createNode('h3', label));
  if (typeof content === 'string') {
    const text = document.createElement('textarea');
    Object.assign(text, { readOnly: true, value: content, ariaLabel: label });
    const copy = button('复制', async () => {
      text.select();
      await navigator.clipboard.writeText(content);
      copy.textContent = '已复制';
    });
    part.append(text, copy);
  } else if (content === undefined) part.append(createNode('p', '没有这个文件。'));
  else {
    const picture = document.createElement('img');
    Object.assign(picture, { src: URL.createObjectURL(content), alt: label });
    part.append(picture);
  }
  return part;
}

function button(label: string, onClick: () => unknown): HTMLButtonElement {
  const made = document.createElement('button');
  Object.assign(made, { type: 'button', textContent: label, onclick: onClick });
  return made;
}

function createNode(name: string, text: string): HTMLElement {
  return Object.assign(document.createElement(name), { textContent: text });
}
