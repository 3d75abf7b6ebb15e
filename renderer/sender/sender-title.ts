/** What a sender is called. */
import type { SenderView } from '#core/contract/views.ts';

export function senderTitle({ name, addresses }: Pick<SenderView, 'name' | 'addresses'>): string {
  return name === '' ? (addresses[0] ?? 'Unknown sender') : name;
}
