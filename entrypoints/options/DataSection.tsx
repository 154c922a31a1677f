import { useEffect, useState } from 'preact/hooks';

import { DataOptions } from '../../components/options/DataOptions.tsx';
import { UpdatesOption } from '../../components/options/GeneralOptions.tsx';
import type { SectionProps } from '../../components/options/section.ts';
import { checkFeed, markChangesSeen } from '../own-page/data-calls.ts';
import { useDataReport } from '../own-page/data-report.ts';

/** The data in force, their feed, and whether it is asked. */
export function DataSection(props: SectionProps) {
  const [report, setReport] = useDataReport(props.settings);
  const [asked, setAsked] = useState<Parameters<typeof DataOptions>[0]['asked']>('nothing');
  const [versionBefore, setVersionBefore] = useState(0);

  const unseen = report?.changes?.seen === false;
  useEffect(() => {
    // Whoever came here for the list has it before the eyes.
    if (unseen && location.hash === '#data') markChangesSeen().catch(() => undefined);
  }, [unseen]);

  return (
    <>
      {report !== null && (
        <DataOptions
          report={report}
          asked={asked}
          versionBefore={versionBefore}
          onCheck={() => {
            setVersionBefore(report.registry.version);
            setAsked('asking');
            checkFeed().then(
              (answer) => {
                setReport(answer);
                setAsked('answered');
              },
              () => setAsked('failed'),
            );
          }}
        />
      )}
      {report?.updates !== 'unconfigured' && <UpdatesOption {...props} />}
    </>
  );
}
