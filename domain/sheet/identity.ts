import type { Fact } from '../registry/fact.ts';
import type { Provider } from '../registry/provider.ts';
import type { Registry } from '../registry/registry.ts';
import type { MessageKey } from '../wording/message-key.ts';
import { countries, number, phrase, text, type Phrase } from '../wording/phrase.ts';
import { factLine, type FactLine } from './fact-line.ts';
import type { ReceiptLedger } from './receipt-ledger.ts';

export interface IdentityLine {
  label: MessageKey;
  line: FactLine;
}

type ValueOf<F> = F extends { state: 'known'; value: infer Value } ? Value : never;

/**
 * Who a provider is: legal entity, head office, the chain up to its ultimate parent, whose technology it runs.
 * In: a provider, the registry, the sheet's ledger. Out: the lines, silences among them, always in the same order.
 */
export function identityOf(provider: Provider, registry: Registry, ledger: ReceiptLedger): IdentityLine[] {
  const line = <Value>(label: MessageKey, fact: Fact<Value>, say: (value: Value) => Phrase[]): IdentityLine => ({
    label,
    line: factLine(fact, say, registry.sources, ledger),
  });
  return [
    line('sheet_legalEntity', provider.legalEntity as Fact<ValueOf<Provider['legalEntity']>>, (entity) => [
      inCountry(entity.name, entity.country),
      ...(entity.siren === undefined ? [] : [phrase('sheet_siren', text(groupDigits(entity.siren)))]),
      ...(entity.lei === undefined ? [] : [phrase('sheet_lei', text(entity.lei))]),
    ]),
    line('sheet_headOffice', provider.headOffice as Fact<ValueOf<Provider['headOffice']>>, ({ city, country }) => [
      city === undefined ? phrase('plain', countries([country])) : inCountry(city, country),
    ]),
    line('sheet_ultimateParent', provider.ultimateParent as Fact<ValueOf<Provider['ultimateParent']>>, (parent) => [
      inCountry(parent.name, parent.country),
      // The parent stands above: the chain is what is on the way to it.
      ...(parent.chain ?? [])
        .filter((holder) => holder.name !== parent.name || holder.share !== undefined)
        .map((holder) => holderLine(holder)),
    ]),
    line(
      'sheet_technologyLicensor',
      provider.technologyLicensor as Fact<ValueOf<Provider['technologyLicensor']>>,
      (licensor) => [inCountry(licensor.name, licensor.country)],
    ),
  ];
}

function inCountry(name: string, country: string | undefined): Phrase {
  return country === undefined
    ? phrase('plain', text(name))
    : phrase('sheet_inCountry', text(name), countries([country]));
}

function holderLine({ name, country, share }: { name: string; country?: string; share?: number }): Phrase {
  if (share === undefined) {
    return country === undefined
      ? phrase('sheet_heldThrough', text(name))
      : phrase('sheet_heldThroughIn', text(name), countries([country]));
  }
  return country === undefined
    ? phrase('sheet_holder', text(name), number(share))
    : phrase('sheet_holderIn', text(name), countries([country]), number(share));
}

/** A SIREN as it is read: 433 115 904, with no-break spaces. */
function groupDigits(siren: string): string {
  return siren.replace(/(\d{3})(?=\d)/g, '$1\u00a0');
}
