import * as v from 'valibot';

/** An open list that a provider publishes about itself, and how the registry's facts can be compared with it. */
export interface Upstream {
  provider: string;
  offering: string;
  url: string;
  /** In: the parsed answer. Out: the region codes that it names. Throws ValiError when it is not the list expected. */
  regionsIn: (answer: unknown) => string[];
}

const AwsRangesSchema = v.object({ prefixes: v.array(v.object({ region: v.string() })) });
const GoogleRangesSchema = v.object({ prefixes: v.array(v.object({ scope: v.string() })) });

/** The upstreams that can be read by program. What they say is a proposal to review, never a change. */
export const UPSTREAMS: readonly Upstream[] = [
  {
    provider: 'aws',
    offering: 'aws-commercial-regions',
    url: 'https://ip-ranges.amazonaws.com/ip-ranges.json',
    regionsIn: (answer) =>
      distinct(v.parse(AwsRangesSchema, answer).prefixes.map((prefix) => prefix.region)).filter((code) =>
        /-\d+$/.test(code),
      ),
  },
  {
    provider: 'google-cloud',
    offering: 'google-cloud-regions',
    url: 'https://www.gstatic.com/ipranges/cloud.json',
    regionsIn: (answer) =>
      distinct(v.parse(GoogleRangesSchema, answer).prefixes.map((prefix) => prefix.scope)).filter((code) =>
        /\d$/.test(code),
      ),
  },
];

function distinct(values: string[]): string[] {
  return [...new Set(values)].sort();
}
