import { describe, expect, it } from 'vitest';

import { done, run } from './feed-commands.ts';

describe('every command', () => {
  it.each(['keygen', 'build', 'sign', 'verify', 'serve', 'simulate'])(
    'feed:%s says what it takes, and refuses the rest',
    (tool) => {
      expect(done(tool, ['--help'])).toContain(`npm run feed:${tool} -- `);
      const { status, stderr } = run(tool, ['--nonsense']);
      expect([status, stderr]).toEqual([2, expect.stringMatching(/--nonsense[\s\S]*--help/)]);
      expect(run(tool, ['a', 'b', 'c']).status).toBe(2);
    },
  );
});
