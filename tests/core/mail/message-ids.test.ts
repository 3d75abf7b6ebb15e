import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingMessageId, readMessageId, readMessageIds } from '#core/mail/message-ids.ts';

describe('readMessageIds', () => {
  it('reads ids in order, each once, and mends folded ones', () => {
    expect(readMessageIds('<a@x> <b@x>\n <a@x>, junk <long\r\n id@x>')).toEqual(['<a@x>', '<b@x>', '<longid@x>']);
  });

  it('keeps the start and the end of an endless thread', () => {
    const ids = Array.from({ length: 1000 }, (_, index) => `<${index}@x>`);
    const read = readMessageIds(ids.join(' '));
    expect(read).toHaveLength(200);
    expect(read[0]).toBe('<0@x>');
    expect(read.at(-1)).toBe('<999@x>');
  });

  it('never gives an id that could start a header of its own', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        for (const id of readMessageIds(`<${value}> <a\r\nBcc: x@y>`)) expect(id).toMatch(/^<[^<>\s]+>$/);
      }),
    );
  });
});

describe('readMessageId', () => {
  it('reads an id that lacks its angle brackets', () => {
    expect(readMessageId('abc@x.example')).toBe('<abc@x.example>');
  });

  it('finds none in an empty value', () => {
    expect(readMessageId(' <> ')).toBeUndefined();
  });
});

describe('missingMessageId', () => {
  it('is the same for the same parts and another for other parts', () => {
    expect(missingMessageId(['a', 'b'])).toBe(missingMessageId(['a', 'b']));
    expect(missingMessageId(['a', 'b'])).not.toBe(missingMessageId(['ab', '']));
    expect(missingMessageId(['a', 'b'])).toMatch(/^<[0-9a-f]{28}@missing\.acquaint\.invalid>$/);
  });
});
