/** The one keyboard listener, and the hook by which a screen says what its commands do. */
import { createContext, useContext, useEffect, useLayoutEffect, useMemo, useRef, type ReactNode } from 'react';
import { COMMAND_IDS, type CommandId } from './commands.ts';
import { isInert } from './is-inert.ts';
import { keyName, readKey } from './read-key.ts';

export type CommandHandlers = Readonly<Partial<Record<CommandId, () => void>>>;

interface Dispatcher {
  /** Later registrations win over earlier ones. */
  readonly register: (handlers: { readonly current: CommandHandlers }) => () => void;
  readonly run: (command: CommandId) => boolean;
  readonly available: () => readonly CommandId[];
}

const DispatcherContext = createContext<Dispatcher | undefined>(undefined);

/** How long the second key of a sequence is waited for. */
const SEQUENCE_MS = 1500;

export function isMacKeyboard(): boolean {
  return window.acquaint.platform === 'darwin';
}

export function CommandProvider({ children }: { readonly children: ReactNode }) {
  const registered = useRef<{ readonly current: CommandHandlers }[]>([]);
  const dispatcher = useMemo<Dispatcher>(() => {
    const handlerOf = (command: CommandId) =>
      registered.current.findLast((handlers) => handlers.current[command] !== undefined)?.current[command];
    return {
      register(handlers) {
        registered.current.push(handlers);
        return () => {
          registered.current = registered.current.filter((other) => other !== handlers);
        };
      },
      run(command) {
        const handler = handlerOf(command);
        handler?.();
        return handler !== undefined;
      },
      available: () => COMMAND_IDS.filter((id) => handlerOf(id) !== undefined),
    };
  }, []);

  useEffect(() => {
    let pending: string | undefined;
    let pendingSince = 0;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isInert(event.target, event.key)) return;
      const key = keyName(event, isMacKeyboard());
      if (key === undefined) return;
      if (event.timeStamp - pendingSince > SEQUENCE_MS) pending = undefined;
      const read = readKey(pending, key);
      pending = read.pending;
      pendingSince = event.timeStamp;
      if (read.pending !== undefined || (read.command !== undefined && dispatcher.run(read.command)))
        event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [dispatcher]);

  return <DispatcherContext value={dispatcher}>{children}</DispatcherContext>;
}

export function useDispatcher(): Dispatcher {
  const dispatcher = useContext(DispatcherContext);
  if (dispatcher === undefined) throw new Error('useDispatcher outside CommandProvider');
  return dispatcher;
}

/** While mounted, these handlers answer their commands; always the ones of the latest render. */
export function useCommands(handlers: CommandHandlers): void {
  const dispatcher = useDispatcher();
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => dispatcher.register(latest), [dispatcher]);
}
