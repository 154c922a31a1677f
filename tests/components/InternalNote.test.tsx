import { describe, expect, it } from 'vitest';

import { InternalNote } from '../../components/InternalNote.tsx';
import { ProviderCard } from '../../components/ProviderCard.tsx';
import type { InternalNote as Note } from '../../domain/settings/internal-note.ts';
import { textOf, violationsIn } from './reading.ts';
import { all, LANGUAGES, one, render } from './render.tsx';
import { NIMBE, REGISTRY } from './sample-assessment.ts';

const NOTE: Note = {
  note: 'Marché en cours.',
  date: '2026-11-24',
  facts: [{ label: 'Référent', value: 'DSI', source: 'https://intranet.example.org/nimbe' }],
};

describe('a note of the organisation', () => {
  it.each(LANGUAGES)('leaves nothing for axe to say in %s', async (language) => {
    const { container } = render(language, <InternalNote note={NOTE} organisation="Mairie" />);
    expect(await violationsIn(container)).toEqual([]);
  });

  it('says whose it is, its facts with their origin, and that it goes nowhere', () => {
    const { container } = render('fr', <InternalNote note={NOTE} organisation="Mairie" />);
    expect(textOf(container)).toBe(
      'Interne : Mairie Marché en cours. 24/11/2026 Référent DSI source ' +
        'Écrit par votre organisation, pas par Ancrage. Ni cité, ni exporté, ni imprimé.',
    );
    expect(one(container, 'a').getAttribute('href')).toBe('https://intranet.example.org/nimbe');
  });

  it('may be a fact alone, of an organisation that gives no name', () => {
    const { container } = render('en', <InternalNote note={{ facts: [{ label: 'Contact', value: 'IT' }] }} />);
    expect(textOf(container)).toMatch(/^Internal to your organisation Contact IT Written/);
  });

  it.each([
    ['nimbe', 1],
    ['another', 0],
  ])('on %s stands in the card of Nimbe %i time(s), below the axes', (provider, times) => {
    const { container } = render(
      'fr',
      <ProviderCard
        assessment={NIMBE}
        mentions={1}
        written={NIMBE.name}
        confirmedBy={[]}
        registry={REGISTRY}
        internal={{ notes: { [provider === 'nimbe' ? NIMBE.provider : provider]: NOTE } }}
        titleId="title"
        onClose={() => undefined}
        onCite={async () => null}
        onAdd={async () => ({ ok: false, problem: 'failed' })}
        onUndoAdd={async () => ({ ok: false, problem: 'failed' })}
        onOpenDossier={() => undefined}
        isPrivate={false}
        onSheet={() => undefined}
      />,
    );
    const notes = all(container, '.internal-note');
    expect(notes).toHaveLength(times);
    const lastAxis = all(container, '.axis-row').at(-1);
    for (const note of notes) expect(lastAxis?.compareDocumentPosition(note)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });
});
