import type { Assessment } from '../assessment/assessment.ts';
import { AXIS_KEYS } from '../wording/names.ts';
import type { Wording } from '../wording/wording.ts';

export interface ErrorReport {
  title: string;
  body: string;
}

/**
 * Begins the report of an error in the registry, for its reader to finish and to send.
 * In: what the registry says of a provider, its edition, the reader's wording. Out: a title and a text. Nothing of the page
 * on which the name was read is in it.
 */
export function writeErrorReport(
  assessment: Assessment,
  registry: { version: number; date: string },
  { t, say, date }: Wording,
): ErrorReport {
  return {
    title: t('report_subject', assessment.name),
    body: [
      t('report_about', `${assessment.name} (${assessment.provider})`, String(registry.version), date(registry.date)),
      ...assessment.axes.map((axis) => `- ${t('note_about', t(AXIS_KEYS[axis.axis]), say(axis.statement))}`),
      '',
      t('report_wrong'),
      '',
      '',
      t('report_source'),
      '',
    ].join('\n'),
  };
}

/**
 * The address that opens the reader's mail, or a public form, with a report filled in.
 * In: where the installation's maintainers take reports: `mailto:…`, or an https address with `{title}` and `{body}` in it;
 * and the report. Out: the address; null where none is set, or it is neither.
 */
export function reportAddress(template: string, { title, body }: ErrorReport): string | null {
  const [subject, text] = [encodeURIComponent(title), encodeURIComponent(body)];
  if (/^mailto:[^\s?]+@[^\s?]+$/.test(template)) return `${template}?subject=${subject}&body=${text}`;
  if (!/^https:\/\/[^\s]+$/.test(template)) return null;
  return template.replaceAll('{title}', subject).replaceAll('{body}', text);
}
