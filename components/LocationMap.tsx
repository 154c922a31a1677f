import { useId } from 'preact/hooks';

import { HOLDS, type DataPlace } from '../domain/sheet/data-places.ts';
import type { MessageKey } from '../domain/wording/message-key.ts';
import { useWording } from './wording-context.ts';

/** Europe as lines to draw: `generated/europe.json`. */
export interface Europe {
  width: number;
  height: number;
  /** What the frame cuts: land to look at. */
  land: string;
  countries: {
    code: string;
    path: string;
    /** Where its name goes. */
    x: number;
    y: number;
    /** Too small to be seen filled. */
    small: boolean;
    /** Drawn with its border: a member of the EEA, or a country whose border nobody disputes. */
    outlined: boolean;
  }[];
}

const HOLD_KEYS: Record<DataPlace['hold'], MessageKey> = {
  kept: 'map_kept',
  choice: 'map_choice',
  backups: 'map_backups',
};

interface Props {
  europe: Europe;
  places: readonly DataPlace[];
  /** Until when this held, for a service that is no more. */
  ending?: string | undefined;
}

/** Where a provider's data can be: filled, hatched or dotted countries, and the same in words beside them. */
export function LocationMap({ europe, places, ending }: Props) {
  const { t, countries } = useWording();
  const pattern = useId();
  const drawn = new Map(europe.countries.map((country) => [country.code, country]));
  const shown = europe.countries.flatMap((country) => {
    const place = places.find((one) => one.country === country.code);
    return place === undefined ? [] : [{ country, place }];
  });
  const namesOf = (held: readonly DataPlace[]) => countries(held.map((place) => place.country));
  return (
    <figure class="map">
      <svg class="map-picture" viewBox={`0 0 ${europe.width} ${europe.height}`} role="img" aria-label={t('map_label')}>
        <Patterns id={pattern} scale={1} />
        <path class="map-land" d={europe.land} />
        {europe.countries.map(({ code, path, outlined }) => (
          <path key={code} class={outlined ? 'map-country' : 'map-land'} d={path} />
        ))}
        {shown.map(({ country, place }) =>
          country.small ? (
            <circle
              key={country.code}
              class="map-held"
              cx={country.x}
              cy={country.y}
              r="9"
              fill={fillOf(place.hold, pattern)}
            />
          ) : (
            <path key={country.code} class="map-held" d={country.path} fill={fillOf(place.hold, pattern)} />
          ),
        )}
        {shown.map(({ country }) => (
          <text
            key={country.code}
            class="map-code"
            x={country.x}
            y={country.y}
            dy={labelOffset(country, europe.height)}
          >
            {country.code}
          </text>
        ))}
      </svg>
      <figcaption class="map-words">
        <dl>
          {HOLDS.flatMap((hold) => {
            const held = places.filter((place) => place.hold === hold);
            if (held.length === 0) return [];
            const inside = held.filter((place) => place.inEea);
            const outside = held.filter((place) => !place.inEea);
            return [
              <div class="map-hold" key={hold}>
                <dt>
                  <svg width="22" height="16" viewBox="0 0 22 16" aria-hidden="true">
                    <Patterns id={`${pattern}-${hold}`} scale={0.5} />
                    <rect
                      class="map-held"
                      x="1"
                      y="1"
                      width="20"
                      height="14"
                      rx="3"
                      fill={fillOf(hold, `${pattern}-${hold}`)}
                    />
                  </svg>
                  {ending === undefined ? t(HOLD_KEYS[hold]) : `${t(HOLD_KEYS[hold])} (${ending})`}
                </dt>
                {inside.length > 0 && <dd>{t('map_inside', namesOf(inside))}</dd>}
                {outside.length > 0 && <dd>{t('map_outside', namesOf(outside))}</dd>}
              </div>,
            ];
          })}
        </dl>
        {places.some((place) => place.regions.length > 0) && (
          <details class="map-regions">
            <summary>{t('map_regions')}</summary>
            <ul>
              {places
                .filter((place) => place.regions.length > 0)
                .map((place) => (
                  <li key={place.country}>{t('note_about', countries([place.country]), place.regions.join(', '))}</li>
                ))}
            </ul>
          </details>
        )}
        {places.some((place) => !drawn.has(place.country)) && (
          <p class="map-note">{t('map_beyond', namesOf(places.filter((place) => !drawn.has(place.country))))}</p>
        )}
        <p class="map-note">{t('map_origin')}</p>
      </figcaption>
    </figure>
  );
}

/** A name stands in its country; beside a ring it stands below, or above where there is no room below. */
function labelOffset({ small, y }: { small: boolean; y: number }, height: number): number {
  if (!small) return 8;
  return y + 40 < height ? 30 : -16;
}

function fillOf(hold: DataPlace['hold'], pattern: string): string {
  return hold === 'kept' ? 'currentColor' : `url(#${pattern}-${hold})`;
}

/** Lines and dots in the one hue: what they mean is their shape, so they survive print and greyscale. */
function Patterns({ id, scale }: { id: string; scale: number }) {
  const transform = `scale(${scale})`;
  return (
    <defs>
      <pattern id={`${id}-choice`} width="12" height="12" patternUnits="userSpaceOnUse" patternTransform={transform}>
        <rect class="map-paper" width="12" height="12" />
        <path d="M-3 3 3-3M0 12 12 0M9 15l6-6" stroke="currentColor" stroke-width="4" />
      </pattern>
      <pattern id={`${id}-backups`} width="12" height="12" patternUnits="userSpaceOnUse" patternTransform={transform}>
        <rect class="map-paper" width="12" height="12" />
        <circle cx="6" cy="6" r="2.6" fill="currentColor" />
      </pattern>
    </defs>
  );
}
