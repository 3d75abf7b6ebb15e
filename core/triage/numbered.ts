/** `(2/3)`, `part 2 of 3`. */
export function isNumbered(subject: string): boolean {
  return /\(\s*\d+\s*(?:\/|of|von|de|van|di)\s*\d+\s*\)|\b(?:part|step|mail|e-mail|teil|parte|partie) \d+ (?:of|von|de|van|di) \d+\b/i.test(
    subject,
  );
}
