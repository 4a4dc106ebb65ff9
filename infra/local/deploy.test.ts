import { expect, test } from 'vitest'
import { findReason } from './deploy.ts'

test.each([
  [
    'api | 3/9 | CREATE_FAILED | AWS::S3::Bucket | Documents: no such right\n❌  api failed to deploy\n‣ Error: it rolled back',
    'api | 3/9 | CREATE_FAILED | AWS::S3::Bucket | Documents: no such right',
  ],
  [
    'api: creating stack...\n❌  api failed to deploy\n‣ ValidationError: Unrecognized resource types',
    'ValidationError: Unrecognized resource types',
  ],
  ['/infra/app.ts:3\n  throw new Error("x")\n\nError: x\n  at main', 'Error: x'],
  ['one\ntwo.\n', 'two'],
  ['', 'it said nothing'],
])('a failed tool is explained by the line that says most', (output, reason) => {
  expect(findReason(output)).toBe(reason)
})
