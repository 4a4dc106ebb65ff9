/** The outside world of a deployed function, from its environment; made once for each started function. */

import { cognitoDirectory } from '../../shared/ports/aws/cognito-directory.ts'
import { s3Files } from '../../shared/ports/aws/s3-files.ts'
import { systemClock } from '../../shared/ports/clock.ts'
import { newUuid } from '../../shared/ports/ids.ts'
import { compile } from '../../shared/rules/decide.ts'
import { dynamoTable } from '../../shared/table/dynamo-table.ts'
import { rules } from '../rules.ts'
import { environment } from './environment.ts'
import type { World } from './line.ts'
import { countCall } from './observe.ts'

let made: World | undefined

export const world = (): World =>
  (made ??= {
    table: dynamoTable({ tableName: environment.tableName, onCall: countCall }),
    files: s3Files({ buckets: environment.buckets }),
    directory: cognitoDirectory({ userPoolId: environment.userPoolId }),
    policy: compile(rules),
    clock: systemClock,
    newId: newUuid,
    publicUrl: environment.publicUrl,
  })
