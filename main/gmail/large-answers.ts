/**
 * Keeps large answers from filling the memory together.
 *
 * A message may have 25 MB and more, several times that while its answer is decoded, and no listing tells its size. So a
 * body that turns out to be large waits, unread, for a turn: the network holds it back. A turn lasts until the answer has
 * been made use of.
 */

/** Nearly all messages are smaller; base64 makes a third more of them. */
const LARGE_BYTES = 2 * 1024 * 1024;
const AT_ONCE = 2;

export class LargeAnswers {
  #free = AT_ONCE;
  readonly #waiting: (() => void)[] = [];

  /** Runs `work` with a `fetch` whose bodies wait for a turn once they are large. */
  async during<Result>(work: (fetchInTurn: typeof fetch) => Promise<Result>): Promise<Result> {
    let turn: Promise<void> | undefined;
    const takeTurn = async (): Promise<void> => await (turn ??= this.#take());
    try {
      return await work(async (input, init) => {
        const response = await fetch(input, init);
        if (!response.body) return response;
        let seen = 0;
        const gate = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
          async transform(chunk, controller) {
            seen += chunk.length;
            if (seen > LARGE_BYTES) await takeTurn();
            controller.enqueue(chunk);
          },
        });
        const { status, statusText, headers } = response;
        return new Response(response.body.pipeThrough(gate), { status, statusText, headers });
      });
    } finally {
      // Whoever gave up while waiting hands its turn on when it comes.
      void turn?.then(() => this.#release());
    }
  }

  async #take(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #release(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}
