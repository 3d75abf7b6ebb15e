import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Column } from '#core/relationship/column.ts';

describe('Column', () => {
  it('keeps every number, however many come', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true }), { maxLength: 500 }), (numbers) => {
        const column = new Column(Float64Array);
        for (const number of numbers) column.push(number);
        expect(numbers.map((_, index) => column.at(index))).toEqual(numbers);
        expect(column.length).toBe(numbers.length);
      }),
    );
  });

  it('takes a number in place of another, and is 0 beyond its end', () => {
    const column = new Column(Int32Array);
    for (const number of [1, 2, 3]) column.push(number);
    column.set(1, -7);
    expect([0, 1, 2, 3].map((index) => column.at(index))).toEqual([1, -7, 3, 0]);
  });
});
