export { localizedText, modelKey, type Release, type ReleaseFragments, releaseHead } from './release.ts'
