import { browser } from 'wxt/browser';

import { changedSince, type EntryChange } from '../../domain/dossier/changed-since.ts';
import { DOSSIER_FORMAT, type Dossier, type DossierEntry } from '../../domain/dossier/dossier.ts';
import type { DossierPatch } from '../../domain/dossier/dossier-patch.ts';
import { checkAgain, freezeAgain, freezeFacts, type FactsInForce } from '../../domain/dossier/freeze.ts';
import { momentWithOffset } from '../../domain/dossier/moment.ts';
import { pageSeen } from '../../domain/dossier/page-seen.ts';
import type { AddRequest, Addition } from '../../domain/protocol/addition.ts';
import type { ChangeRequest, DossierComparison, DossierList } from '../../domain/protocol/dossier-messages.ts';
import { DossierRefused } from './dossier-refused.ts';
import { changeStored, createStored, listStored, readStored } from './dossier-store.ts';
import { registryInForce } from './registry-in-force.ts';
import { requirementsInForce } from './requirements-in-force.ts';
import { settingsInForce } from './settings-in-force.ts';
import { dayIn } from './today.ts';
import { wordingInForce } from './wording-in-force.ts';

/** The dossiers, and whether the browser keeps them. */
export async function listDossiers(): Promise<DossierList> {
  return { ok: true, ...(await listStored()), forgetful: browser.extension.inIncognitoContext };
}

/** A new dossier, which asks what the reader asks of every page until it is told otherwise. */
export async function createDossier(): Promise<Dossier> {
  const [{ requirementSet }, { t, date }] = await Promise.all([settingsInForce(), wordingInForce()]);
  const at = now();
  const dossier: Dossier = {
    format: DOSSIER_FORMAT,
    id: crypto.randomUUID(),
    revision: 0,
    name: t('dossier_defaultName', date(at.slice(0, 10))),
    reference: '',
    buyer: '',
    buyerKind: 'collectivite',
    requirementSet,
    note: '',
    createdAt: at,
    changedAt: at,
    entries: [],
  };
  await createStored(dossier);
  return dossier;
}

/** Keeps a dossier that comes from elsewhere. One of the same id stays as it is: this one then gets an id of its own. */
export async function keepDossier(dossier: Dossier): Promise<Dossier> {
  const { dossiers } = await listStored();
  const taken = dossiers.some(({ id }) => id === dossier.id);
  const kept = taken ? { ...dossier, id: crypto.randomUUID() } : dossier;
  await createStored(kept);
  return kept;
}

/** Adds providers to a dossier, with their facts as of now. Those that it has already stay as they are. */
export async function addToDossier({ dossier, providers, offering, page }: AddRequest): Promise<Addition> {
  const id = dossier ?? (await listStored()).active ?? (await createDossier()).id;
  const inForce = await factsInForce();
  const at = now();
  let added = 0;
  let already = 0;
  const changed = await changeStored(
    id,
    null,
    (current) => {
      const has = new Set(current.entries.map(subjectOf));
      const wanted = [...new Set(providers)].map((provider) => ({ provider, offering }));
      const missing = wanted.filter((one) => !has.has(`${one.provider} ${one.offering ?? ''}`));
      const put = missing.flatMap((one): DossierEntry[] => {
        const facts = freezeFacts(one, inForce, current);
        if (facts === null) return [];
        return [
          {
            id: crypto.randomUUID(),
            addedAt: at,
            ...(page !== undefined && { page: pageSeen(page) }),
            note: '',
            ...facts,
          },
        ];
      });
      added = put.length;
      already = wanted.length - missing.length;
      if (added + already === 0) throw new DossierRefused('not-in-registry');
      return added === 0 ? null : { cover: null, put, drop: [] };
    },
    at,
  );
  return { ok: true, dossier: id, name: changed.name, revision: changed.revision, added, already };
}

/** Makes one of the changes that a page of ours asks. Out: the dossier after it. */
export async function changeDossier({ dossier: id, revision, change }: ChangeRequest): Promise<Dossier> {
  const inForce = await factsInForce();
  const at = now();
  return changeStored(id, revision, (dossier) => patchFor(dossier, change, inForce, at), at);
}

function patchFor(
  dossier: Dossier,
  change: ChangeRequest['change'],
  inForce: FactsInForce,
  at: string,
): DossierPatch | null {
  switch (change.kind) {
    case 'cover': {
      const { cover } = change;
      const sameQuestion = cover.requirementSet === dossier.requirementSet && cover.buyerKind === dossier.buyerKind;
      const put = sameQuestion ? [] : dossier.entries.map((entry) => checkAgain(entry, inForce, cover));
      return { cover, put, drop: [] };
    }
    case 'note': {
      const entry = dossier.entries.find(({ id }) => id === change.entry);
      if (entry === undefined) throw new DossierRefused('changed-elsewhere');
      return entry.note === change.note ? null : { cover: null, put: [{ ...entry, note: change.note }], drop: [] };
    }
    case 'remove':
      return { cover: null, put: [], drop: change.entries };
    case 'freeze-again': {
      const chosen = new Set(change.entries);
      const put = dossier.entries.flatMap((entry) =>
        chosen.has(entry.id) ? (freezeAgain(entry, inForce, dossier, at) ?? []) : [],
      );
      if (put.length === 0) throw new DossierRefused('not-in-registry');
      return { cover: null, put, drop: [] };
    }
  }
}

/** Holds each entry against the registry in force. */
export async function compareDossier(id: string): Promise<DossierComparison> {
  const dossier = await readStored(id);
  const inForce = await factsInForce();
  const changes = new Map<string, EntryChange>();
  for (const entry of dossier.entries) {
    const facts = freezeFacts({ provider: entry.provider, offering: entry.offering?.id }, inForce, dossier);
    const change = changedSince(entry, facts);
    if (change !== null) changes.set(entry.id, change);
  }
  const { version, date } = inForce.registry;
  return { ok: true, registry: { version, date }, changes: Object.fromEntries(changes) };
}

/** What an entry is about: nothing is twice in a dossier. */
function subjectOf({ provider, offering }: DossierEntry): string {
  return `${provider} ${offering?.id ?? ''}`;
}

async function factsInForce(): Promise<FactsInForce> {
  const registry = await registryInForce();
  return { registry, requirements: requirementsInForce, day: dayIn(registry) };
}

/** The moment, by the reader's clock. */
export function now(): string {
  const moment = new Date();
  return momentWithOffset(moment, -moment.getTimezoneOffset());
}
