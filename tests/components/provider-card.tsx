import type { CardCalls } from '../../components/CardActions.tsx';
import { ProviderCard, type CardContent } from '../../components/ProviderCard.tsx';
import { textOf } from './reading.ts';
import { all, render, type Language } from './render.tsx';
import { NIMBE, REGISTRY } from './sample-assessment.ts';

interface Given extends Partial<CardContent & CardCalls> {
  onClose?: () => void;
}

/** What a card asks for, of which nothing comes. */
export const CARD_CALLS: CardCalls & { onClose: () => void } = {
  onClose: () => undefined,
  onCite: async () => null,
  onAdd: async () => ({ ok: false, problem: 'failed' }),
  onUndoAdd: async () => ({ ok: false, problem: 'failed' }),
  onOpenDossier: () => undefined,
  isPrivate: false,
  onSheet: () => undefined,
};

/** The card of a provider, drawn. */
export function draw(language: Language, { assessment = NIMBE, ...given }: Given = {}): HTMLElement {
  return render(
    language,
    <ProviderCard
      assessment={assessment}
      mentions={3}
      written={assessment.name}
      confirmedBy={[]}
      registry={REGISTRY}
      titleId="title"
      {...CARD_CALLS}
      {...given}
    />,
  ).container;
}

/** What each line of a card says. */
export const linesOf = (container: HTMLElement) => all(container, '.card-line').map(textOf);
/** What each axis of a card is called. */
export const namesOfAxes = (container: HTMLElement) => all(container, '.axis-name').map(textOf);
