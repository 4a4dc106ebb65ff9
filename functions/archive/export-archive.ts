/** Makes exports of archives, task by task, with rights that no function of the API has (P-10). */
import { s3Streams } from '../../shared/ports/aws/s3-streams.ts'
import { environment } from '../kernel/environment.ts'
import { perform } from '../kernel/perform.ts'
import { tasksOf } from './tasks/tasks-of.ts'

export const handler = perform('export-archive', tasksOf(s3Streams({ buckets: environment.buckets })))
