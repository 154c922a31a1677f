import { describe, expect, it } from 'vitest';

import { reportAddress, writeErrorReport } from '../../../domain/dossier/error-report.ts';
import { createWording } from '../../../domain/wording/wording.ts';
import { messagesOf } from '../../messages-of.ts';
import { NIMBE, REGISTRY } from '../../components/sample-assessment.ts';

const REPORT = writeErrorReport(NIMBE, REGISTRY, createWording(messagesOf('fr')));

describe('the report of an error', () => {
  it('begins with what the registry says, and leaves room for what is wrong', () => {
    expect(REPORT.title).toBe('Erreur dans la fiche\u00a0: Nimbe');
    expect(REPORT.body).toMatchInlineSnapshot(`
      "Fiche Nimbe (nimbe), registre 42 du 20/11/2026.
      - Données : Au choix du client : Allemagne et France
      - Droit : États-Unis, lien indirect
      - Qualification : SecNumCloud en vigueur jusqu’au 01/12/2026

      Ce qui est inexact :


      Source publique :
      "
    `);
  });

  it.each([
    [
      'a mailbox',
      'mailto:registre@example.org',
      /^mailto:registre@example\.org\?subject=Erreur%20dans.*&body=Fiche%20Nimbe/,
    ],
    ['a form', 'https://example.org/new?t={title}&b={body}', /^https:\/\/example\.org\/new\?t=Erreur%20.*&b=Fiche%20/],
    ['a page without blanks', 'https://example.org/report', /^https:\/\/example\.org\/report$/],
  ])('goes to %s', (_, template, address) => {
    expect(reportAddress(template, REPORT)).toMatch(address);
  });

  it.each(['', 'javascript:alert(1)', 'http://example.org', 'mailto:', 'mailto:a@b?cc=c@d', 'registre@example.org'])(
    'goes nowhere else: "%s"',
    (template) => {
      expect(reportAddress(template, REPORT)).toBeNull();
    },
  );
});
