/** Which screen is shown: the doors before there is mail, who are you before there is an owner, then wherever the user goes. */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { StatusView } from '#core/contract/views.ts';
import { BoundariesScreen } from '../boundaries/boundaries-screen.tsx';
import { useActions } from '../engine/actions.tsx';
import { engineQuery, type Part } from '../engine/queries.ts';
import { useCommands } from '../keys/use-commands.tsx';
import { COMMAND_OF_PART, PARTS, partTitle } from '../queue/parts.ts';
import type { Cursor } from '../queue/queue-rows.ts';
import { QueueScreen } from '../queue/queue-screen.tsx';
import { SearchScreen } from '../search/search-screen.tsx';
import { SenderScreen } from '../sender/sender-screen.tsx';
import { SettingsScreen } from '../settings/settings-screen.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { ConnectScreen } from '../welcome/connect-screen.tsx';
import { DropTarget } from '../welcome/drop-target.tsx';
import { OwnerScreen } from '../welcome/owner-screen.tsx';
import { WelcomeScreen } from '../welcome/welcome-screen.tsx';
import { useNavigation } from './navigation-context.tsx';
import type { Place } from './navigation.ts';
import { SampleBanner } from './sample-banner.tsx';
import { Sidebar } from './sidebar.tsx';
import { toPause, useSyncing } from './use-syncing.ts';
import styles from './screens.module.css';

export function Screens() {
  const status = useQuery(engineQuery('status.get', {}));
  const { place } = useNavigation();
  if (status.error !== null) {
    return (
      <div className={styles.alone}>
        <ErrorNote error={status.error} onRetry={() => void status.refetch()} />
      </div>
    );
  }
  if (status.data === undefined) return <div className={styles.alone} />;
  return (
    <DropTarget isSample={status.data.profile === 'sample'}>
      <Chosen status={status.data} place={place} />
    </DropTarget>
  );
}

function Chosen({ status, place }: { readonly status: StatusView; readonly place: Place }) {
  if (place.screen === 'connect') return <ConnectScreen status={status} accountId={place.accountId} />;
  if (place.screen === 'add-mail' || isEmpty(status)) return <WelcomeScreen isFirst={isEmpty(status)} />;
  if (!status.ownerConfirmed && status.messageCount > 0 && !status.jobs.some(({ state }) => state === 'running')) {
    return <OwnerScreen />;
  }
  // A profile of its own: row ids of one mean nothing in the other.
  return <Framed key={status.profile} status={status} place={place} />;
}

function isEmpty(status: StatusView): boolean {
  return (
    status.messageCount === 0 && status.accounts.length === 0 && !status.jobs.some(({ state }) => state === 'running')
  );
}

function Framed({ status, place }: { readonly status: StatusView; readonly place: Place }) {
  const { go, back } = useNavigation();
  const actions = useActions();
  const [isFocused, setFocused] = useState(false);
  const [cursors] = useState(() => new Map<Part, Cursor | undefined>());
  const syncing = useSyncing();
  const part = place.screen === 'queue' ? place.part : undefined;
  const mailboxes = status.accounts.filter(({ kind }) => kind === 'gmail');
  const pauseOrResume = () => {
    const running = toPause(status.accounts);
    for (const { id } of running) syncing.pause(id);
    if (running.length === 0) syncing.get();
    actions.tell(running.length === 0 ? 'Syncing goes on' : 'Syncing is paused');
  };
  const onCursor = useCallback(
    (cursor: Cursor | undefined) => part !== undefined && cursors.set(part, cursor),
    [cursors, part],
  );

  useCommands({
    ...Object.fromEntries(PARTS.map((each) => [COMMAND_OF_PART[each], () => go({ screen: 'queue', part: each })])),
    'go-boundaries': () => go({ screen: 'boundaries' }),
    'go-settings': () => go({ screen: 'settings' }),
    search: () => go({ screen: 'search', query: '' }),
    undo: () => void actions.undo(),
    ...(mailboxes.length === 0 ? {} : { 'get-mail': () => syncing.get(), 'pause-sync': pauseOrResume }),
    ...(place.screen === 'queue' ? {} : { back }),
  });

  const title = titleOf(place);
  useEffect(() => {
    document.title = `${title} – Acquaint`;
  }, [title]);

  return (
    <div className={styles.frame}>
      {status.profile === 'sample' && <SampleBanner />}
      <div className={styles.columns}>
        {!(isFocused && place.screen === 'queue') && <Sidebar />}
        {place.screen === 'queue' && (
          <QueueScreen
            key={place.part}
            part={place.part}
            startAt={cursors.get(place.part)}
            onCursor={onCursor}
            isFocused={isFocused}
            onToggleFocus={() => setFocused((is) => !is)}
          />
        )}
        {place.screen === 'sender' && (
          <SenderScreen key={`${place.personId} ${place.address}`} personId={place.personId} address={place.address} />
        )}
        {place.screen === 'search' && (
          <SearchScreen query={place.query} onQuery={(query) => go({ screen: 'search', query })} />
        )}
        {place.screen === 'boundaries' && <BoundariesScreen />}
        {place.screen === 'settings' && <SettingsScreen status={status} />}
      </div>
    </div>
  );
}

function titleOf(place: Place): string {
  switch (place.screen) {
    case 'queue':
      return partTitle(place.part);
    case 'sender':
      return 'Who is this?';
    case 'search':
      return 'Search';
    case 'boundaries':
      return 'Boundaries';
    case 'settings':
      return 'Settings';
    case 'add-mail':
      return 'Add mail';
    case 'connect':
      return 'Connect Gmail';
  }
}
