/** Opens what lies over the screens, from anywhere. */
import { createContext, useContext } from 'react';
import type { MessageRowId } from '#core/mail/message.ts';
import type { ActOptions } from '../engine/create-actions.ts';
import type { Word } from '../correct/choices.ts';

export interface Layers {
  readonly showLink: (href: string, text: string) => void;
  /** Opens a message for reading only, over whatever is shown. */
  readonly peek: (id: MessageRowId) => void;
  /** Shows what unsubscribing would do, unless it is one click, and goes on with what the user chooses. */
  readonly unsubscribe: (request: UnsubscribeRequest) => void;
  /** Corrects the labels of a message; with a word, goes straight to what that would change. */
  readonly correct: (id: MessageRowId, word?: Word) => void;
}

export interface UnsubscribeRequest {
  readonly ids: readonly MessageRowId[];
  /** The best way was tried and failed. */
  readonly hasFailed?: boolean;
  readonly onGo: (chosen: ActOptions) => void;
  /** What else can be done where there is no way out. */
  readonly onInstead?: (kind: 'remove' | 'block') => void;
}

export const LayersContext = createContext<Layers | undefined>(undefined);

export function useLayers(): Layers {
  const layers = useContext(LayersContext);
  if (layers === undefined) throw new Error('useLayers outside LayersProvider');
  return layers;
}
