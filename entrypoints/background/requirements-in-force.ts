import bundled from '../../generated/requirements.json';
import type { BundledRequirements } from '../../domain/requirements/requirement-set.ts';

/** Built with the extension, and held to its schema then. */
export const requirementsInForce = bundled as BundledRequirements;
