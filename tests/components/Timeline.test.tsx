import { describe, expect, it } from 'vitest';

import { Timeline } from '../../components/Timeline.tsx';
import { DAY } from '../domain/assessment/sample-registry.ts';
import { textOf } from './reading.ts';
import { all, one, render } from './render.tsx';
import { FULL, sheetOf } from './sample-sheet.ts';

describe('the timeline', () => {
  it('draws each entry with the number of its line', () => {
    const { timeline } = sheetOf(FULL);
    const { container } = render('fr', <Timeline entries={timeline} day={DAY} />);
    const marks = all(container, '.timeline-mark').map((mark) => Number(mark.textContent));
    expect(marks.toSorted((a, b) => a - b)).toEqual([1, 2]);
    expect(all(container, '.timeline-list > li').map(textOf)).toEqual([
      expect.stringMatching(/^01\/01\/2023 – 31\/12\/2027 SecNumCloud : Nimbe Machines/),
      expect.stringMatching(/^05\/2024 Ouverture à Francfort\./),
    ]);
    expect(one(container, '.timeline-picture').getAttribute('aria-hidden')).toBe('true');
  });
});
