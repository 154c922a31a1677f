import { useEffect, useState } from 'preact/hooks';

import portals from '../../data/portals.json';
import { AboutOptions } from '../../components/options/AboutOptions.tsx';
import { FileOptions } from '../../components/options/FileOptions.tsx';
import { LanguageOptions, RequirementOptions, ThemeOptions } from '../../components/options/GeneralOptions.tsx';
import { MarkingOptions } from '../../components/options/MarkingOptions.tsx';
import { OptionsLayout } from '../../components/options/OptionsLayout.tsx';
import { PolicyOptions } from '../../components/options/PolicyOptions.tsx';
import { ShortcutOptions } from '../../components/options/ShortcutOptions.tsx';
import { SitesOptions } from '../../components/options/SitesOptions.tsx';
import { StoredProblem } from '../../components/options/StoredProblem.tsx';
import { useWording } from '../../components/wording-context.ts';
import type { RequirementSetList } from '../../domain/protocol/messages.ts';
import { DEFAULT_SETTINGS, type Settings, type SettingsPatch } from '../../domain/settings/settings.ts';
import type { SettingsReport } from '../../domain/settings/settings-report.ts';
import { addSite, grantSite, removeSite, setEverySite } from '../own-page/site-access.ts';
import {
  changeSettings,
  forgetUnreadableSettings,
  listRequirementSets,
  readSettingsReport,
} from '../own-page/settings-calls.ts';
import { DataSection } from './DataSection.tsx';
import { readSurroundings, openShortcuts, type Surroundings } from './surroundings.ts';
import { downloadSettings, readChosenFile, reasonOf } from './settings-files.ts';

interface Notice {
  text: string;
  onUndo?: () => void;
}

/** Every setting, where each comes from, and what can be done with them all. */
export function Options({ settings }: { settings: Settings }) {
  const { t, marked } = useWording();
  const [report, setReport] = useState<SettingsReport | null>(null);
  const [around, setAround] = useState<Surroundings | null>(null);
  const [sets, setSets] = useState<RequirementSetList>([]);
  const [notice, setNotice] = useState<Notice | null>(null);

  const refresh = () => {
    // Without an answer the page stays as it is; whatever is changed on it says that it failed.
    readSettingsReport().then(setReport, () => undefined);
  };
  useEffect(refresh, [settings]);
  useEffect(() => {
    // Without an answer there is only the choice of none.
    listRequirementSets().then(setSets, () => undefined);
  }, []);
  useEffect(() => readSurroundings(settings, setAround), [settings]);
  useEffect(() => {
    if (notice === null || notice.onUndo !== undefined) return undefined;
    const timer = setTimeout(() => {
      setNotice(null);
    }, 4000);
    return () => {
      clearTimeout(timer);
    };
  }, [notice]);

  const failed = () => {
    setNotice({ text: t('options_failed') });
  };
  const change = (patch: SettingsPatch, then: Notice = { text: t('options_saved') }) => {
    changeSettings(patch).then(() => {
      setNotice(then);
    }, failed);
  };
  /** Changes everything at once, with the way back. */
  const replace = (patch: SettingsPatch, text: string) => {
    const before = settings;
    change(
      { ...DEFAULT_SETTINGS, ...patch },
      {
        text,
        onUndo: () => {
          change(before, { text: t('options_undone') });
        },
      },
    );
  };
  /** Says what became of a question to the browser. In: whether it gave access, once it has answered. */
  const tell = (granted: Promise<boolean>) =>
    void granted.then((isGiven) => {
      setNotice({ text: isGiven ? t('options_saved') : t('options_refused') });
    }, failed);

  const locked = report?.policy?.locked ?? [];
  const section = {
    settings,
    locked,
    onChange: (patch: SettingsPatch) => {
      change(patch);
    },
  };
  const sections = [
    { id: 'marking', title: t('options_section_marking'), content: <MarkingOptions {...section} /> },
    {
      id: 'sites',
      title: t('options_section_sites'),
      content: (
        <SitesOptions
          {...section}
          portals={portals}
          withoutAccess={around?.withoutAccess ?? null}
          everySiteGranted={around?.everySiteGranted ?? null}
          now={around?.now ?? 0}
          policySites={{ added: report?.policy?.sitesAdded ?? [], blocked: report?.policy?.sitesBlocked ?? [] }}
          onAddSite={(host) => tell(addSite(host))}
          onRemoveSite={(host) => void removeSite(host).catch(failed)}
          onGrant={(host) => tell(grantSite(host))}
          onEverySite={(on) => tell(setEverySite(on))}
        />
      ),
    },
    {
      id: 'requirements',
      title: t('options_section_requirements'),
      content: (
        <RequirementOptions
          {...section}
          sets={sets.map(({ id, name, legalText }) => ({ id, name: marked(name), detail: marked(legalText) }))}
        />
      ),
    },
    {
      id: 'language',
      title: t('options_section_language'),
      content: <LanguageOptions {...section} />,
    },
    { id: 'theme', title: t('options_section_theme'), content: <ThemeOptions {...section} /> },
    { id: 'data', title: t('options_section_data'), content: <DataSection {...section} /> },
    {
      id: 'shortcuts',
      title: t('options_section_shortcuts'),
      content: around !== null && (
        <ShortcutOptions commands={around.commands} place={around.shortcutsPlace} onOpen={openShortcuts()} />
      ),
    },
    {
      id: 'file',
      title: t('options_section_file'),
      content: (
        <FileOptions
          unchanged={report === null || Object.keys(report.changed).length === 0}
          onExport={() => {
            if (report !== null) downloadSettings(report.changed);
          }}
          onImport={(file) =>
            void readChosenFile(file).then(
              ({ changed, ignored }) => {
                replace(
                  changed,
                  ignored.length === 0 ? t('options_imported') : t('options_importedPartly', ignored.join(', ')),
                );
              },
              (error: unknown) => {
                setNotice({ text: t(reasonOf(error)) });
              },
            )
          }
          onReset={() => {
            replace({}, t('options_resetDone'));
          }}
        />
      ),
    },
    {
      id: 'policy',
      title: t('options_section_policy'),
      content: <PolicyOptions policy={report?.policy ?? null} />,
    },
    { id: 'about', title: t('options_section_about'), content: <AboutOptions version={around?.version ?? ''} /> },
  ];

  return (
    <>
      {report?.problem != null && (
        <StoredProblem
          problem={report.problem}
          onDismiss={() => void forgetUnreadableSettings().then(refresh, failed)}
        />
      )}
      <OptionsLayout sections={sections} notice={notice} />
    </>
  );
}
