/** Once more; a list that did not take the click has other ways out, which are shown first. */
import type { OutboxItem } from '#core/contract/views.ts';
import { useLayers } from '../app/layers-context.ts';
import { useActions } from '../engine/actions.tsx';
import { Button } from '../ui/button.tsx';

export function RetryButton({ item }: { readonly item: OutboxItem }) {
  const actions = useActions();
  const { unsubscribe } = useLayers();
  if (item.kind !== 'unsubscribe') return <Button onClick={() => void actions.retry(item.id)}>Retry</Button>;
  const show = () =>
    unsubscribe({
      ids: item.messageRowIds,
      hasFailed: true,
      onGo: ({ way, body }) =>
        void actions.retry(item.id, { ...(way === undefined ? {} : { way }), ...(body === undefined ? {} : { body }) }),
    });
  return <Button onClick={show}>Other ways…</Button>;
}
