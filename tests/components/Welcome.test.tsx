import { describe, expect, it } from 'vitest';

import { Welcome } from '../../components/Welcome.tsx';
import { textOf, verdictsIn, violationsIn } from './reading.ts';
import { LANGUAGES, render } from './render.tsx';

describe('the welcome page', () => {
  it.each(LANGUAGES)('leaves nothing for axe to say, and passes no verdict, in %s', async (language) => {
    const { container } = render(
      language,
      <main>
        <Welcome demoAddress="/demo.html" optionsAddress="/options.html" browser="chrome" />
      </main>,
    );
    expect(await violationsIn(container)).toEqual([]);
    expect(verdictsIn(container)).toEqual([]);
  });

  it('says how to keep it at hand in each browser', () => {
    const said = (['chrome', 'firefox'] as const).map((browser) =>
      textOf(render('fr', <Welcome demoAddress="/d" optionsAddress="/o" browser={browser} />).container),
    );
    expect(said[0]).not.toContain('Épingler à la barre');
    expect(said[1]).toContain('Épingler à la barre');
  });
});
