/** The user's actions for every screen, and what they say. */
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { useSpeak } from '../ui/spoken-news.tsx';
import { createActions, type Actions, type Notice } from './create-actions.ts';

interface Said {
  readonly notices: readonly Notice[];
  /** What the last undo brought back; `turn` counts the undos. */
  readonly restored: { readonly ids: readonly number[]; readonly turn: number };
}

const ActionsContext = createContext<Actions | undefined>(undefined);
const NOTHING_SAID: Said = { notices: [], restored: { ids: [], turn: 0 } };
const SaidContext = createContext(NOTHING_SAID);

/** Notices at once; older ones make room. */
const NOTICES = 3;

export function ActionsProvider({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const speak = useSpeak();
  const [said, setSaid] = useState(NOTHING_SAID);
  const actions = useMemo(
    () =>
      createActions({
        client,
        speak,
        addNotice: (notice) => setSaid((now) => ({ ...now, notices: [...now.notices, notice].slice(-NOTICES) })),
        removeNotice: (id) => setSaid((now) => ({ ...now, notices: now.notices.filter((notice) => notice.id !== id) })),
        showRestored: (ids) => setSaid((now) => ({ ...now, restored: { ids, turn: now.restored.turn + 1 } })),
      }),
    [client, speak],
  );
  return (
    <ActionsContext value={actions}>
      <SaidContext value={said}>{children}</SaidContext>
    </ActionsContext>
  );
}

export function useActions(): Actions {
  const actions = useContext(ActionsContext);
  if (actions === undefined) throw new Error('useActions outside ActionsProvider');
  return actions;
}

export function useSaid(): Said {
  return useContext(SaidContext);
}
