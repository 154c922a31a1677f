import type { AxisAssessment } from '../domain/assessment/assessment.ts';

interface Props {
  standing: AxisAssessment['standing'];
  size: number;
}

/** The shape of a standing. It always stands beside words, so it says nothing to a screen reader. */
export function Glyph({ standing, size }: Props) {
  return (
    <svg class="glyph" width={size} height={size} viewBox="0 0 18 18" aria-hidden="true" data-standing={standing}>
      {shapeOf(standing)}
    </svg>
  );
}

function shapeOf(standing: Props['standing']) {
  switch (standing) {
    case 'full':
      return <circle cx="9" cy="9" r="7" fill="currentColor" />;
    case 'half':
      return (
        <>
          <Ring />
          <path d="M9 2.8a6.2 6.2 0 0 0 0 12.4z" fill="currentColor" />
        </>
      );
    case 'empty':
      return <Ring />;
    case 'contested':
      return (
        <>
          <Ring />
          <path d="M9 2.8a6.2 6.2 0 0 0 0 12.4z" fill="currentColor" />
          <path d="M15.6 2.4 2.4 15.6" stroke="var(--paper)" stroke-width="4" />
          <path d="M15.6 2.4 2.4 15.6" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
        </>
      );
    case 'unknown':
      return (
        <>
          <Ring dashes="2 2.3" />
          <path
            d="M7 7.4a2 2 0 1 1 2.9 1.8c-.6.3-.9.6-.9 1.3M9 12.3v.9"
            fill="none"
            stroke="currentColor"
            stroke-width="1.4"
            stroke-linecap="round"
          />
        </>
      );
    case 'not-reviewed':
      return (
        <>
          <Ring dashes="2 2.3" />
          <path d="M6 9h.01M9 9h.01M12 9h.01" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
        </>
      );
    case 'not-applicable':
      return (
        <>
          <Ring dashes="2 2.3" />
          <path d="M6 9h6" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" />
        </>
      );
    case 'due':
      return (
        <>
          <path
            d="M9 2.2 16.4 15.4H1.6z"
            fill="none"
            stroke="currentColor"
            stroke-width="1.8"
            stroke-linejoin="round"
          />
          <path d="M9 7v4M9 12.6v.9" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" />
        </>
      );
  }
}

function Ring({ dashes }: { dashes?: string }) {
  return (
    <circle cx="9" cy="9" r="6.2" fill="none" stroke="currentColor" stroke-width="1.8" stroke-dasharray={dashes} />
  );
}
