/** Places in a list, as an opaque text that the caller hands back to get the next page. */
import { AppError } from '#core/contract/app-error.ts';

export function writeCursor(place: readonly number[]): string {
  return place.join('.');
}

/** Throws `invalid-input` where the text is not a place of this many numbers. */
export function readCursor(cursor: string, length: number): readonly number[] {
  const place = cursor.split('.').map(Number);
  if (place.length !== length || !place.every(Number.isSafeInteger)) {
    throw new AppError({
      kind: 'invalid-input',
      message: 'This is not a place in the list.',
      cure: 'Start from the first page.',
    });
  }
  return place;
}
