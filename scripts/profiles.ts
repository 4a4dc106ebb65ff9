// `npm run profiles`: the table of the portal's profiles (P-04), asked of a running system cell by cell over HTTP, and held
// against the requirement; the exit code says whether they are equal.
import { openLocalStack } from '../infra/local/local-stack.ts'
import { runScript } from '../infra/local/run-script.ts'
import { askProfiles } from '../test/journeys/ask-profiles.ts'
import { portalOfProfiles } from '../test/journeys/portal-of-profiles.ts'
import { differences, printed } from '../test/journeys/profiles-table.ts'
import { settlementOf } from '../test/journeys/settlers.ts'

const print = (line: string): void => console.log(line)

await runScript(async (end) => {
  const stack = await openLocalStack({ end, print })
  const answered = await askProfiles(await portalOfProfiles(settlementOf({ ...stack, folder: '' })))
  print('')
  for (const line of printed(answered)) print(line)
  print('')
  const cells = [...answered.rows, ...answered.off].reduce((sum, { answers }) => sum + answers.length, 0)
  const found = differences(answered)
  for (const difference of found) print(difference)
  print(
    found.length === 0
      ? `${cells} cells asked over HTTP: equal to the requirement (docs/requirements/portal.md, P-04 and P-02).`
      : `${found.length} of ${cells} cells asked over HTTP are not what the requirement says.`,
  )
  return found.length === 0 ? 0 : 1
})
