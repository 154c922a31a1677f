import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fileNameOf } from '../../../../domain/dossier/export/file-name.ts';
import { anyText } from './arbitrary-dossier.ts';

const nameOf = (name: string) => fileNameOf(name, 'Dossier sans titre', 'odt');

describe('the name of a file', () => {
  it.each([
    ['Hébergement du portail', 'Hébergement du portail.odt'],
    ['Lot 2 : données / santé', 'Lot 2 - données - santé.odt'],
    ['a<b>c"d\\e|f?g*h', 'a-b-c-d-e-f-g-h.odt'],
    ['CON', 'CON_.odt'],
    ['nul.txt', 'nul_.txt.odt'],
    ['COM1', 'COM1_.odt'],
    ['Console', 'Console.odt'],
    ['fin.  . ', 'fin.odt'],
    ['..', 'Dossier sans titre.odt'],
    ['../../etc/passwd', 'etc-passwd.odt'],
    ['', 'Dossier sans titre.odt'],
    ['\u202Efdp.exe', 'fdp.exe.odt'],
    ['a\nb\tc', 'a b c.odt'],
    ['e\u0301', 'é.odt'],
  ])('of %j is %j', (name, file) => {
    expect(nameOf(name)).toBe(file);
  });

  it('is one that Windows takes, whatever the dossier is called', () => {
    fc.assert(
      fc.property(anyText(300), (name) => {
        const file = nameOf(name);
        // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
        expect(file).not.toMatch(/[<>:"/\\|?*\u0000-\u001F]/);
        expect(file).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
        expect(file).not.toMatch(/^[. ]|[. ]\.odt$/);
        expect(file.length).toBeLessThanOrEqual(110);
        expect(file.isWellFormed()).toBe(true);
      }),
    );
  });
});
