import { expect, test } from 'vitest'
import { catalogue } from '../../functions/catalogue.ts'
import { pictureOf, withoutPictures, withPictures } from './workflow-pictures.ts'

const workflow = {
  name: 'errand',
  summary: 'An errand.',
  definition: () => ({
    StartAt: 'Go',
    States: {
      Go: { Type: 'Task', Next: 'Back yet?', Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Lost' }] },
      'Back yet?': {
        Type: 'Choice',
        Choices: [
          { Condition: "{% $states.input.is = 'no' %}", Next: 'Go' },
          { Condition: '{% $states.input.is = "yes" %}', Next: 'Each bag' },
        ],
        Default: 'Lost',
      },
      'Each bag': {
        Type: 'Map',
        ItemProcessor: { StartAt: 'Unpack', States: { Unpack: { Type: 'Task', End: true } } },
        End: true,
      },
      Lost: { Type: 'Fail' },
    },
  }),
}

test('D-15: a workflow is drawn from its definition: every state, every way, its words', () => {
  expect(pictureOf(workflow).split('\n')).toEqual([
    '```mermaid',
    'stateDiagram-v2',
    '  state "Go" as go',
    '  state back_yet_ <<choice>>',
    '  state "Each bag" as each_bag {',
    '    state "Unpack" as unpack',
    '    [*] --> unpack',
    '    unpack --> [*]',
    '  }',
    '  state "Lost" as lost',
    '  [*] --> go',
    '  go --> back_yet_',
    '  go --> lost : on Timeout',
    '  back_yet_ --> go : no',
    '  back_yet_ --> each_bag : yes',
    '  back_yet_ --> lost : else',
    '  each_bag --> [*]',
    '  lost --> [*]',
    '```',
  ])
})

test('a picture is drawn at the end at first, then in its place, and can be taken away', () => {
  const once = withPictures('# Errands\n', [workflow])
  expect(once).toContain('stateDiagram-v2')
  expect(withPictures(once, [workflow])).toBe(once)
  const moved = `${once}\nMore words.\n`
  expect(withPictures(moved.replace('go --> lost', 'go --> nowhere'), [workflow])).toBe(moved)
  expect(withoutPictures(moved)).not.toContain('mermaid')
  expect(withoutPictures(moved)).toContain('More words.')
})

test('every way in a picture leads to a state of it', () => {
  for (const drawn of catalogue.flatMap(({ workflows = [] }) => workflows).map(pictureOf)) {
    const states = new Set([...drawn.matchAll(/^\s*state (?:".*" as )?(\w+)/gm)].map(([, id]) => id))
    for (const [, from, to] of drawn.matchAll(/^\s*(\S+) --> (\S+)/gm))
      for (const end of [from, to]) if (end !== '[*]') expect(states).toContain(end)
  }
})
