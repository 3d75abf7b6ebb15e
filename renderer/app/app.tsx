/** Everything that holds the screens together. */
import { QueryClientProvider } from '@tanstack/react-query';
import { useMemo, useReducer, useState } from 'react';
import { ActionsProvider } from '../engine/actions.tsx';
import { createQueryClient } from '../engine/queries.ts';
import { CommandProvider } from '../keys/use-commands.tsx';
import { Toasts } from '../outbox/toasts.tsx';
import { SpokenNews } from '../ui/spoken-news.tsx';
import { EngineEvents } from './engine-events.tsx';
import { LayersProvider } from './layers.tsx';
import { NavigationContext, type Navigator } from './navigation-context.tsx';
import { START, navigate } from './navigation.ts';
import { Screens } from './screens.tsx';

export function App() {
  const [client] = useState(createQueryClient);
  const [navigation, step] = useReducer(navigate, START);
  const navigator = useMemo<Navigator>(
    () => ({ ...navigation, go: (place) => step({ go: place }), back: () => step({ back: true }) }),
    [navigation],
  );
  return (
    <QueryClientProvider client={client}>
      <SpokenNews>
        <CommandProvider>
          <ActionsProvider>
            <NavigationContext value={navigator}>
              <LayersProvider>
                <EngineEvents />
                <Screens />
                <Toasts />
              </LayersProvider>
            </NavigationContext>
          </ActionsProvider>
        </CommandProvider>
      </SpokenNews>
    </QueryClientProvider>
  );
}
