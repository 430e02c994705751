import type { Viewer } from '../identity/viewer.js';
import type { Loaders } from '../platform/graphql/loaders.js';

/** Who asks, and the loaders of his request. */
export interface Asking {
  viewer: Viewer;
  loaders: Loaders;
}
