/** The window's ear: engine events to queries and news; the network's state to the engine. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { JobView } from '#core/contract/views.ts';
import { useActions } from '../engine/actions.tsx';
import { applyEvent } from '../engine/apply-event.ts';
import { useSpeak } from '../ui/spoken-news.tsx';
import { useNavigation } from './navigation-context.tsx';

export function EngineEvents() {
  const client = useQueryClient();
  const actions = useActions();
  const speak = useSpeak();
  const { go } = useNavigation();

  useEffect(() => {
    return window.acquaint.onEvent((event) => {
      applyEvent(client, event);
      if (event.type === 'job' && event.job.state !== 'running') speak(jobEndInWords(event.job));
      if (event.type === 'profile-changed') {
        actions.forget();
        go({ screen: 'queue', part: 'inbox' });
      }
    });
  }, [actions, client, speak, go]);

  useEffect(() => {
    const tell = () => actions.send('network.changed', { online: navigator.onLine });
    window.addEventListener('online', tell);
    window.addEventListener('offline', tell);
    return () => {
      window.removeEventListener('online', tell);
      window.removeEventListener('offline', tell);
    };
  }, [actions]);

  return undefined;
}

function jobEndInWords(job: JobView): string {
  switch (job.state) {
    case 'done':
      return `${job.title}: done. ${job.status}`;
    case 'cancelled':
      return `${job.title}: stopped`;
    case 'failed':
      return `${job.title}: failed. ${job.error?.message ?? ''}`;
    case 'paused':
      return `${job.title}: paused`;
    case 'running':
      return job.title;
  }
}
