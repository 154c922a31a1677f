import type { ComponentProps } from 'preact';
import { describe, expect, it, vi } from 'vitest';

import { PopupMessage } from '../../components/PopupMessage.tsx';
import { textOf, verdictsIn, violationsIn } from './reading.ts';
import { all, LANGUAGES, one, press, render, type Language } from './render.tsx';

type Kind = ComponentProps<typeof PopupMessage>['kind'];

const KINDS: Kind[] = ['loading', 'none', 'unlisted', 'off', 'off-everywhere', 'blocked', 'restricted', 'failed'];

const draw = (language: Language, kind: Kind, onAction = () => undefined as void) =>
  render(language, <PopupMessage kind={kind} onAction={onAction} />).container;

describe('the popup that has no list to give', () => {
  it.each<[Language, Kind, string, string]>([
    ['fr', 'none', 'Aucun fournisseur nommé', 'Cette page a été lue : aucun nom du registre n’y figure.'],
    ['en', 'none', 'No provider named', 'This page was read: it names no provider of the registry.'],
    [
      'fr',
      'unlisted',
      'Ce site n’est pas un portail d’achat listé',
      'Ancrage n’y fait rien sans votre demande. Rien ne quitte le navigateur.',
    ],
    [
      'en',
      'unlisted',
      'This site is not a listed procurement portal',
      'Ancrage does nothing here unless you ask. Nothing leaves the browser.',
    ],
    ['fr', 'off', 'Ancrage est désactivé ici', 'Vos réglages excluent ce site.'],
    ['en', 'off', 'Ancrage is off here', 'Your settings leave this site out.'],
    ['fr', 'off-everywhere', 'Ancrage est désactivé ici', 'Vos réglages le désactivent partout.'],
    ['en', 'off-everywhere', 'Ancrage is off here', 'Your settings turn it off everywhere.'],
    ['fr', 'blocked', 'Ancrage ne fonctionne pas sur ce site', 'Votre organisation l’a exclu.'],
    ['en', 'blocked', 'Ancrage does not run on this site', 'Your organisation has excluded it.'],
    [
      'fr',
      'restricted',
      'Le navigateur réserve cette page',
      'Les extensions n’y ont pas accès : pages du navigateur, boutiques d’extensions, lecteur PDF.',
    ],
    [
      'en',
      'restricted',
      'The browser keeps this page to itself',
      'Extensions have no access here: browser pages, extension stores, PDF viewer.',
    ],
    ['fr', 'failed', 'La page ne répond pas', 'Rechargez la page, puis rouvrez Ancrage.'],
    ['en', 'failed', 'The page does not answer', 'Reload the page, then open Ancrage again.'],
  ])('says why, in a title and a sentence (%s, %s)', (language, kind, title, body) => {
    const container = draw(language, kind);
    expect(textOf(one(container, 'h1'))).toBe(title);
    expect(textOf(one(container, 'p'))).toBe(body);
  });

  it.each<[Language, Kind, string]>([
    ['fr', 'loading', 'Lecture de la page…'],
    ['en', 'loading', 'Reading the page…'],
    ['fr', 'paused', 'Ancrage est en pause'],
    ['en', 'paused', 'Ancrage is paused'],
  ])('says that it is reading, or paused, and no more (%s, %s)', (language, kind, title) => {
    expect(textOf(draw(language, kind))).toBe(title);
  });

  it.each<[Language, Kind, string]>([
    ['fr', 'unlisted', 'Annoter cette page'],
    ['en', 'unlisted', 'Annotate this page'],
    ['fr', 'failed', 'Réessayer'],
    ['en', 'failed', 'Try again'],
  ])('offers what can be done, and does it at the press alone (%s, %s)', (language, kind, label) => {
    const onAction = vi.fn<() => void>();
    const button = one(draw(language, kind, onAction), 'button');
    expect(textOf(button)).toBe(label);
    expect(onAction).not.toHaveBeenCalled();
    press(button);
    expect(onAction).toHaveBeenCalledOnce();
  });

  it.each<Kind>(['loading', 'none', 'restricted'])('offers nothing where nothing can be done: %s', (kind) => {
    expect(all(draw('fr', kind), 'button')).toEqual([]);
  });

  it.each(KINDS)('is read out when it changes: %s', (kind) => {
    expect(one(draw('fr', kind), 'section').getAttribute('aria-live')).toBe('polite');
  });

  describe.each(LANGUAGES)('in %s', (language) => {
    it.each(KINDS)('is accessible, gives no verdict and names no colour: %s', async (kind) => {
      const container = draw(language, kind);
      expect(await violationsIn(container)).toEqual([]);
      expect(verdictsIn(container)).toEqual([]);
    });
  });
});
