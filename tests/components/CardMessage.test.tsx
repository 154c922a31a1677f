import { describe, expect, it, vi } from 'vitest';

import { CardMessage } from '../../components/CardMessage.tsx';
import { textOf, verdictsIn, violationsIn } from './reading.ts';
import { LANGUAGES, one, press, render, type Language } from './render.tsx';

const draw = (language: Language, onClose = () => undefined as void) =>
  render(language, <CardMessage titleId="title" onClose={onClose} />).container;

describe('the card of a provider whose facts could not be had', () => {
  it.each<[Language, string]>([
    ['fr', 'La fiche n’a pas pu être lue. Rechargez la page puis réessayez.'],
    ['en', 'The card could not be read. Reload the page and try again.'],
  ])('says so, and what to do, under the identifier that it was given (%s)', (language, line) => {
    expect(textOf(one(draw(language), '#title'))).toBe(line);
  });

  it.each<[Language, string]>([
    ['fr', 'Fermer'],
    ['en', 'Close'],
  ])('closes at the press of a button that says so (%s)', (language, label) => {
    const onClose = vi.fn<() => void>();
    const button = one(draw(language, onClose), `button[aria-label="${label}"]`);
    expect(onClose).not.toHaveBeenCalled();
    press(button);
    expect(onClose).toHaveBeenCalledOnce();
  });

  it.each(LANGUAGES)('is accessible (%s)', async (language) => {
    expect(await violationsIn(draw(language))).toEqual([]);
  });

  it.each(LANGUAGES)('gives no verdict and names no colour (%s)', (language) => {
    expect(verdictsIn(draw(language))).toEqual([]);
  });
});
