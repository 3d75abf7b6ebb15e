/**
 * Tells the window of key presses that it may not hear of itself.
 *
 * A message is shown in a frame without scripts: a key that is pressed while the frame has the focus is heard in there only,
 * where nothing listens. Here it is heard on its way in. Every press is told, since only the window knows which of its
 * elements has the focus; it takes up those that went into a message.
 */
import type { WebContents } from 'electron';
import type { KeyPress } from '#core/contract/events.ts';

export function reportKeyPresses(contents: WebContents, onPress: (press: KeyPress) => void): void {
  contents.on('before-input-event', (_event, input) => {
    if (input.type !== 'keyDown' || input.isComposing) return;
    const { key, code, control: ctrlKey, meta: metaKey, alt: altKey, shift: shiftKey } = input;
    onPress({ key, code, ctrlKey, metaKey, altKey, shiftKey });
  });
}
