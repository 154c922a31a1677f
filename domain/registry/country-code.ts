import * as v from 'valibot';

const COUNTRY_NAMES = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
/** What Intl knows a name for and ISO 3166-1 does not list as a country: unions, former states, reserved codes. */
const NO_COUNTRIES = new Set(
  'AC AN BU CP CQ CS CT DD DG DY EA EU EZ FQ FX HV IC JT MI NH NQ NT PC PU PZ QO QU RH SU TA TP UK UN VD WK XA XB XK YD YU ZR ZZ'.split(
    ' ',
  ),
);

/** An ISO 3166-1 alpha-2 country code. */
export const CountryCodeSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Z]{2}$/, 'is not a country: use its two capital letters (ISO 3166-1)'),
  v.check(
    (code) => /^[A-Z]{2}$/.test(code) && !NO_COUNTRIES.has(code) && COUNTRY_NAMES.of(code) !== undefined,
    'is no country known to ISO 3166-1',
  ),
);
