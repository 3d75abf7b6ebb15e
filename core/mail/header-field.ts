/** One header field of a message, and how to find one among many. */

/** A field in the order of the source. */
export interface HeaderField {
  /** Lower-cased. */
  readonly name: string;
  /** Unfolded (RFC 5322 §2.2.3) and trimmed; encoded words (RFC 2047) as they came. */
  readonly value: string;
}

/** The first field of that name, which is the one that the last server to touch the message wrote. */
export function firstField(fields: readonly HeaderField[], name: string): string | undefined {
  return fields.find((field) => field.name === name && field.value !== '')?.value;
}

/** Every field of that name that has a value, in order. */
export function allFields(fields: readonly HeaderField[], name: string): readonly string[] {
  return fields.filter((field) => field.name === name && field.value !== '').map((field) => field.value);
}
