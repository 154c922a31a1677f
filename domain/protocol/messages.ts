import * as v from 'valibot';

import { AssessmentSchema, AXES } from '../assessment/assessment.ts';
import { DaySchema } from '../registry/partial-date.ts';
import type { CitationText } from '../dossier/citation.ts';
import type { DataReport } from '../feed/data-report.ts';
import type { NameEvidence, NameList } from '../registry/name-index.ts';
import type { Registry } from '../registry/registry.ts';
import { IdSchema, LocalizedTextSchema, NameSchema } from '../registry/text.ts';
import { ChecklistSchema } from '../requirements/checklist.ts';
import { BuyerSchema } from '../requirements/buyer.ts';
import { InternalNotesSchema } from '../settings/internal-note.ts';
import { LANGUAGE_CHOICES, type PageSettings } from '../settings/page-settings.ts';
import { type Settings, type SettingsPatch } from '../settings/settings.ts';
import type { ProviderHit } from '../registry/provider-search.ts';
import type { SettingsReport } from '../settings/settings-report.ts';
import type { Box, FrameCardRequest } from './frame-card.ts';
import type { Messages } from '../wording/messages.ts';
import type { DossierProtocol } from './dossier-messages.ts';

export const AssessRequestSchema = v.strictObject({
  providers: v.pipe(v.array(IdSchema), v.maxLength(1000)),
  /** Absent: the one that the reader chose in the settings, or none. */
  requirementSet: v.exactOptional(IdSchema),
  /** Who buys: what binds one does not bind another. A collectivité unless said. */
  buyer: v.exactOptional(BuyerSchema),
});

export type AssessRequest = v.InferOutput<typeof AssessRequestSchema>;

export const AssessResponseSchema = v.strictObject({
  registry: v.strictObject({ version: v.number(), date: DaySchema }),
  /** In the order asked; a provider that the registry in force does not hold is left out. */
  assessments: v.array(AssessmentSchema),
  /** By provider; empty where no requirement set is chosen. */
  checklists: v.exactOptional(v.record(IdSchema, ChecklistSchema)),
  /** The organisation's own notes on them; absent where it wrote none. */
  internal: v.exactOptional(InternalNotesSchema),
});
export type AssessResponse = v.InferOutput<typeof AssessResponseSchema>;

/** The requirement sets that can be chosen. */
export const RequirementSetListSchema = v.array(
  v.strictObject({ id: IdSchema, name: LocalizedTextSchema, legalText: LocalizedTextSchema }),
);
export type RequirementSetList = v.InferOutput<typeof RequirementSetListSchema>;

export const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));

export const InventorySchema = v.array(
  v.strictObject({ provider: IdSchema, mentions: CountSchema, possible: CountSchema }),
);
/** The distinct providers of a page, each with its number of mentions, and how many of those are only possible. */
export type Inventory = v.InferOutput<typeof InventorySchema>;

export const SearchTextSchema = v.pipe(v.string(), v.maxLength(200));
export const ProviderHitsSchema = v.array(
  v.strictObject({ provider: IdSchema, name: v.string(), alias: v.exactOptional(v.string()) }),
);

const [, ...LANGUAGES] = LANGUAGE_CHOICES;
export const LanguageSchema = v.picklist(LANGUAGES);

export const DirectionSchema = v.picklist(['next', 'previous', 'here']);
export type Direction = v.InferOutput<typeof DirectionSchema>;

/** A step from mention to mention within one frame: from where it is, or from the edge at which one enters it. */
export const StepSchema = v.strictObject({
  direction: DirectionSchema,
  provider: v.nullable(IdSchema),
  from: v.picklist(['here', 'edge']),
});
export type Step = v.InferOutput<typeof StepSchema>;

export const TabSchema = v.pipe(v.number(), v.integer());
export const ShowRequestSchema = v.strictObject({ tab: TabSchema, provider: IdSchema });
export const FramesSchema = v.array(v.pipe(v.number(), v.integer()));
export const NamedSchema = v.pipe(v.array(IdSchema), v.maxLength(10_000));
/** The address of the page that holds a frame, as far as the browser tells; null in the page itself. */
export const TopOriginSchema = v.nullable(v.pipe(v.string(), v.maxLength(300)));

/** A provider's sheet, and the part of it to begin at. */
export const SheetRequestSchema = v.strictObject({
  provider: IdSchema,
  section: v.exactOptional(v.picklist(['report'])),
});
export type SheetRequest = v.InferOutput<typeof SheetRequestSchema>;

/** Every provider of the registry in force, to choose one from. */
export const DirectorySchema = v.array(v.strictObject({ provider: IdSchema, name: NameSchema }));
export type Directory = v.InferOutput<typeof DirectorySchema>;

/** Which statements are cited, and the page on which the name was read. */
export const CiteRequestSchema = v.strictObject({
  provider: IdSchema,
  axes: v.pipe(v.array(v.picklist(AXES)), v.minLength(1), v.maxLength(AXES.length)),
  page: v.exactOptional(
    v.strictObject({ title: v.pipe(v.string(), v.maxLength(2000)), url: v.pipe(v.string(), v.maxLength(4000)) }),
  ),
});
export type CiteRequest = v.InferOutput<typeof CiteRequestSchema>;

export const CitationTextSchema = v.strictObject({ plain: v.string(), markdown: v.string(), html: v.string() });

/** What the contexts of the extension say to each other. Every payload is parsed on receipt, answers too. */
export interface Protocol extends DossierProtocol {
  /** Content script or popup to background: the three axes of some providers, as of today. */
  assess(request: AssessRequest): AssessResponse;
  /** Our own pages to background: the requirement sets that can be chosen. */
  listRequirementSets(): RequirementSetList;
  /** The full sheet to background: what the registry in force holds on one provider, as a registry; null for none such. */
  readProvider(provider: string): Registry | null;
  /** The full sheet to background: the providers there are. */
  listProviders(): Directory;
  /** Content script to background: open a provider's full sheet in a tab beside its own. */
  openSheet(request: SheetRequest): void;
  /** Any of ours to background: statements as a citation, as of now. Null for a provider that the registry does not hold. */
  cite(request: CiteRequest): CitationText | null;
  /** Content script to background: what its frame names is no longer what it was. */
  providersChanged(): void;
  /** Background to content script: the distinct providers that its frame names, as far as it is read. */
  readNamed(): string[];
  /** Popup to background: the frames of a tab that are known to name somebody, the page itself first. */
  listFrames(tab: number): number[];
  /** Popup to content script: what the page names; null where the settings keep us from reading it. */
  readInventory(): Inventory | null;
  /** Popup to background: go to the provider's next mention in a tab and open its card. False when none is visible. */
  showNext(request: v.InferOutput<typeof ShowRequestSchema>): boolean;
  /** Background to content script: go to a mention of its frame and open its card. False when there is none that way. */
  goToMention(step: Step): boolean;
  /** Content script of a frame to background: have its card shown by the page around it. Null where that cannot be. */
  showFrameCard(request: FrameCardRequest): Box | null;
  /** Background to the page's content script: the same, and whose it is. */
  openFrameCard(request: FrameCardRequest & { frame: number }): Box | null;
  /** Content script of a frame to background, and on to the page's: its card is no longer wanted. */
  dropFrameCard(): void;
  closeFrameCard(frame: number): void;
  /** Content script of the page to background, and on to the frame's: its card is closed. */
  frameCardClosed(frame: number): void;
  forgetFrameCard(): void;
  /** Popup to background: the providers that a text names, by any of their names. */
  searchProviders(text: string): ProviderHit[];
  /** Our own pages to background: all settings. */
  readSettings(): Settings;
  /** Our own pages to background: what the options show: what holds, who decided it, what could not be read. */
  readSettingsReport(): SettingsReport;
  /** Our own pages to background: drops the settings that could not be read and were put aside. */
  forgetUnreadableSettings(): void;
  /** Our own pages to background: changes some settings. Out: all of them, as they hold now. */
  changeSettings(patch: SettingsPatch): Settings;
  /** Content script to background: the settings as they hold for its page. */
  readPageSettings(topOrigin: v.InferOutput<typeof TopOriginSchema>): PageSettings;
  /** Background to content scripts and own pages: the settings changed. They ask again: only what a content script sends says where it is. */
  settingsChanged(): void;
  /** Content script to background: the names of the registry in force; null where they are the bundled ones. */
  readNames(): NameList | null;
  /** Content script to background: what tells the ambiguous names of an edition apart; null for one that is in force no more. */
  readNameEvidence(edition: string): NameEvidence | null;
  /** Our own pages to background: what is said of the data in force and of their feed. */
  readDataReport(): DataReport;
  /** Our own pages to background: asks the feed now. Out: what is said then. */
  checkFeed(): DataReport;
  /** Our own pages to background: the reader has seen what the last updates changed. */
  markChangesSeen(): DataReport;
  /** Background to our own pages: what is said of the data has changed. */
  dataChanged(): void;
  /** Content script or own page to background: the messages of a language that is not the browser's. */
  readMessages(language: v.InferOutput<typeof LanguageSchema>): Messages;
}
