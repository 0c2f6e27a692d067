// Puts a text on the clipboard, also where a page that came over plain http is not given the browser's own way.

/** Whether the text is there now. */
export async function copied(text) {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text).then(() => true, () => false);
  }
  const box = Object.assign(document.createElement('textarea'), { value: text, readOnly: true, className: 'unseen' });
  const focused = /** @type {HTMLElement} */ (document.activeElement);
  document.body.append(box);
  box.select();
  const done = document.execCommand('copy');
  box.remove();
  focused?.focus();
  return done;
}
