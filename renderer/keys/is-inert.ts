/**
 * When shortcuts must do nothing: while the user types, with a dialog or menu open, or where the focused control has its own
 * use for the key.
 */
const OPEN_LAYER = '[role="dialog"], [role="alertdialog"], [role="menu"]';
const TEXT_ENTRY = 'textarea, select, [contenteditable=""], [contenteditable="true"]';
const NOT_TYPED_IN = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file']);
const ARROWS = new Set(['ArrowUp', 'ArrowDown', 'Home', 'End']);

export function isInert(target: EventTarget | null, key: string): boolean {
  if (document.querySelector(OPEN_LAYER) !== null) return true;
  if (!(target instanceof Element)) return false;
  if (isTypedIn(target)) return true;
  if (key === 'Enter' || key === ' ')
    return target.closest('button, a[href], summary, input, iframe, [role="tab"]') !== null;
  // Inside text that scrolls, and in groups of radios or tabs, arrows belong to what has the focus.
  if (ARROWS.has(key))
    return target.closest('[data-own-arrows], input, [role="tablist"], [role="radiogroup"]') !== null;
  return false;
}

function isTypedIn(target: Element): boolean {
  if (target.closest(TEXT_ENTRY) !== null) return true;
  return target instanceof HTMLInputElement && !NOT_TYPED_IN.has(target.type);
}
