/**
 * Puts text on the clipboard; call in answer to a click.
 *
 * By the copy command, which needs no permission: the window is granted none (main/app/session.ts), so that
 * `navigator.clipboard` refuses. False where nothing was copied.
 */
export function copyText(text: string): boolean {
  const fill = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', fill, { capture: true });
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', fill, { capture: true });
  }
}
