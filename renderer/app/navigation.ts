/** Where the user is, and the way back. */
import type { AccountId, PersonId } from '#core/mail/message.ts';
import type { Part } from '../engine/queries.ts';

export type Place =
  | { readonly screen: 'queue'; readonly part: Part }
  /** By address: people come and go with what is said of who is who. The person is for mail without one. */
  | { readonly screen: 'sender'; readonly personId: PersonId; readonly address: string }
  | { readonly screen: 'search'; readonly query: string }
  | { readonly screen: 'boundaries' }
  | { readonly screen: 'settings' }
  | { readonly screen: 'add-mail' }
  /** Another account; or, where one is named, that one again. */
  | { readonly screen: 'connect'; readonly accountId?: AccountId };

export interface Navigation {
  readonly place: Place;
  /** Places to go back to, the latest last. */
  readonly behind: readonly Place[];
}

export const START: Navigation = { place: { screen: 'queue', part: 'inbox' }, behind: [] };

export type NavigationStep = { readonly go: Place } | { readonly back: true };

const REMEMBERED = 20;

/** Going to the screen one is on replaces it; a look at a sender can be taken from anywhere and left again. */
export function navigate(navigation: Navigation, step: NavigationStep): Navigation {
  if ('back' in step) {
    const place = navigation.behind.at(-1);
    return place === undefined ? START : { place, behind: navigation.behind.slice(0, -1) };
  }
  const { place, behind } = navigation;
  if (step.go.screen === 'queue') return { place: step.go, behind: [] };
  if (step.go.screen === place.screen && step.go.screen !== 'sender') return { place: step.go, behind };
  return { place: step.go, behind: [...behind, place].slice(-REMEMBERED) };
}
