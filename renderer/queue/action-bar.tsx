/** One button a boundary, each with its key: what can be done with the message that is shown. */
import {
  Archive,
  Ban,
  CircleQuestionMark,
  Hand,
  MailX,
  OctagonAlert,
  UserMinus,
  VolumeX,
  type LucideIcon,
} from 'lucide-react';
import type { ActionKind } from '#core/boundary/kinds.ts';
import { COMMANDS, COMMAND_OF_ACTION } from '../keys/commands.ts';
import { KeyCaps } from '../ui/key-caps.tsx';
import { ACTION_WORDS } from '../ui/words.ts';
import styles from './action-bar.module.css';

const SHOWN: readonly { readonly kind: ActionKind; readonly short: string; readonly icon: LucideIcon }[] = [
  { kind: 'how-we-know', short: 'Ask', icon: CircleQuestionMark },
  { kind: 'decline', short: 'Decline', icon: Hand },
  { kind: 'remove', short: 'Remove', icon: UserMinus },
  { kind: 'do-not-engage', short: 'Ignore', icon: VolumeX },
  { kind: 'unsubscribe', short: 'Unsub', icon: MailX },
  { kind: 'spam', short: 'Spam', icon: OctagonAlert },
  { kind: 'block', short: 'Block', icon: Ban },
  { kind: 'archive', short: 'Archive', icon: Archive },
];

export interface ActionBarProps {
  readonly onAct: (kind: ActionKind) => void;
  /** Actions that make no sense here, with the reason. */
  readonly disabled?: Readonly<Partial<Record<ActionKind, string>>>;
}

export function ActionBar({ onAct, disabled = {} }: ActionBarProps) {
  return (
    <div className={styles.bar} role="toolbar" aria-label="What to do with this message">
      {SHOWN.map(({ kind, short, icon: Icon }) => {
        const keys = COMMANDS[COMMAND_OF_ACTION[kind]].keys[0];
        return (
          <button
            key={kind}
            type="button"
            className={styles.action}
            aria-label={ACTION_WORDS[kind].title}
            aria-keyshortcuts={keys}
            title={disabled[kind] ?? ACTION_WORDS[kind].title}
            disabled={disabled[kind] !== undefined}
            onClick={() => onAct(kind)}
          >
            <KeyCaps keys={keys} />
            <Icon aria-hidden="true" />
            <span className={styles.short}>{short}</span>
          </button>
        );
      })}
    </div>
  );
}
