/** A step of an announced sequence: `(2/3)`, `Idris, 1 of 3:`, `part 2 of 3`, `2/3 the claim nobody talks about`. */
export function isNumbered(subject: string): boolean {
  for (const [, step, of] of subject.matchAll(STEP)) if (Number(step) <= Number(of) && Number(of) > 1) return true;
  return false;
}

/** A small number of a small number that is no date, share, price or measure. */
const STEP =
  /(?<![\d/.,:£$€-]\s*)\b([1-9])\s*(?:\/|of|von|de|van|di|sur|out of)\s*([2-9])\b(?!\s*(?:[\d/%]|(?:price|off|day|days|hours?|hrs?|inch|kg|lb|cups?|bed|bath|beds|baths|stars?|people|of the)\b))/giu;
