import { catalogue } from '../../functions/catalogue.ts'

/** Every route: what it does, which action it asks for, and why it is open where it is. */
export const routesPage = (): string =>
  [
    '# Routes',
    'Generated from the route declarations. Every route needs a token, unless it says why it is open.',
    ...catalogue
      .filter(({ routes }) => Object.keys(routes).length > 0)
      .map(({ name, summary, routes }) =>
        [
          `## ${name}`,
          '',
          `${summary}.`,
          '',
          '| route | operation | what it does | action | table | open because |',
          '| --- | --- | --- | --- | --- | --- |',
          ...Object.entries(routes).map(
            ([operation, { method, path, summary: does, action, uses, open }]) =>
              `| \`${method} ${path}\` | ${operation} | ${does} | \`${action}\` | ${uses.table} | ${open?.because ?? '–'} |`,
          ),
        ].join('\n'),
      ),
    '',
  ].join('\n\n')
