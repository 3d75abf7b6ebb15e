/** Where the focus belongs on a screen when what had it is gone: the message list, else the page. */
export function focusMain(): void {
  const place = document.getElementById('message-list') ?? document.querySelector('main');
  if (place instanceof HTMLElement) place.focus({ preventScroll: true });
}

/**
 * Gives the focus back to what had it before a dialog opened.
 *
 * Radix does so only for a dialog with a trigger of its own; ours are opened by keys too. The bare page and a frame are not
 * given it: there the keys would be lost to the queue.
 */
export function giveFocusBack(opener: Element | null): void {
  if (!(opener instanceof HTMLElement) || !opener.isConnected || opener === document.body) return focusMain();
  if (opener.localName === 'iframe') return focusMain();
  opener.focus({ preventScroll: true });
  // What cannot take it any more (disabled, or hidden) leaves it on the page.
  if (document.activeElement !== opener) focusMain();
}
