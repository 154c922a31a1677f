import { describe, expect, it } from 'vitest';

import { lookUpIn, messagesIn } from '../../../domain/wording/messages.ts';

describe('the messages of a language that the browser need not have', () => {
  const lookUp = lookUpIn({ greet: 'De $1 à $2, et $1', plain: 'Rien' });

  it('fill their blanks, each as often as it stands there', () => {
    expect(lookUp('greet' as never, ['A', 'B'])).toBe('De A à B, et A');
  });

  it('leave a blank that nothing fills empty, and say nothing of a key that is not there', () => {
    expect(lookUp('greet' as never, ['A'])).toBe('De A à , et A');
    expect(lookUp('absent' as never, [])).toBe('');
  });

  it('take what fills a blank as it is', () => {
    expect(lookUp('greet' as never, ['$2', '$&'])).toBe('De $2 à $&, et $2');
  });

  it('are read from a file of the browser’s own format, and from nothing else', () => {
    expect(messagesIn({ a: { message: 'A', description: 'x' } })).toEqual({ a: 'A' });
    expect(() => messagesIn({ a: 'A' })).toThrow('Expected Object');
  });
});
