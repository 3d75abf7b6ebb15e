/** Gmail's label ids as the store keeps labels: system labels by id, the user's own by name. */

/** System ids are words in capitals; the user's own are `Label_123`. */
function isSystemLabel(id: string): boolean {
  return /^[A-Z][A-Z_]*$/.test(id);
}

export class LabelNames {
  readonly #names: ReadonlyMap<string, string>;

  constructor(names: ReadonlyMap<string, string>) {
    this.#names = names;
  }

  /** True where every label has a name; a message may carry a label that was made after the list was read. */
  knows(ids: readonly string[]): boolean {
    return ids.every((id) => isSystemLabel(id) || this.#names.has(id));
  }

  /** A label that Gmail no longer lists keeps its id: nothing is dropped. */
  of(ids: readonly string[]): readonly string[] {
    return ids.map((id) => (isSystemLabel(id) ? id : (this.#names.get(id) ?? id)));
  }

  /** All labels that a message can have. */
  get ids(): readonly string[] {
    return [...this.#names.keys()];
  }
}
