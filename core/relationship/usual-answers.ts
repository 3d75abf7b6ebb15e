/** The share of mail that is answered, where the owner's own share is not to be asked (docs/ranking.md). */
export const USUAL_ANSWER_RATE = 0.1;
