/** Raised whenever `assess`, or the record that it asks, answers otherwise for the same mail; everything is then judged again. */
export const TRIAGE_VERSION = 9;
