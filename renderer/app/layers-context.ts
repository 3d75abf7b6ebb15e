/** Opens what lies over the screens, from anywhere. */
import { createContext, useContext } from 'react';
import type { MessageRowId } from '#core/mail/message.ts';

export interface Layers {
  readonly showLink: (href: string, text: string) => void;
  /** Opens a message for reading only, over whatever is shown. */
  readonly peek: (id: MessageRowId) => void;
}

export const LayersContext = createContext<Layers | undefined>(undefined);

export function useLayers(): Layers {
  const layers = useContext(LayersContext);
  if (layers === undefined) throw new Error('useLayers outside LayersProvider');
  return layers;
}
