/** Where the focus belongs on a screen when what had it is gone: the message list, else the page. */
export function focusMain(): void {
  const place = document.getElementById('message-list') ?? document.querySelector('main');
  if (place instanceof HTMLElement) place.focus({ preventScroll: true });
}
