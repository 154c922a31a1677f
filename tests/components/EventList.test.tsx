import { describe, expect, it } from 'vitest';

import { EventList } from '../../components/EventList.tsx';
import { textOf, unfold, verdictsIn, violationsIn } from './reading.ts';
import { all, LANGUAGES, one, render, type Language } from './render.tsx';
import { NIMBE } from './sample-assessment.ts';

const draw = (language: Language, events = NIMBE.events) => render(language, <EventList events={events} />).container;

describe('the events of a provider', () => {
  it.each<[Language, string]>([
    ['fr', 'Événements'],
    ['en', 'Events'],
  ])('are folded away under their title (%s)', (language, title) => {
    const container = draw(language);
    expect(one(container, 'details').hasAttribute('open')).toBe(false);
    expect(textOf(container)).toBe(title);
  });

  it.each<[Language, string[]]>([
    ['fr', ['31/05/2024 Ouverture d’une région à Francfort.', '2019 Rachat par Nimbe Group, Inc.']],
    ['en', ['31/05/2024 A region opens in Frankfurt.', '2019 Bought by Nimbe Group, Inc.']],
  ])('are each told with their date, at the precision of the source, in the order given (%s)', (language, told) => {
    const container = draw(language);
    unfold(container);
    const events = all(container, 'ol > li').map(textOf);
    expect(events).toHaveLength(told.length);
    for (const [position, words] of told.entries()) expect(events[position]?.startsWith(words)).toBe(true);
  });

  it('keep the order given even where it is not that of the dates', () => {
    const container = draw('fr', NIMBE.events.toReversed());
    expect(all(container, '.event-date').map(textOf)).toEqual(['2019', '31/05/2024']);
  });

  it('each bear their own receipts', () => {
    const container = draw('fr');
    const links = all(container, 'ol > li').map((event) => all<HTMLAnchorElement>(event, 'a').map((link) => link.href));
    expect(links).toEqual([
      ['https://nimbe.example.org/regions'],
      ['https://cyber.example.org/liste.pdf', 'https://copies.example.org/liste', 'https://laws.example.org/2713'],
    ]);
  });

  describe.each(LANGUAGES)('in %s', (language) => {
    it('is accessible, folded and unfolded', async () => {
      const container = draw(language);
      expect(await violationsIn(container)).toEqual([]);
      unfold(container);
      expect(await violationsIn(container)).toEqual([]);
    });

    it('gives no verdict and names no colour', () => {
      expect(verdictsIn(draw(language))).toEqual([]);
    });
  });
});
