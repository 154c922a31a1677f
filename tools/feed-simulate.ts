import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { alarmAt, nextAttempt } from '../domain/feed/schedule.ts';
import { runCommand } from './feed/command.ts';
import { FeedError } from './feed/feed-error.ts';
import { DEFAULT_FOLDER, NAMES, readManifest } from './feed/folder.ts';
import { figuresOf, reportTraffic, seededRandom } from './feed/traffic-report.ts';

const HELP = `
npm run feed:simulate -- [--clients NUMBER] [--json] [--folder FOLDER] [--seed NUMBER]

Plays what a number of installations ask of the host of a feed, by the extension's own schedule: a week without news, a day
with an update at noon, that day with the host down for six hours, and a day of offices. Nothing is sent.

  --clients NUMBER  how many installations (1000000)
  --json            prints the figures alone: unchangedDayBytesPerClient (body, in bytes), peakToMean, peakToMeanAfterOutage
                    (the busiest minutes to the day's mean), hoursTo99Percent
  --folder FOLDER   takes the sizes of the files from this feed (${DEFAULT_FOLDER}, where there is one)
  --seed NUMBER     draws other numbers (1)
`;

/** About what the feed weighs, where none has been built here. In bytes. */
const USUAL_SIZES = { manifestSize: 1_100, registrySize: 1_300_000 };
/** What the host may be asked for: bytes of body an installation on a day without news; the busiest minute to the mean. */
const BARS = { bytes: 1000, ratio: 3 };

await runCommand(
  {
    help: HELP,
    options: {
      clients: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '1' },
      folder: { type: 'string' },
      json: { type: 'boolean' },
    },
  },
  ({ values }) => {
    const clients = wholeNumber(values.clients, '--clients');
    const sizes = sizesIn(values.folder);
    const report = reportTraffic(
      { clients, ...sizes },
      { nextAttempt, overdueAttempt },
      seededRandom(wholeNumber(values.seed, '--seed')),
    );
    const figures = figuresOf(report);
    if (values.json === true) {
      console.log(JSON.stringify(figures));
      return;
    }
    const { quiet, update, outage, offices, minutes } = report;
    const busiest = `in the busiest ${minutes === 1 ? 'minute' : `${minutes} minutes`}`;
    const bar = (value: number, most: number) =>
      `${value} (at most ${most}: ${value <= most ? 'holds' : 'DOES NOT HOLD'})`;
    console.log(`${clients.toLocaleString('en')} installations, always on. Manifest ${sizes.manifestSize} bytes, registry ${sizes.registrySize} bytes, before compression.

A week without news, the signature renewed once
  requests a second        ${quiet.mean.toFixed(1)} on average, ${quiet.peak.toFixed(1)} ${busiest}
  bytes a client and day   ${bar(figures.unchangedDayBytesPerClient, BARS.bytes)}

A day with an update at noon
  requests a second        ${update.mean.toFixed(1)} on average, ${update.peak.toFixed(1)} ${busiest}
  peak to mean             ${bar(figures.peakToMean, BARS.ratio)}
  bytes a client           ${Math.round(update.bytesPerClient)}
  99 % have it after       ${update.hoursTo99.toFixed(1)} h

The same day, the host down for six hours from noon
  requests a second        ${outage.peakDuring.toFixed(1)} ${busiest} meanwhile, ${outage.peakAfter.toFixed(1)} afterwards; ${outage.failed.toLocaleString('en')} in vain
  peak to mean afterwards  ${bar(figures.peakToMeanAfterOutage, BARS.ratio)}
  99 % have it after       ${outage.hoursTo99.toFixed(1)} h

A day without news, browsers open in office hours alone: what fell due overnight is asked in the morning
  requests a second        ${offices.mean.toFixed(1)} on average of 24 hours, ${offices.peak.toFixed(1)} ${busiest}`);
  },
);

/** No alarm stands when a browser opens: what is overdue is put off as the schedule says. */
function overdueAttempt(now: number, due: number, jitter: number): number {
  return alarmAt(now, due, null, jitter) ?? now;
}

function wholeNumber(text: string, option: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > 20_000_000) {
    throw new FeedError(`${option}: "${text}" is not a whole number from 1 to 20000000`);
  }
  return number;
}

function sizesIn(given: string | undefined): typeof USUAL_SIZES {
  const folder = given ?? DEFAULT_FOLDER;
  const feed = join(folder, NAMES.feed);
  if (given === undefined && !existsSync(feed)) return USUAL_SIZES;
  const { registry } = readManifest(folder);
  if (!existsSync(feed)) throw new FeedError(`${feed} is not there: sign the feed first (feed:sign)`);
  return { manifestSize: statSync(feed).size, registrySize: registry.size };
}
