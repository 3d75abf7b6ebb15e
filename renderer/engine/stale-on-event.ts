/** Which answers an event makes stale. */
import type { AppEvent } from '#core/contract/events.ts';
import type { ReadRequestName } from '#core/contract/requests.ts';

const SHOWN_FROM_MAIL = [
  'queue.list',
  'message.get',
  'message.list',
  'sender.get',
  'people.search',
  'search.list',
  'boundary.list',
] as const satisfies readonly ReadRequestName[];

/** `all`: another profile's mail; nothing of what is shown may stay on the screen. */
export function staleAfter(event: AppEvent): readonly ReadRequestName[] | 'all' {
  switch (event.type) {
    case 'queue-changed':
      return [...SHOWN_FROM_MAIL, 'status.get'];
    case 'status-changed':
      return ['status.get'];
    case 'job':
      // A running job's numbers are put in place as they come; only its end changes more.
      return event.job.state === 'running' ? [] : ['status.get'];
    case 'outbox':
      return event.item.state === 'undoable' || event.item.state === 'sending' ? [] : ['boundary.list', 'sender.get'];
    case 'profile-changed':
      return 'all';
    case 'open-url':
    case 'link-clicked':
    case 'key-pressed':
    case 'foreseeing':
      return [];
  }
}
