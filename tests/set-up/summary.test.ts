import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { summarise } from '../../scripts/testing/summary.mjs';
import { withExitCode } from '../../scripts/testing/unit-tests.mjs';

let lines: string[];

beforeEach(() => {
  lines = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('summarise', () => {
  it('ends with the sum alone on its line', () => {
    const results = [
      { name: 'format', passed: 1, failed: 0, skipped: 0 },
      { name: 'unit tests', passed: 40, failed: 0, skipped: 2 },
    ];
    expect(summarise(results)).toBe(0);
    expect(lines.at(-1)).toBe('41 passed, 0 failed, 2 skipped');
  });

  it('names what failed, and fails', () => {
    const results = [
      { name: 'format', passed: 0, failed: 1, skipped: 0 },
      { name: 'unit tests', passed: 40, failed: 3, skipped: 0 },
    ];
    expect(summarise(results)).toBe(1);
    expect(lines).toContain('failed: format');
    expect(lines.at(-1)).toBe('40 passed, 4 failed, 0 skipped');
  });
});

describe('withExitCode', () => {
  it('counts a run that failed without a failed test', () => {
    expect(withExitCode({ passed: 40, failed: 0, skipped: 0 }, 1)).toEqual({ passed: 40, failed: 1, skipped: 0 });
  });

  it('leaves the counts of other runs alone', () => {
    expect(withExitCode({ passed: 40, failed: 0, skipped: 0 }, 0)).toEqual({ passed: 40, failed: 0, skipped: 0 });
    expect(withExitCode({ passed: 40, failed: 2, skipped: 0 }, 1)).toEqual({ passed: 40, failed: 2, skipped: 0 });
  });
});
