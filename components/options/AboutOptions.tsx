import { useWording } from '../wording-context.ts';

/** Who stands behind what is shown, how it is kept honest, and how to contest it. */
export function AboutOptions({ version }: { version: string }) {
  const { t } = useWording();
  const parts = [
    [t('options_about_method'), t('options_about_method_text')],
    [t('options_about_contest'), t('options_about_contest_text')],
    [t('options_about_privacy'), t('options_about_privacy_text')],
    [t('options_about_licences'), t('options_about_licences_text')],
  ] as const;
  return (
    <>
      <p>{t('options_about_version', version)}</p>
      {parts.map(([title, text]) => (
        <div class="about-part" key={title}>
          <h3>{title}</h3>
          <p>{text}</p>
        </div>
      ))}
      <p>
        <a href="/licences.txt" target="_blank" rel="noopener">
          {t('options_about_notices')}
        </a>
      </p>
    </>
  );
}
