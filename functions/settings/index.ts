import { serve } from '../kernel/serve.ts'
import { changeSheetDefault } from './handlers/change-sheet-default.ts'
import { changeWorkspace } from './handlers/change-workspace.ts'
import { readSheetDefaults } from './handlers/read-sheet-defaults.ts'
import { readWorkspace } from './handlers/read-workspace.ts'
import { routes } from './routes.ts'

export const handler = serve(routes, { readSheetDefaults, changeSheetDefault, readWorkspace, changeWorkspace })
