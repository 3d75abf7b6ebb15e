/** Where one can go, how much is there, and what the engine is doing. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import {
  Bot,
  Handshake,
  Inbox,
  Mails,
  Newspaper,
  Search,
  Settings,
  Shield,
  UserRound,
  UserRoundSearch,
  type LucideIcon,
} from 'lucide-react';
import { engineQuery, queueQuery, type Part } from '../engine/queries.ts';
import { totalOf } from '../engine/queue-data.ts';
import { COMMANDS, type CommandId } from '../keys/commands.ts';
import { COMMAND_OF_PART, PARTS, partAbout, partTitle } from '../queue/parts.ts';
import { KeyCaps } from '../ui/key-caps.tsx';
import { useNavigation } from './navigation-context.tsx';
import type { Place } from './navigation.ts';
import { EngineState } from './engine-state.tsx';
import styles from './sidebar.module.css';

const ICON_OF_PART = {
  inbox: Inbox,
  known: Handshake,
  acquaintance: UserRound,
  stranger: UserRoundSearch,
  bulk: Newspaper,
  automated: Bot,
  all: Mails,
} as const satisfies Record<Part, LucideIcon>;

export function Sidebar() {
  const { place, go } = useNavigation();
  const queue = useInfiniteQuery(queueQuery('inbox'));
  const boundaries = useQuery(engineQuery('boundary.list', {}));
  const counts = queue.data?.pages[0]?.counts;
  const ignored = boundaries.data?.filter(({ state }) => state === 'ignored').length ?? 0;
  const entry = (to: Place, title: string, icon: LucideIcon, command: CommandId, count = 0) => (
    <Entry
      title={title}
      icon={icon}
      command={command}
      count={count}
      isHere={place.screen === to.screen}
      to={to}
      go={go}
    />
  );
  return (
    <nav className={styles.sidebar} aria-label="Acquaint">
      <p className={styles.brand}>Acquaint</p>
      <ul className={styles.entries}>
        {entry({ screen: 'search', query: '' }, 'Search', Search, 'search')}
        <li className={styles.gap} />
        {PARTS.map((part) => (
          <Entry
            key={part}
            title={partTitle(part)}
            about={partAbout(part)}
            icon={ICON_OF_PART[part]}
            command={COMMAND_OF_PART[part]}
            count={part === 'all' ? 0 : totalOf(counts, part)}
            isHere={place.screen === 'queue' && place.part === part}
            isInner={part !== 'inbox' && part !== 'all'}
            to={{ screen: 'queue', part }}
            go={go}
          />
        ))}
        <li className={styles.gap} />
        {entry({ screen: 'boundaries' }, 'Boundaries', Shield, 'go-boundaries', ignored)}
        {entry({ screen: 'settings' }, 'Settings', Settings, 'go-settings')}
      </ul>
      <EngineState />
    </nav>
  );
}

interface EntryProps {
  readonly title: string;
  readonly about?: string;
  readonly icon: LucideIcon;
  readonly command: CommandId;
  readonly count: number;
  readonly isHere: boolean;
  readonly isInner?: boolean;
  readonly to: Place;
  readonly go: (place: Place) => void;
}

function Entry({ title, about, icon: Icon, command, count, isHere, isInner = false, to, go }: EntryProps) {
  const keys = COMMANDS[command].keys[0];
  return (
    <li>
      <button
        type="button"
        className={styles.entry}
        data-inner={isInner}
        aria-current={isHere ? 'page' : undefined}
        aria-keyshortcuts={keys}
        title={about}
        onClick={() => go(to)}
      >
        <Icon aria-hidden="true" />
        <span className={styles.title}>{title}</span>
        {count > 0 && <span className={styles.count}>{count.toLocaleString('en')}</span>}
        <span className={styles.keys}>
          <KeyCaps keys={keys} />
        </span>
      </button>
    </li>
  );
}
