/** Navigation for every screen. */
import { createContext, useContext } from 'react';
import type { Navigation, Place } from './navigation.ts';

export interface Navigator extends Navigation {
  readonly go: (place: Place) => void;
  readonly back: () => void;
}

export const NavigationContext = createContext<Navigator | undefined>(undefined);

export function useNavigation(): Navigator {
  const navigator = useContext(NavigationContext);
  if (navigator === undefined) throw new Error('useNavigation outside NavigationContext');
  return navigator;
}
