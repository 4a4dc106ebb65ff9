import { resolve } from 'node:path'

/** The project's folder, absolute. */
export const projectFolder = resolve(import.meta.dirname, '../..')

/** A path under the project's folder. */
export const inProject = (...parts: string[]): string => resolve(projectFolder, ...parts)

/** A path under the git-ignored `.local`, where everything made on this computer stays. */
export const inLocal = (...parts: string[]): string => inProject('.local', ...parts)

/** The folder whose state `npm start` finds again and `npm run reset` forgets. */
export const keptState = inLocal('state')
