import { describe, expect, it } from 'vitest';

import { Glyph } from '../../components/Glyph.tsx';
import { STANDINGS } from '../../domain/assessment/assessment.ts';
import { textOf, verdictsIn, violationsIn } from './reading.ts';
import { LANGUAGES, one, render, type Language } from './render.tsx';

type Standing = (typeof STANDINGS)[number];

function draw(language: Language, standing: Standing, size = 18): HTMLElement {
  return render(
    language,
    <p>
      <Glyph standing={standing} size={size} /> en partie
    </p>,
  ).container;
}

/** What is drawn, whatever its colour and the weight of its lines. */
function shapeOf(container: HTMLElement): string[] {
  const marks = one(container, 'svg').querySelectorAll('circle, path, rect, ellipse, line, polygon, polyline');
  return [...marks].map((mark) => {
    const filled = mark.getAttribute('fill') === 'none' ? 'outline' : 'filled';
    const dashed = mark.hasAttribute('stroke-dasharray') ? 'dashed' : 'plain';
    const drawn = ['d', 'cx', 'cy', 'x', 'y', 'points'].map((name) => mark.getAttribute(name) ?? '').join(' ');
    return `${mark.localName} ${filled} ${dashed} ${drawn}`;
  });
}

describe('the glyph of a standing', () => {
  it('has a shape of its own, which neither colour nor line weight makes', () => {
    const shapes = STANDINGS.map((standing) => shapeOf(draw('fr', standing)));
    for (const shape of shapes) expect(shape).not.toEqual([]);
    expect(new Set(shapes.map((shape) => shape.join('\n'))).size).toBe(STANDINGS.length);
  });

  it.each(STANDINGS)('takes the colour of the words beside it, and no other but the paper’s: %s', (standing) => {
    const paints = [...one(draw('fr', standing), 'svg').querySelectorAll('*')].flatMap((mark) =>
      ['fill', 'stroke', 'stop-color', 'style'].flatMap((name) => mark.getAttribute(name) ?? []),
    );
    expect(paints).toContain('currentColor');
    // One stroke of one glyph wipes, in the colour of the paper; nothing else has a colour of its own.
    expect(paints.filter((paint) => paint !== 'currentColor' && paint !== 'none')).toEqual(
      standing === 'contested' ? ['var(--paper)'] : [],
    );
  });

  it.each(STANDINGS)('leaves the speaking to the words beside it: %s', (standing) => {
    const container = draw('fr', standing);
    expect(one(container, 'svg').getAttribute('aria-hidden')).toBe('true');
    expect(textOf(container)).toBe('en partie');
  });

  it('is as large as it is asked to be', () => {
    const svg = one(draw('fr', 'half', 14), 'svg');
    expect([svg.getAttribute('width'), svg.getAttribute('height')]).toEqual(['14', '14']);
  });

  describe.each(LANGUAGES)('in %s', (language) => {
    it.each(STANDINGS)('is accessible, gives no verdict and names no colour: %s', async (standing) => {
      const container = draw(language, standing);
      expect(await violationsIn(container)).toEqual([]);
      expect(verdictsIn(container)).toEqual([]);
    });
  });
});
