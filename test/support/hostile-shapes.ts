/**
 * Inputs that are small to write and expensive to read, each as files over the base data. `size` is
 * the size in the tests; `files` builds the shape at any size.
 */
export interface Shape {
  readonly title: string
  /** Codes of the problems of its files, in order, at the size of the test. */
  readonly codes: string
  readonly size: number
  readonly files: (n: number) => Readonly<Record<string, string>>
}

const many = (n: number, one: (i: number) => string, between = ''): string =>
  Array.from({ length: n }, (_, i) => one(i)).join(between)

const inUnits = (text: string): Record<string, string> => ({
  'data/units.yaml': `roster: partial\nunits:\n${text}`,
})

/** Names of one length, none of which is a typo of another. */
const nameOf = (i: number): string => String((i * 7919) % 1_000_003).padStart(7, '0')

const units = (n: number): string =>
  `roster: partial\nunits:\n${many(n, (i) => `  d${i}: { name: 市${nameOf(i)}局, tier: department }\n`)}`

const channels = (n: number): string =>
  `channels:\n${many(n, (i) => `  w${i}: { platform: 微信公众号, name: ${nameOf(i)}号账号, unit: d${i} }\n`)}`

const head = `period: { label: 2024年第一季度, start: 2024-01-01, end: 2024-03-31 }
issuer: 示例市人民政府办公室
published_here: 2024-04-10
`
const inspection = (more: string, areas = 'areas:\n  openness: {}\n'): string =>
  `${head}${areas}${more}`

const bulletin = (text: string): string => `# 关于检查情况的通报\n\n${text}\n`

/** An inspection with its bulletin, and the units and accounts that it refers to. */
const round = (more: string, rest: Record<string, string> = {}): Record<string, string> => ({
  'data/inspections/2024-q1.yaml': inspection(more),
  'content/bulletins/2024-q1.mdx': bulletin('正文。'),
  'data/channels.yaml': 'channels: {}\n',
  ...rest,
})

const issue = (i: number, more = ''): string =>
  `  2024-q1-${i}:\n    area: openness\n    units: [d${i}]\n    severity: ordinary\n    counts_in_rate: false\n    text: 第${i}个问题\n${more}`
const issues = (n: number, more: (i: number) => string = () => ''): string =>
  `issues:\n${many(n, (i) => issue(i, more(i)))}`

const inMdx = (text: string): Record<string, string> => ({
  'content/bulletins/2024-q1.mdx': bulletin(text),
})

const remark = (begin: string, line: string, n: number, end = ''): Record<string, string> =>
  round(`remarks:\n  - ${begin}\n${line.repeat(n)}${end}`)

/** Lines of a thousand characters, of the given number. */
const amounts = '13812345678元，'.repeat(70)
const digits = '1'.repeat(1000)

/**
 * Lines that YAML joins into one, each as a text of an inspection, which a limit on the length of
 * lines does not catch.
 */
const joinedLines: readonly Shape[] = [
  {
    way: 'in double quotes',
    begin: '"a',
    line: (text: string) => `    ${text}\n`,
    end: '    b"\n',
  },
  {
    way: 'in double quotes, with backslashes',
    begin: '"a',
    line: (text: string) => `    ${text}\\\n`,
    end: '    b"\n',
  },
  {
    way: 'in single quotes',
    begin: "'a",
    line: (text: string) => `    ${text}\n`,
    end: "    b'\n",
  },
  { way: 'without quotes', begin: 'a', line: (text: string) => `    ${text}\n`, end: '' },
  { way: 'folded', begin: '>', line: (text: string) => `    ${text}\n`, end: '' },
].flatMap(({ way, begin, line, end }) =>
  Object.entries({ amounts, digits }).map(([what, text]) => ({
    title: `${what} on lines joined ${way}`,
    codes: 'line-too-long',
    size: 10000,
    files: (n: number) => remark(begin, line(text), n, end),
  })),
)

/** Lines of a text that YAML does not join. */
const separateLines: readonly Shape[] = [
  {
    title: 'amounts on lines of a text',
    codes: '',
    size: 10000,
    files: (n) => remark('|', `    ${amounts}\n`, n),
  },
  {
    title: 'digits on lines of a text',
    codes: '',
    size: 10000,
    files: (n) => remark('|', `    ${digits}\n`, n),
  },
  {
    title: 'amounts of a bulletin',
    codes: '',
    size: 10000,
    files: (n) =>
      round('', { 'content/bulletins/2024-q1.mdx': bulletin(`${amounts}\n`.repeat(n)) }),
  },
]

/** Invalid texts: each is refused, or read in time proportional to its size. */
export const hostileTexts: readonly Shape[] = [
  {
    title: 'braces opened in one line',
    codes: 'yaml-sign',
    size: 800,
    files: (n) => inUnits(`  jia: ${'{'.repeat(n)}\n`),
  },
  {
    title: 'braces opened and closed in one line',
    codes: 'yaml-nesting',
    size: 9000,
    files: (n) => inUnits(`  jia: ${'{'.repeat(n)}${'}'.repeat(n)}\n`),
  },
  {
    title: 'braces opened, a line each',
    codes: 'yaml-nesting',
    size: 20000,
    files: (n) => inUnits(`  jia:\n${'    {\n'.repeat(n)}`),
  },
  {
    title: 'brackets opened in one line',
    codes: 'yaml-nesting',
    size: 9000,
    files: (n) => inUnits(`  jia: ${'['.repeat(n)}\n`),
  },
  {
    title: 'lists inside each other',
    codes: 'expects-object',
    size: 3000,
    files: (n) => inUnits(`  jia: ${'['.repeat(n)}${']'.repeat(n)}\n`),
  },
  {
    title: 'maps inside each other',
    codes: 'key-missing unknown-key',
    size: 3000,
    files: (n) => inUnits(`  jia: ${'{ a: '.repeat(n)}${'}'.repeat(n)}\n`),
  },
  {
    title: 'dashes in one line',
    codes: 'yaml-nesting',
    size: 9000,
    files: (n) => inUnits(`  jia:\n    ${'- '.repeat(n)}a\n`),
  },
  {
    title: 'colons in one line',
    codes: 'yaml-syntax',
    size: 9000,
    files: (n) => inUnits(`  jia: ${'a: '.repeat(n / 2)}\n`),
  },
  {
    title: 'question marks in one line',
    codes: 'yaml-nesting',
    size: 9000,
    files: (n) => inUnits(`  ${'? '.repeat(n)}a\n`),
  },
  {
    title: 'indentations',
    codes: 'key-missing unknown-key',
    size: 1000,
    files: (n) => inUnits(many(n, (i) => `${' '.repeat(i + 2)}a:\n`)),
  },
  {
    title: 'lists as keys',
    codes: 'yaml-sign',
    size: 2000,
    files: (n) => inUnits(many(n, (i) => `  [a${i}]: b\n`)),
  },
  {
    title: 'maps as keys',
    codes: 'yaml-sign',
    size: 2000,
    files: (n) => inUnits(many(n, (i) => `  ? { a${i}: 1 }\n  : b\n`)),
  },
  {
    title: 'lists as keys inside braces',
    codes: 'yaml-sign',
    size: 2000,
    files: (n) => inUnits(many(n, (i) => `  a${i}: { [b, c]: d }\n`)),
  },
  {
    title: 'a list of many as a key',
    codes: 'yaml-sign',
    size: 6000,
    files: (n) => inUnits(`  [${many(n, () => 'a', ', ')}]: b\n`),
  },
  {
    title: 'maps of lists as keys of each other',
    codes: 'yaml-sign',
    size: 90,
    files: (n) => inUnits(`  jia: ${'{ ['.repeat(n / 2)}a${']: b }'.repeat(n / 2)}\n`),
  },
  {
    title: 'unknown keys',
    codes: 'more-alike unknown-key',
    size: 60000,
    files: (n) => ({
      'data/units.yaml': `roster: partial\nunits: {}\n${many(n, (i) => `k${i}: 1\n`)}`,
    }),
  },
  {
    title: 'unknown keys of a unit',
    codes: 'key-missing more-alike unknown-key',
    size: 60000,
    files: (n) => inUnits(`  jia:\n${many(n, (i) => `    k${i}: 1\n`)}`),
  },
  {
    title: 'keys without a value',
    codes: 'more-alike value-empty',
    size: 60000,
    files: (n) => inUnits(many(n, (i) => `  k${i}:\n`)),
  },
  {
    title: 'keys without a colon',
    codes: 'expects-object',
    size: 60000,
    files: (n) => inUnits(many(n, (i) => `  k${i}\n`)),
  },
  {
    title: 'equal keys',
    codes: 'expects-object more-alike yaml-duplicate-key',
    size: 100000,
    files: (n) => inUnits('  a: b\n'.repeat(n)),
  },
  {
    title: 'equal keys of a file',
    codes: 'key-missing more-alike yaml-duplicate-key',
    size: 100000,
    files: (n) => ({ 'data/units.yaml': 'units: {}\n'.repeat(n) }),
  },
  {
    title: 'keys that are numbers',
    codes: 'duplicate-name key-order more-alike',
    size: 60000,
    files: (n) => inUnits(many(n, (i) => `  "${n - i}": { name: 局, tier: county }\n`)),
  },
  {
    title: 'aliases, many in each line',
    codes: 'yaml-sign',
    size: 40,
    files: (n) =>
      inUnits(`  jia: &a {}\n${many(n, (i) => `  k${i}: [${many(4800, () => '*a', ', ')}]\n`)}`),
  },
  {
    title: 'aliases, one in each line',
    codes: 'more-alike yaml-sign',
    size: 40000,
    files: (n) => inUnits(`  jia: &a {}\n${many(n, (i) => `  k${i}: *a\n`)}`),
  },
  {
    title: 'aliases of aliases',
    codes: 'yaml-sign',
    size: 30,
    files: (n) =>
      inUnits(many(n, (i) => `  l${i}: &l${i} [${many(9, () => `*l${i - 1}`, ', ')}]\n`)),
  },
  {
    title: 'anchors',
    codes: 'duplicate-name more-alike yaml-sign',
    size: 40000,
    files: (n) => inUnits(many(n, (i) => `  k${i}: &a${i} { name: 局, tier: county }\n`)),
  },
  {
    title: 'tags',
    codes: 'duplicate-name more-alike yaml-sign',
    size: 40000,
    files: (n) => inUnits(many(n, (i) => `  k${i}: !a { name: 局, tier: county }\n`)),
  },
  {
    title: 'tags in one line',
    codes: 'yaml-syntax',
    size: 6000,
    files: (n) => inUnits(`  jia: ${'!a '.repeat(n)}b\n`),
  },
  {
    title: 'merge keys',
    codes: 'key-missing more-alike unknown-key',
    size: 20000,
    files: (n) => inUnits(many(n, (i) => `  k${i}: { <<: { name: 局 }, tier: county }\n`)),
  },
  {
    title: 'lines indented with tabs',
    codes: 'duplicate-name more-alike tab-indent',
    size: 50000,
    files: (n) => inUnits(many(n, (i) => `\tk${i}: { name: 局, tier: county }\n`)),
  },
  {
    title: 'lines indented with tabs, without keys',
    codes: 'yaml-syntax',
    size: 50000,
    files: (n) => inUnits('\ta\n'.repeat(n)),
  },
  {
    title: 'tabs inside braces',
    codes: 'tab-indent yaml-syntax',
    size: 50000,
    files: (n) => inUnits(`  jia: {\n${many(n, (i) => `\t\tk${i}: 1,\n`)}  }\n`),
  },
  {
    title: 'lines indented with full-width spaces',
    codes: 'duplicate-name more-alike odd-space',
    size: 50000,
    files: (n) => inUnits(many(n, (i) => `　k${i}: { name: 局, tier: county }\n`)),
  },
  {
    title: 'tabs and full-width spaces in turn',
    codes: 'duplicate-name more-alike odd-space tab-indent',
    size: 40000,
    files: (n) =>
      inUnits(many(n, (i) => `${i % 2 === 0 ? '\t' : '　'}k${i}: { name: 局, tier: county }\n`)),
  },
  {
    title: 'tabs in one line',
    codes: '',
    size: 19000,
    files: (n) => inUnits(`  jia:${'\t'.repeat(n)}{ name: 局, tier: county }\n`),
  },
  {
    title: 'spaces in one line',
    codes: '',
    size: 19000,
    files: (n) => inUnits(`  jia:${' '.repeat(n)}{ name: 局, tier: county }\n`),
  },
  {
    title: 'lines of spaces',
    codes: 'value-empty',
    size: 50,
    files: (n) => inUnits(`${' '.repeat(19000)}\n`.repeat(n)),
  },
  {
    title: 'lines of spaces before a sign',
    codes: 'expects-object',
    size: 50,
    files: (n) => inUnits(`${' '.repeat(19000)}x\n`.repeat(n)),
  },
  {
    title: 'invisible characters',
    codes: 'duplicate-name invisible-character more-alike',
    size: 100000,
    files: (n) => inUnits(many(n, (i) => `  k${i}: {\u200b name: 局, tier: county }\n`)),
  },
  {
    title: 'invisible characters in one line',
    codes: 'invisible-character',
    size: 19000,
    files: (n) => inUnits(`  jia: { name: ${'\u200b'.repeat(n)}局, tier: county }\n`),
  },
  {
    title: 'invisible characters in many lines',
    codes: 'duplicate-name invisible-character',
    size: 50,
    files: (n) =>
      inUnits(many(n, (i) => `  k${i}: { name: ${'\u200b'.repeat(19000)}局, tier: county }\n`)),
  },
  {
    title: 'control characters',
    codes: 'control-character duplicate-name more-alike',
    size: 100000,
    files: (n) => inUnits(many(n, (i) => `  k${i}: {\u0001 name: 局, tier: county }\n`)),
  },
  {
    title: 'carriage returns alone',
    codes: 'control-character value-empty',
    size: 300000,
    files: (n) => inUnits('\r'.repeat(n)),
  },
  {
    title: 'escaped characters in quotes',
    codes: 'invisible-character more-alike',
    size: 40000,
    files: (n) => inUnits(many(n, (i) => `  k${i}: { name: "局\\u200b", tier: county }\n`)),
  },
  {
    title: 'numbers with separators',
    codes: 'more-alike number-with-separator text-not-quoted',
    size: 40000,
    files: (n) => inUnits(many(n, (i) => `  k${i}: { name: 1,000, tier: county }\n`)),
  },
  {
    title: 'numbers with separators in one line',
    codes: 'key-missing number-with-separator unknown-key',
    size: 3000,
    files: (n) => inUnits(`  jia: { ${many(n, (i) => `k${i}: 1,000`, ', ')} }\n`),
  },
  {
    title: 'odd numbers',
    codes: 'expects-object more-alike',
    size: 40000,
    files: (n) => inUnits(many(n, (i) => `  k${i}: 0x${i}\n`)),
  },
  {
    title: 'numbers for texts',
    codes: 'more-alike text-not-quoted',
    size: 40000,
    files: (n) => inUnits(many(n, (i) => `  k${i}: { name: 1, tier: county }\n`)),
  },
  {
    title: 'full-width colons',
    codes: 'duplicate-name full-width-colon yaml-syntax',
    size: 40000,
    files: (n) => inUnits(many(n, (i) => `  k${i}： { name: 局, tier: county }\n`)),
  },
  {
    title: 'full-width colons in braces',
    codes: 'full-width-colon more-alike',
    size: 40000,
    files: (n) => inUnits(many(n, (i) => `  k${i}: { name： 局, tier: county }\n`)),
  },
  {
    title: 'full-width commas in braces',
    codes: 'duplicate-name full-width-comma yaml-syntax',
    size: 40000,
    files: (n) => inUnits(many(n, (i) => `  k${i}: { name: 局， tier: county }\n`)),
  },
  {
    title: 'full-width commas in lists',
    codes: 'full-width-comma-in-list more-alike',
    size: 40000,
    files: (n) => inUnits(many(n, (i) => `  k${i}: [ 甲， 乙 ]\n`)),
  },
  {
    title: 'full-width brackets in one line',
    codes: 'expects-object',
    size: 19000,
    files: (n) => inUnits(`  jia: ${'【'.repeat(n / 2)}${'】'.repeat(n / 2)}\n`),
  },
  {
    title: 'full-width braces in one line',
    codes: 'yaml-syntax',
    size: 19000,
    files: (n) => inUnits(`  jia: { a: ${'｛'.repeat(n / 2)}${'｝'.repeat(n / 2)}\n`),
  },
  {
    title: 'full-width quotes in one line',
    codes: 'yaml-syntax',
    size: 19000,
    files: (n) => inUnits(`  jia: [${'“'.repeat(n)}\n`),
  },
  {
    title: 'full-width commas in one line',
    codes: 'yaml-syntax',
    size: 19000,
    files: (n) => inUnits(`  jia: [a${'，'.repeat(n)}\n`),
  },
  {
    title: 'full-width signs for comments in one line',
    codes: 'yaml-syntax',
    size: 19000,
    files: (n) => inUnits(`  jia: ["a"${'　'.repeat(n)}b\n`),
  },
  {
    title: 'colons of a broken line',
    codes: 'yaml-syntax',
    size: 18000,
    files: (n) => inUnits(`  jia: { ${'a:b '.repeat(n / 4)}\n`),
  },
  {
    title: 'quotes of a broken line',
    codes: 'yaml-syntax',
    size: 18000,
    files: (n) => inUnits(`  jia: [ ${`"a' `.repeat(n / 4)}\n`),
  },
  {
    title: 'backslashes in an open quote',
    codes: 'yaml-syntax',
    size: 18000,
    files: (n) => inUnits(`  jia: ["${'\\'.repeat(n)}\n`),
  },
  {
    title: 'dashes of a broken line',
    codes: 'yaml-syntax',
    size: 18000,
    files: (n) => inUnits(`  jia: [\n${'- '.repeat(n / 2)}：\n`),
  },
  {
    title: 'a long word in a broken line',
    codes: 'yaml-syntax',
    size: 18000,
    files: (n) => inUnits(`  jia: [\n${'a'.repeat(n)}\n`),
  },
  {
    title: 'slashes for comments',
    codes: 'yaml-syntax',
    size: 40000,
    files: (n) => inUnits('// 备注\n'.repeat(n)),
  },
  {
    title: 'open quotes',
    codes: 'yaml-syntax',
    size: 40000,
    files: (n) => inUnits(many(n, (i) => `  k${i}: "局\n`)),
  },
  {
    title: 'open quotes of both kinds',
    codes: 'yaml-syntax',
    size: 40000,
    files: (n) => inUnits(many(n, (i) => `  k${i}: ${i % 2 === 0 ? '"' : "'"}局\n`)),
  },
  {
    title: 'open brackets in each line',
    codes: 'yaml-syntax',
    size: 40000,
    files: (n) => inUnits(many(n, (i) => `  k${i}: [a\n`)),
  },
  {
    title: 'open braces in each line',
    codes: 'yaml-syntax',
    size: 40000,
    files: (n) => inUnits(many(n, (i) => `  k${i}: { a: 1\n`)),
  },
  {
    title: 'closed brackets in each line',
    codes: 'expects-object more-alike',
    size: 40000,
    files: (n) => inUnits(many(n, (i) => `  k${i}: a ]\n`)),
  },
  {
    title: 'closed brackets alone',
    codes: 'yaml-syntax',
    size: 40000,
    files: (n) => inUnits('  ]\n'.repeat(n)),
  },
  {
    title: 'closed brackets in one line',
    codes: 'yaml-syntax',
    size: 18000,
    files: (n) => inUnits(`  jia: ${']'.repeat(n)}\n`),
  },
  {
    title: 'commas in one line',
    codes: 'yaml-syntax',
    size: 18000,
    files: (n) => inUnits(`  jia: [${','.repeat(n)}]\n`),
  },
  {
    title: 'colons alone in braces',
    codes: 'key-missing unknown-key',
    size: 18000,
    files: (n) => inUnits(`  jia: {${':'.repeat(n)}}\n`),
  },
  {
    title: 'colons with spaces in braces',
    codes: 'yaml-syntax',
    size: 18000,
    files: (n) => inUnits(`  jia: {${': '.repeat(n / 2)}}\n`),
  },
  {
    title: 'lines after the value',
    codes: 'yaml-syntax',
    size: 40000,
    files: (n) => inUnits(`  jia: "a"\n${'    b\n'.repeat(n)}`),
  },
  {
    title: 'documents',
    codes: 'yaml-syntax',
    size: 100000,
    files: (n) => ({ 'data/units.yaml': '---\n'.repeat(n) }),
  },
  {
    title: 'directives',
    codes: 'yaml-syntax',
    size: 100000,
    files: (n) => ({ 'data/units.yaml': '%TAG ! a\n'.repeat(n) }),
  },
  {
    title: 'empty lines',
    codes: '',
    size: 300000,
    files: (n) => inUnits(`  jia: { name: 甲局, tier: county }\n${'\n'.repeat(n)}`),
  },
  {
    title: 'empty lines before comments',
    codes: 'value-empty',
    size: 60000,
    files: (n) => inUnits(`  jia:\n${'\n'.repeat(n)}${'      # 备注\n'.repeat(n)}`),
  },
  {
    title: 'comments',
    codes: 'value-empty',
    size: 60000,
    files: (n) => inUnits('# 备注\n'.repeat(n)),
  },
  {
    title: 'comments deeper than what they follow',
    codes: '',
    size: 60000,
    files: (n) => inUnits(`  jia: { name: 甲局, tier: county }\n${'      # 备注\n'.repeat(n)}`),
  },
  {
    title: 'comments between keys',
    codes: '',
    size: 30000,
    files: (n) =>
      inUnits(
        many(n, (i) => `  # 备注\n\n      # 备注\n  k${i}: { name: 局${i}, tier: county }\n`),
      ),
  },
  {
    title: 'block texts',
    codes: 'expects-object more-alike',
    size: 40000,
    files: (n) => inUnits(many(n, (i) => `  k${i}: |\n    局\n`)),
  },
  {
    title: 'empty lines in a block text',
    codes: '',
    size: 100000,
    files: (n) => inUnits(`  jia:\n    name: |\n${'\n'.repeat(n)}      局\n    tier: county\n`),
  },
  {
    title: 'empty lines after a block text',
    codes: '',
    size: 100000,
    files: (n) =>
      inUnits(`  jia:\n    tier: county\n    name: |\n      局\n${'\n   \n'.repeat(n / 2)}`),
  },
  {
    title: 'lines of a text',
    codes: '',
    size: 60000,
    files: (n) => inUnits(`  jia:\n    tier: county\n    name:\n${'      局\n'.repeat(n)}`),
  },
  {
    title: 'lines of a quoted text',
    codes: 'yaml-syntax',
    size: 60000,
    files: (n) => inUnits(`  jia:\n    tier: county\n    name: "\n${'      局\n'.repeat(n)}"\n`),
  },
  {
    title: 'units too far left',
    codes: 'expects-object more-alike value-empty yaml-duplicate-key',
    size: 40000,
    files: (n) => inUnits(many(n, (i) => `  k${i}:\n  name: 局\n`)),
  },
  {
    title: 'units without a name',
    codes: 'key-missing more-alike',
    size: 40000,
    files: (n) => inUnits(many(n, (i) => `  k${i}: { tier: county }\n`)),
  },
  {
    title: 'misspelt keys',
    codes: 'more-alike unknown-key-near',
    size: 40000,
    files: (n) => inUnits(many(n, (i) => `  k${i}: { nme: 局, tier: county }\n`)),
  },
  {
    title: 'ids that are none',
    codes: 'expects-id more-alike',
    size: 40000,
    files: (n) => inUnits(many(n, (i) => `  市${i}局: { name: 局${i}, tier: county }\n`)),
  },
  {
    title: 'dates that are none',
    codes: 'date-format expects-date key-missing more-alike',
    size: 20000,
    files: (n) =>
      round(
        `deadlines:\n${many(n, (i) => `  d${i}: { what: other, who: all-units, due: 2024年3月${i}日 }\n`)}`,
      ),
  },
  {
    title: 'marks of a conflict',
    codes: 'merge-conflict',
    size: 40000,
    files: (n) => inUnits('<<<<<<< a\n'.repeat(n)),
  },
  {
    title: 'keys that no table holds',
    codes: 'more-alike unknown-key',
    size: 40000,
    files: (n) =>
      inUnits(many(n, (i) => `  k${i}: { __proto__: 1, name: 局${i}, tier: county }\n`)),
  },
]

/** The same for the text of a bulletin. */
export const hostileBulletins: readonly Shape[] = [
  {
    title: 'open braces in tags of a bulletin',
    codes: 'mdx-syntax',
    size: 4000,
    files: (n) => inMdx('<Value of={\n'.repeat(n)),
  },
  {
    title: 'few open braces in tags of a bulletin',
    codes: 'mdx-syntax',
    size: 40,
    files: () => inMdx('<Value of={\n'.repeat(5)),
  },
  {
    title: 'braces in many lines of a bulletin',
    codes: 'mdx-syntax',
    size: 400,
    files: (n) => inMdx(`${'{'.repeat(1900)}\n`.repeat(n)),
  },
  {
    title: 'braces in one line of a bulletin',
    codes: 'mdx-syntax',
    size: 1900,
    files: (n) => inMdx('{'.repeat(n)),
  },
  {
    title: 'braces in many paragraphs of a bulletin',
    codes: 'mdx-syntax',
    size: 400,
    files: (n) => inMdx(`${'{'.repeat(1900)}\n\n`.repeat(n)),
  },
  {
    title: 'a brace in each paragraph of a bulletin',
    codes: 'mdx-syntax',
    size: 20000,
    files: (n) => inMdx('甲{乙\n\n'.repeat(n)),
  },
  {
    title: 'a brace in each line of a bulletin',
    codes: 'mdx-syntax',
    size: 20000,
    files: (n) => inMdx('甲{乙\n'.repeat(n)),
  },
  {
    title: 'closed braces of a bulletin',
    codes: '',
    size: 200000,
    files: (n) =>
      inMdx(
        '}'
          .repeat(10)
          .concat('\n')
          .repeat(n / 10),
      ),
  },
  {
    title: 'expressions of a bulletin',
    codes: 'mdx-syntax',
    size: 40000,
    files: (n) => inMdx('甲{1}乙\n\n'.repeat(n)),
  },
  {
    title: 'expressions inside each other in a bulletin',
    codes: 'mdx-syntax',
    size: 9000,
    files: (n) => inMdx(`${'{'.repeat(n)}1${'}'.repeat(n)}`),
  },
  {
    title: 'open angles of a bulletin',
    codes: 'mdx-syntax',
    size: 19000,
    files: (n) => inMdx('<'.repeat(n)),
  },
  {
    title: 'open angles in many lines of a bulletin',
    codes: 'mdx-syntax',
    size: 40000,
    files: (n) => inMdx('甲<\n'.repeat(n)),
  },
  {
    title: 'open tags of a bulletin',
    codes: 'mdx-syntax',
    size: 19000,
    files: (n) => inMdx('<Value of="a'.repeat(n / 12)),
  },
  {
    title: 'open tags in many lines of a bulletin',
    codes: 'mdx-syntax',
    size: 40000,
    files: (n) => inMdx('<Value \n'.repeat(n)),
  },
  {
    title: 'open quotes of tags of a bulletin',
    codes: 'mdx-syntax',
    size: 40000,
    files: (n) => inMdx('<Value of="\n'.repeat(n)),
  },
  {
    title: 'attributes of a tag of a bulletin',
    codes: 'mdx-attribute',
    size: 40000,
    files: (n) => inMdx(`<Value ${'of="a"\n'.repeat(n)} />`),
  },
  {
    title: 'passages inside each other in a bulletin',
    codes: 'mdx-syntax',
    size: 20000,
    files: (n) => inMdx(`${'很<Passage of="issuer">\n'.repeat(n)}${'深</Passage>\n'.repeat(n)}`),
  },
  {
    title: 'closing tags of a bulletin',
    codes: 'mdx-syntax',
    size: 40000,
    files: (n) => inMdx('</Passage>\n'.repeat(n)),
  },
  {
    title: 'bold words inside each other in a bulletin',
    codes: 'mdx-not-allowed',
    size: 20000,
    files: (n) => inMdx(`${'**很\n'.repeat(n)}${'深**\n'.repeat(n)}`),
  },
  {
    title: 'stars in one line of a bulletin',
    codes: 'mdx-not-allowed',
    size: 19000,
    files: (n) => inMdx('*a_'.repeat(n / 3)),
  },
  {
    title: 'stars of a bulletin',
    codes: '',
    size: 200000,
    files: (n) => inMdx('*a_ \n'.repeat(n / 4)),
  },
  {
    title: 'open links of a bulletin',
    codes: '',
    size: 100000,
    files: (n) => inMdx('[a](\n'.repeat(n / 5)),
  },
  {
    title: 'open brackets of a bulletin',
    codes: '',
    size: 100000,
    files: (n) => inMdx('[[[[\n'.repeat(n / 5)),
  },
  {
    title: 'pictures of a bulletin',
    codes: 'mdx-not-allowed more-alike',
    size: 40000,
    files: (n) => inMdx('![a](b)\n'.repeat(n)),
  },
  {
    title: 'back-ticks of a bulletin',
    codes: 'mdx-not-allowed',
    size: 1200,
    files: (n) => inMdx(many(n, (i) => `${'`'.repeat((i % 1000) + 1)} a\n`)),
  },
  {
    title: 'quotes inside each other in a bulletin',
    codes: 'mdx-not-allowed',
    size: 9000,
    files: (n) => inMdx(`${'> '.repeat(n)}甲`),
  },
  {
    title: 'quotes in many lines of a bulletin',
    codes: 'mdx-not-allowed',
    size: 200,
    files: (n) => inMdx(`${'> '.repeat(n)}甲\n`.repeat(200)),
  },
  {
    title: 'list items inside each other in a bulletin',
    codes: 'mdx-not-allowed',
    size: 900,
    files: (n) => inMdx(many(n, (i) => `${'  '.repeat(i)}- 甲\n`)),
  },
  {
    title: 'dashes in one line of a bulletin',
    codes: 'mdx-not-allowed',
    size: 19000,
    files: (n) => inMdx(`${'- '.repeat(n / 2)}甲`),
  },
  {
    title: 'rows of a table of a bulletin',
    codes: 'mdx-syntax',
    size: 40000,
    files: (n) => inMdx(`| a | b |\n|---|---|\n${'| a | b |\n'.repeat(n)}`),
  },
  {
    title: 'columns of a table of a bulletin',
    codes: 'mdx-not-allowed',
    size: 8000,
    files: (n) => inMdx(`${'|a'.repeat(n)}|\n${'|-'.repeat(n)}|\n${'|a\n'.repeat(n)}`),
  },
  {
    title: 'lists of a bulletin',
    codes: 'mdx-not-allowed',
    size: 40000,
    files: (n) => inMdx('- 甲\n'.repeat(n)),
  },
  {
    title: 'definitions of a bulletin',
    codes: 'mdx-not-allowed more-alike',
    size: 40000,
    files: (n) => inMdx(many(n, (i) => `[a${i}]: /b\n`)),
  },
  {
    title: 'references to definitions of a bulletin',
    codes: 'mdx-not-allowed more-alike',
    size: 40000,
    files: (n) =>
      inMdx(
        `[a]: /b\n\n${'[a] '
          .repeat(100)
          .concat('\n')
          .repeat(n / 100)}`,
      ),
  },
  {
    title: 'footnotes of a bulletin',
    codes: 'mdx-not-allowed more-alike',
    size: 20000,
    files: (n) => inMdx(many(n, (i) => `甲[^${i}]\n\n[^${i}]: 乙\n\n`)),
  },
  {
    title: 'addresses of a bulletin',
    codes: 'mdx-not-allowed more-alike',
    size: 40000,
    files: (n) => inMdx('https://a.cn/((((\n'.repeat(n)),
  },
  {
    title: 'entities of a bulletin',
    codes: '',
    size: 100000,
    files: (n) => inMdx('&amp;&\n'.repeat(n / 7)),
  },
  {
    title: 'comments of a bulletin',
    codes: 'mdx-syntax',
    size: 40000,
    files: (n) => inMdx('<!-- a\n'.repeat(n)),
  },
  {
    title: 'imports of a bulletin',
    codes: 'mdx-not-allowed more-alike',
    size: 20000,
    files: (n) => inMdx('import a from "b"\n\n'.repeat(n)),
  },
  {
    title: 'open imports of a bulletin',
    codes: 'mdx-syntax',
    size: 2000,
    files: (n) => inMdx('import {\n\n'.repeat(n)),
  },
  {
    title: 'headings of a bulletin',
    codes: '',
    size: 40000,
    files: (n) => inMdx('## 甲\n\n'.repeat(n)),
  },
  {
    title: 'lines under headings of a bulletin',
    codes: '',
    size: 40000,
    files: (n) => inMdx('甲\n===\n'.repeat(n)),
  },
  {
    title: 'spaces of a bulletin',
    codes: '',
    size: 50,
    files: (n) => inMdx(`甲${' '.repeat(19000)}乙\n`.repeat(n)),
  },
  {
    title: 'full-width angles of a bulletin',
    codes: 'mdx-syntax more-alike',
    size: 40000,
    files: (n) => inMdx('＜Value of="a" ／＞\n'.repeat(n)),
  },
  {
    title: 'full-width angles with spaces of a bulletin',
    codes: '',
    size: 19000,
    files: (n) => inMdx(`＜${' '.repeat(n)}\n`.repeat(10)),
  },
  {
    title: 'tags in one paragraph of a bulletin',
    codes: '',
    size: 40000,
    files: (n) => inMdx('<Value of="issuer" />\n'.repeat(n)),
  },
  {
    title: 'tags that are paragraphs of a bulletin',
    codes: '',
    size: 20000,
    files: (n) => inMdx('<Value of="issuer" />\n\n'.repeat(n)),
  },
  {
    title: 'tags in one line of a bulletin',
    codes: '',
    size: 800,
    files: (n) => inMdx('<Value of="issuer" />'.repeat(n)),
  },
  {
    title: 'unknown tags of a bulletin',
    codes: 'mdx-not-allowed more-alike',
    size: 40000,
    files: (n) => inMdx('甲<b>乙</b>\n\n'.repeat(n)),
  },
  {
    title: 'invisible characters of a bulletin',
    codes: 'invisible-character more-alike',
    size: 100000,
    files: (n) => inMdx('甲\u200b\n'.repeat(n)),
  },
]

/** Large but possibly correct data, in every list of the schemas. */
export const largeData: readonly Shape[] = [
  {
    title: 'units',
    codes: '',
    size: 20000,
    files: (n) => round('', { 'data/units.yaml': units(n) }),
  },
  {
    title: 'units of nearly one name',
    codes: 'more-alike names-alike',
    size: 4000,
    files: (n) =>
      round('', {
        'data/units.yaml': `roster: partial\nunits:\n${many(n, (i) => `  d${i}: { name: ${'市某某局'.repeat(5)}${String.fromCharCode(0x4e00 + i)}, tier: department }\n`)}`,
      }),
  },
  {
    title: 'units of one name',
    codes: 'duplicate-name more-alike',
    size: 20000,
    files: (n) =>
      round('', {
        'data/units.yaml': `roster: partial\nunits:\n${many(n, (i) => `  d${i}: { name: 市某局, tier: department }\n`)}`,
      }),
  },
  {
    title: 'units that became others',
    codes: '',
    size: 20000,
    files: (n) =>
      round('', {
        'data/units.yaml': `roster: partial\nunits:\n${many(n, (i) => `  d${i}: { name: 市${nameOf(i)}局, tier: department, became: { unit: d${i + 1} } }\n`)}  d${n}: { name: 市局, tier: department }\n`,
      }),
  },
  {
    title: 'channels',
    codes: '',
    size: 20000,
    files: (n) => round('', { 'data/units.yaml': units(n), 'data/channels.yaml': channels(n) }),
  },
  {
    title: 'channels of one name',
    codes: 'duplicate-channel more-alike',
    size: 20000,
    files: (n) =>
      round('', {
        'data/channels.yaml': `channels:\n${many(n, (i) => `  w${i}: { platform: 微信公众号, name: 账号, unit: not-stated }\n`)}`,
      }),
  },
  {
    title: 'channels of unknown units',
    codes: 'more-alike unit-unknown unit-unknown-near',
    size: 20000,
    files: (n) =>
      round('', {
        'data/units.yaml': units(n),
        'data/channels.yaml': `channels:\n${many(n, (i) => `  w${i}: { platform: 微信公众号, name: ${nameOf(i)}号账号, unit: e${i} }\n`)}`,
      }),
  },
  {
    title: 'channels on many platforms',
    codes: 'more-alike platform-unknown',
    size: 20000,
    files: (n) =>
      round('', {
        'data/channels.yaml': `channels:\n${many(n, (i) => `  w${i}: { platform: 平台${i}, name: ${nameOf(i)}号账号, unit: not-stated }\n`)}`,
      }),
  },
  {
    title: 'platforms, tiers and areas',
    codes: '',
    size: 5000,
    files: (n) => ({
      'data/site.yaml': `format: 2\nname: 公示\nplace: 示例市\nofficial: false\nnotice: 示例\nregistration: not-applicable\ntime_zone: Asia/Shanghai\nrate_decimals: 1\nareas:\n${many(n, (i) => `  a${i}: { name: 领域${i} }\n`)}tiers:\n  zone: 区\n  county: 县\n  department: 部门\n${many(n, (i) => `  t${i}: 层级${i}\n`)}platforms:\n  微信公众号: []\n${many(n, (i) => `  平台${i}: [别名${i}]\n`)}`,
    }),
  },
  {
    title: 'issues',
    codes: '',
    size: 20000,
    files: (n) => round(issues(n), { 'data/units.yaml': units(n) }),
  },
  {
    title: 'issues of one text',
    codes: '',
    size: 20000,
    files: (n) =>
      round(
        `issues:\n${many(n, (i) =>
          issue(i)
            .replace(/第\d+个问题/, '同一个问题')
            .replace(/d\d+/, 'd1'),
        )}`,
        { 'data/units.yaml': units(2) },
      ),
  },
  {
    title: 'units of an issue',
    codes: '',
    size: 20000,
    files: (n) =>
      round(issues(1).replace('[d0]', `\n${many(n, (i) => `      - d${i}\n`)}`.trimEnd()), {
        'data/units.yaml': units(n),
      }),
  },
  {
    title: 'units of an issue, one again and again',
    codes: 'duplicate-in-list more-alike',
    size: 20000,
    files: (n) =>
      round(issues(1).replace('[d0]', `\n${many(n, () => '      - d1\n')}`.trimEnd()), {
        'data/units.yaml': units(2),
      }),
  },
  {
    title: 'unknown units of an issue',
    codes: 'more-alike unit-unknown unit-unknown-near',
    size: 20000,
    files: (n) =>
      round(issues(1).replace('[d0]', `\n${many(n, (i) => `      - e${i}\n`)}`.trimEnd()), {
        'data/units.yaml': units(n),
      }),
  },
  {
    title: 'channels of an issue',
    codes: 'channel-of-another-unit more-alike',
    size: 20000,
    files: (n) =>
      round(
        issues(1, () => `    channels:\n${many(n, (i) => `      - w${i}\n`)}`),
        { 'data/units.yaml': units(n), 'data/channels.yaml': channels(n) },
      ),
  },
  {
    title: 'indicators of an issue',
    codes: '',
    size: 20000,
    files: (n) =>
      round(
        issues(1, () => `    indicators:\n${many(n, (i) => `      - i${i}\n`)}`),
        {
          'data/units.yaml': units(2),
          'data/indicators/many.yaml': `title: 指标\nsource: 文件\nindicators:\n${many(n, (i) => `  i${i}: { name: 指标${i}, area: openness, kind: ordinary, verified: true }\n`)}`,
        },
      ),
  },
  {
    title: 'figures of an issue',
    codes: '',
    size: 20000,
    files: (n) =>
      round(
        issues(1, () => `    figures:\n${many(n, (i) => `      数字${i}: ${i}\n`)}`),
        { 'data/units.yaml': units(2) },
      ),
  },
  {
    title: 'steps of an issue',
    codes: '',
    size: 20000,
    files: (n) =>
      round(
        issues(
          1,
          () => `    rectification:\n${'      - { on: 2024-03-15, step: reported }\n'.repeat(n)}`,
        ),
        { 'data/units.yaml': units(2) },
      ),
  },
  {
    title: 'steps of an issue by many units',
    codes: '',
    size: 10000,
    files: (n) =>
      round(
        issues(
          1,
          () =>
            `    rectification:\n${many(n, (i) => `      - { on: 2024-03-15, step: reported, units: [d${i}] }\n`)}`,
        ).replace('[d0]', `\n${many(n, (i) => `      - d${i}\n`)}`.trimEnd()),
        { 'data/units.yaml': units(n) },
      ),
  },
  {
    title: 'statements of units on an issue',
    codes: '',
    size: 2000,
    files: (n) => ({
      ...round(issues(1).replace('[d0]', `\n${many(n, (i) => `      - d${i}\n`)}`.trimEnd()), {
        'data/units.yaml': units(n),
      }),
      ...Object.fromEntries(
        Array.from({ length: n }, (_, i) => [
          `data/rectifications/2024-q1-0/d${i}.yaml`,
          `on: 2024-03-12\nstatement: 已更换失效链接${i}。\n`,
        ]),
      ),
    }),
  },
  {
    title: 'self-inspections of a period',
    codes: 'key-missing',
    size: 2000,
    files: (n) => ({
      ...round(
        `deadlines:\n  zicha:\n    what: self-inspection\n    who: all-units\n    period: { id: 2024-q2, label: 2024年第二季度, start: 2024-04-01, end: 2024-06-30 }\n    due: 2024-06-10\n`,
        { 'data/units.yaml': units(n) },
      ),
      ...Object.fromEntries(
        Array.from({ length: n }, (_, i) => [
          `data/self-inspections/2024-q2/d${i}.yaml`,
          `title: 市${nameOf(i)}局2024年第二季度自查整改情况\npublished: 2024-06-03\nsummary: 逐项自查，发现${i}个问题。\n`,
        ]),
      ),
    }),
  },
  {
    title: 'problems of a self-inspection',
    codes: '',
    size: 20000,
    files: (n) =>
      round('', {
        'data/self-inspections/2024-q2/xuzhou.yaml': `title: 报告\npublished: 2024-06-03\nproblems:\n${many(n, (i) => `  - { problem: ${i}个链接打不开, measure: 已更换链接 }\n`)}`,
      }),
  },
  {
    title: 'accounts of a self-inspection',
    codes: '',
    size: 10000,
    files: (n) =>
      round('', {
        'data/units.yaml': units(n),
        'data/channels.yaml': channels(n),
        'data/self-inspections/2024-q2/d1.yaml': `title: 报告\npublished: 2024-06-03\naccounts:\n${many(n, (i) => `  - { channels: [w${i}], figures: { 发布: ${i} } }\n`)}`,
      }),
  },
  {
    title: 'inspections',
    codes: '',
    size: 300,
    files: (n) => ({
      ...round(''),
      ...Object.fromEntries(
        Array.from({ length: n }, (_, i) => [
          `data/inspections/y${1700 + i}.yaml`,
          head.replaceAll('2024', String(1700 + i)) +
            'areas:\n  openness: { note: 没有发现问题 }\n',
        ]),
      ),
    }),
  },
  {
    title: 'deadlines',
    codes: '',
    size: 20000,
    files: (n) =>
      round(
        `deadlines:\n${many(n, (i) => `  d${i}: { what: other, title: 事项${i}, who: all-units, due: 2024-06-10 }\n`)}`,
      ),
  },
  {
    title: 'deadlines of many self-inspections',
    codes: 'key-missing',
    size: 2000,
    files: (n) =>
      round(
        `deadlines:\n${many(n, (i) => `  d${i}: { what: self-inspection, who: all-units, due: 2024-06-10, period: { id: p${i}, label: 2024年第二季度, start: 2024-04-01, end: 2024-06-30 } }\n`)}`,
        { 'data/units.yaml': units(n) },
      ),
  },
  {
    title: 'units of a deadline',
    codes: '',
    size: 20000,
    files: (n) =>
      round(
        `deadlines:\n  a:\n    what: other\n    title: 事项\n    due: 2024-06-10\n    who:\n${many(n, (i) => `      - d${i}\n`)}`,
        { 'data/units.yaml': units(n) },
      ),
  },
  {
    title: 'follow-ups',
    codes: 'issue-unknown more-alike',
    size: 20000,
    files: (n) =>
      round(
        `follow_ups:\n${many(n, (i) => `  2023-q4-${i}: { rectified: yes, reported: yes }\n`)}`.replaceAll(
          'yes',
          '"yes"',
        ),
      ),
  },
  {
    title: 'follow-ups of known issues',
    codes: '',
    size: 10000,
    files: (n) =>
      round(issues(n), {
        'data/units.yaml': units(n),
        'data/inspections/2024-q2.yaml': inspection(
          `follow_ups:\n${many(n, (i) => `  2024-q1-${i}: { rectified: "yes", reported: "yes" }\n`)}`,
        )
          .replace(
            '2024年第一季度, start: 2024-01-01, end: 2024-03-31',
            '2024年第二季度, start: 2024-04-01, end: 2024-06-30',
          )
          .replace('2024-04-10', '2024-07-10'),
        'content/bulletins/2024-q2.mdx': bulletin('正文。'),
      }),
  },
  {
    title: 'units of a follow-up',
    codes: 'issue-unknown',
    size: 20000,
    files: (n) =>
      round(
        `follow_ups:\n  2023-q4-1:\n    rectified: "yes"\n    reported: "yes"\n    units:\n${many(n, (i) => `      d${i}: { rectified: "yes", reported: "yes" }\n`)}`,
        { 'data/units.yaml': units(n) },
      ),
  },
  {
    title: 'figures of an earlier round',
    codes: '',
    size: 20000,
    files: (n) =>
      round(
        `previous_round:\n  label: 2023年第四季度\n  rectified: "yes"\n  reported: "yes"\n  figures:\n${many(n, (i) => `    数字${i}: ${i}\n`)}`,
      ),
  },
  {
    title: 'requirements',
    codes: '',
    size: 20000,
    files: (n) => round(`requirements:\n${many(n, (i) => `  r${i}: { title: 要求${i} }\n`)}`),
  },
  {
    title: 'remarks',
    codes: '',
    size: 20000,
    files: (n) =>
      round(`remarks:\n${many(n, (i) => `  - 备注${i}，2024年3月${(i % 28) + 1}日。\n`)}`),
  },
  {
    title: 'figures',
    codes: '',
    size: 20000,
    files: (n) => round(`figures:\n${many(n, (i) => `  数字${i}: ${i}\n`)}`),
  },
  {
    title: 'parts of a figure',
    codes: '',
    size: 20000,
    files: (n) =>
      round(
        `figures:\n  数字:\n    value: ${(n * (n - 1)) / 2}\n    parts:\n${many(n, (i) => `      部分${i}: ${i}\n`)}`,
      ),
  },
  {
    title: 'ranked figures',
    codes: '',
    size: 20000,
    files: (n) =>
      round(
        `figures:\n${many(n, (i) => `  单位${i}: { value: ${n - i}, unit: 分, rank: ${i + 1} }\n`)}`,
      ),
  },
  {
    title: 'figures of one rank',
    codes: '',
    size: 20000,
    files: (n) =>
      round(`figures:\n${many(n, (i) => `  单位${i}: { value: ${n - i}, unit: 分, rank: 1 }\n`)}`),
  },
  {
    title: 'changes of a figure',
    codes: '',
    size: 20000,
    files: (n) =>
      round(
        `figures:\n  数字:\n    value: 1\n    changes:\n${many(n, (i) => `      - { base: 第${i}季度, direction: up, value: 1 }\n`)}`,
      ),
  },
  {
    title: 'tallied areas',
    codes: 'area-unknown more-alike',
    size: 5000,
    files: (n) => ({
      'data/inspections/2024-q1.yaml': inspection(
        '',
        `areas:\n${many(n, (i) => `  a${i}: { tally: { total: 49, checked: 49, failed: 0 }, rates: { passed: { stated: "100%" } } }\n`)}`,
      ),
      'content/bulletins/2024-q1.mdx': bulletin('正文。'),
    }),
  },
  {
    title: 'splits',
    codes: '',
    size: 10000,
    files: (n) => ({
      'data/inspections/2024-q1.yaml': inspection(
        '',
        `areas:\n  websites:\n    tally: { total: 3 }\n    splits:\n${many(n, (i) => `      分法${i}: { of: total, parts: { 甲: 1, 乙: 2 } }\n`)}`,
      ),
      'content/bulletins/2024-q1.mdx': bulletin('正文。'),
    }),
  },
  {
    title: 'parts of a split',
    codes: '',
    size: 20000,
    files: (n) => ({
      'data/inspections/2024-q1.yaml': inspection(
        '',
        `areas:\n  websites:\n    tally: { total: ${n} }\n    splits:\n      tier:\n        of: total\n        parts:\n${many(n, (i) => `          部分${i}: 1\n`)}`,
      ),
      'content/bulletins/2024-q1.mdx': bulletin('正文。'),
    }),
  },
  {
    title: 'blocks of a split',
    codes: '',
    size: 5000,
    files: (n) => ({
      'data/inspections/2024-q1.yaml': inspection(
        '',
        `areas:\n  websites:\n    tally: { total: ${n}, checked: ${n}, failed: 0 }\n    splits:\n      tier:\n        of: total\n        parts:\n${many(n, (i) => `          部分${i}: { tally: { total: 1, checked: 1, failed: 0 }, rates: { passed: { stated: "100%" } } }\n`)}`,
      ),
      'content/bulletins/2024-q1.mdx': bulletin('正文。'),
    }),
  },
  {
    title: 'rates',
    codes: 'rate-differs rate-differs-near',
    size: 10000,
    files: (n) => ({
      'data/inspections/2024-q1.yaml': inspection(
        '',
        `areas:\n  websites:\n    tally: { total: 3, checked: 3, failed: 0 }\n    rates:\n${many(n, (i) => `      比率${i}: { stated: "50%", numerator: ${i}, denominator: ${2 * i + 1} }\n`)}`,
      ),
      'content/bulletins/2024-q1.mdx': bulletin('正文。'),
    }),
  },
  {
    title: 'rounds',
    codes: '',
    size: 5000,
    files: (n) => ({
      'data/inspections/2024-q1.yaml': inspection(
        '',
        `areas:\n  websites:\n    rounds:\n${many(n, (i) => `      第${i}次: { tally: { total: 3, checked: 3, failed: 0 } }\n`)}`,
      ),
      'content/bulletins/2024-q1.mdx': bulletin('正文。'),
    }),
  },
  {
    title: 'tables',
    codes: '',
    size: 10000,
    files: (n) =>
      round(
        `appendices:\n${many(n, (i) => `  t${i}:\n    title: 附件${i}\n    columns: [序号, 名称]\n    rows:\n      - [1, 甲]\n`)}`,
      ),
  },
  {
    title: 'rows of a table',
    codes: '',
    size: 20000,
    files: (n) =>
      round(
        `appendices:\n  t:\n    title: 附件\n    columns: [序号, 单位, 总数, 合格, 合格率, 名次]\n    rows:\n${many(n, (i) => `      - [${i + 1}, 单位${i}, 10, 9, "90%", ${i + 1}]\n`)}`,
      ),
  },
  {
    title: 'rows of a table by reference',
    codes: '',
    size: 20000,
    files: (n) =>
      round(
        `appendices:\n  t:\n    title: 附件\n    columns: [序号, 单位]\n    rows:\n${many(n, (i) => `      - [${i + 1}, { of: units.d${i} }]\n`)}`,
        { 'data/units.yaml': units(n) },
      ),
  },
  {
    title: 'rows of one name',
    codes: '',
    size: 20000,
    files: (n) =>
      round(
        `appendices:\n  t:\n    title: 附件\n    columns: [序号, 单位, 数量]\n    rows:\n${many(n, (i) => `      - [${i + 1}, 市某局, ${i}]\n`)}`,
      ),
  },
  {
    title: 'rows of short and long',
    codes: 'more-alike row-width',
    size: 20000,
    files: (n) =>
      round(
        `appendices:\n  t:\n    title: 附件\n    columns: [序号, 单位]\n    rows:\n${many(n, (i) => `      - [${i + 1}]\n`)}`,
      ),
  },
  {
    title: 'rows with units typed by hand',
    codes: '',
    size: 10000,
    files: (n) =>
      round(
        `appendices:\n  t:\n    title: 附件\n    columns: [序号, 单位]\n    rows:\n${many(n, (i) => `      - [${i + 1}, 市${nameOf(i)}局]\n`)}`,
        { 'data/units.yaml': units(n) },
      ),
  },
  {
    title: 'columns of a table',
    codes: '',
    size: 2000,
    files: (n) =>
      round(
        `appendices:\n  t:\n    title: 附件\n    columns:\n${many(n, (i) => `      - 列${i}\n`)}    rows:\n      -\n${many(n, (i) => `        - ${i}\n`)}`,
      ),
  },
  {
    title: 'attachments',
    codes: 'attachment-missing more-alike',
    size: 5000,
    files: (n) =>
      round(`attachments:\n${many(n, (i) => `  - { file: f${i}.pdf, title: 附件${i} }\n`)}`),
  },
  {
    title: 'attachments, one again and again',
    codes: 'attachment-missing more-alike',
    size: 20000,
    files: (n) => round(`attachments:\n${'  - { file: f.pdf, title: 附件 }\n'.repeat(n)}`),
  },
  {
    title: 'files of attachments that nothing names',
    codes: 'attachment-unused',
    size: 3000,
    files: (n) => ({
      ...round(''),
      ...Object.fromEntries(
        Array.from({ length: n }, (_, i) => [`content/attachments/2024-q1/f${i}.txt`, `附件${i}`]),
      ),
    }),
  },
  {
    title: 'corrections',
    codes: 'correction-differs',
    size: 20000,
    files: (n) =>
      round(
        `corrections:\n${many(n, (i) => `  - { on: 2024-06-12, at: issuer, from: 甲${i}, to: 甲${i + 1}, reason: 录入有误 }\n`)}`,
      ),
  },
  {
    title: 'corrections of many places',
    codes: '',
    size: 10000,
    files: (n) =>
      round(
        `figures:\n${many(n, (i) => `  数字${i}: ${i}\n`)}corrections:\n${many(n, (i) => `  - { on: 2024-06-12, at: figures.数字${i}, from: ${i + 1}, to: ${i}, reason: 录入有误 }\n`)}`,
      ),
  },
  {
    title: 'corrections of nothing',
    codes: 'correction-nowhere more-alike',
    size: 20000,
    files: (n) =>
      round(
        `corrections:\n${many(n, (i) => `  - { on: 2024-06-12, at: nothing.n${i}, from: 1, to: 2, reason: 录入有误 }\n`)}`,
      ),
  },
  {
    title: 'withdrawn records',
    codes: '',
    size: 20000,
    files: (n) =>
      round('', {
        'data/corrections.yaml': `corrections:\n${many(n, (i) => `  - { on: 2024-06-12, at: inspections/p${i}, from: 检查, reason: 撤回 }\n`)}`,
      }),
  },
  {
    title: 'renamed records',
    codes: 'correction-nowhere',
    size: 10000,
    files: (n) =>
      round('', {
        'data/corrections.yaml': `corrections:\n${many(n, (i) => `  - { on: 2024-06-12, at: inspections/p${i}, from: p${i}, to: inspections/p${i + 1}, reason: 改名 }\n`)}`,
      }),
  },
  {
    title: 'acknowledged findings',
    codes: 'acknowledgement-unneeded more-alike',
    size: 20000,
    files: (n) =>
      round(
        `acknowledged:\n${many(n, (i) => `  - { code: rate-differs, at: areas.a${i}, reason: 已核对 }\n`)}`,
      ),
  },
  {
    title: 'acknowledged findings that are there',
    codes: 'acknowledgement-unneeded more-alike parts-do-not-add-up',
    size: 5000,
    files: (n) =>
      round(
        `figures:\n${many(n, (i) => `  数字${i}: { value: 2, parts: { 甲: 1, 乙: 2 } }\n`)}acknowledged:\n${many(n, (i) => `  - { code: parts-exceed, at: figures.数字${i}, reason: 已核对 }\n`)}`,
      ),
  },
  {
    title: 'acknowledged unknown codes',
    codes: 'acknowledgement-unknown more-alike',
    size: 20000,
    files: (n) =>
      round(`acknowledged:\n${many(n, (i) => `  - { code: no-code-${i}, reason: 已核对 }\n`)}`),
  },
  {
    title: 'units that a register exempts',
    codes: '',
    size: 20000,
    files: (n) =>
      round('', {
        'data/units.yaml': units(n),
        'data/registers/2024-q2.yaml': `exempt:\n${many(n, (i) => `  d${i}: 机构已经撤并\n`)}`,
      }),
  },
  {
    title: 'indicators',
    codes: '',
    size: 20000,
    files: (n) =>
      round('', {
        'data/indicators/many.yaml': `title: 指标\nsource: 文件\nindicators:\n${many(n, (i) => `  i${i}: { name: 指标${i}, area: openness, kind: ordinary, verified: true }\n`)}`,
      }),
  },
  {
    title: 'catalogues of indicators',
    codes: '',
    size: 1000,
    files: (n) => ({
      ...round(''),
      ...Object.fromEntries(
        Array.from({ length: n }, (_, i) => [
          `data/indicators/c${i}.yaml`,
          `title: 指标\nsource: 文件\nindicators:\n  i${i}: { name: 指标${i}, area: openness, kind: ordinary, verified: true }\n`,
        ]),
      ),
    }),
  },
  {
    title: 'indicators of one id',
    codes: 'duplicate-id',
    size: 1000,
    files: (n) => ({
      ...round(''),
      ...Object.fromEntries(
        Array.from({ length: n }, (_, i) => [
          `data/indicators/c${i}.yaml`,
          `title: 指标\nsource: 文件\nindicators:\n  same: { name: 指标, area: openness, kind: ordinary, verified: true }\n`,
        ]),
      ),
    }),
  },
  {
    title: 'evidence of a statement',
    codes: '',
    size: 10000,
    files: (n) => ({
      ...round(issues(1), { 'data/units.yaml': units(2) }),
      'data/rectifications/2024-q1-0/d0.yaml': `on: 2024-03-12\nstatement: 已更换失效链接。\nevidence:\n${many(n, (i) => `  - { title: 页面${i}, address: "https://www.example.com/${i}.html" }\n`)}`,
    }),
  },
  {
    title: 'passages of a bulletin',
    codes: 'more-alike passage-twice',
    size: 24000,
    files: (n) =>
      round('', {
        'content/bulletins/2024-q1.mdx': bulletin(
          '<Passage of="issuer">甲</Passage>乙\n'.repeat(n),
        ),
      }),
  },
  {
    title: 'passages of a bulletin, of an issue each',
    codes: '',
    size: 10000,
    files: (n) =>
      round(issues(n), {
        'data/units.yaml': units(n),
        'content/bulletins/2024-q1.mdx': bulletin(
          many(n, (i) => `<Passage of="issues.2024-q1-${i}">甲</Passage>乙\n\n`),
        ),
      }),
  },
  {
    title: 'passages of a bulletin that lead to nothing',
    codes: 'more-alike reference-unknown',
    size: 10000,
    files: (n) =>
      round(issues(n), {
        'data/units.yaml': units(n),
        'content/bulletins/2024-q1.mdx': bulletin(
          many(n, (i) => `<Passage of="issues.2024-q2-${i}">甲</Passage>乙\n\n`),
        ),
      }),
  },
  {
    title: 'values of a bulletin',
    codes: '',
    size: 20000,
    files: (n) =>
      round('', {
        'content/bulletins/2024-q1.mdx': bulletin('<Value of="issuer" />乙\n'.repeat(n)),
      }),
  },
  {
    title: 'values of a bulletin, of a unit each',
    codes: '',
    size: 20000,
    files: (n) =>
      round('', {
        'data/units.yaml': units(n),
        'content/bulletins/2024-q1.mdx': bulletin(many(n, (i) => `<Value of="units.d${i}" />乙\n`)),
      }),
  },
  {
    title: 'units that a bulletin types by hand',
    codes: 'more-alike typed-by-hand',
    size: 10000,
    files: (n) =>
      round('', {
        'data/units.yaml': units(n),
        'content/bulletins/2024-q1.mdx': bulletin(many(n, (i) => `市${nameOf(i)}局。\n\n`)),
      }),
  },
  {
    title: 'tables of a bulletin',
    codes: '',
    size: 10000,
    files: (n) =>
      round(`appendices:\n${many(n, (i) => `  t${i}: { title: 附件${i} }\n`)}`, {
        'content/bulletins/2024-q1.mdx': bulletin(
          many(n, (i) => `<Appendix of="appendices.t${i}" />\n\n`),
        ),
      }),
  },
  {
    title: 'paragraphs of a bulletin',
    codes: '',
    size: 20000,
    files: (n) =>
      round('', {
        'content/bulletins/2024-q1.mdx': bulletin(
          many(n, (i) => `第${i}段，共${i}个，2024年3月${(i % 28) + 1}日。\n\n`),
        ),
      }),
  },
  {
    title: 'lines of a paragraph of a bulletin',
    codes: '',
    size: 20000,
    files: (n) =>
      round('', {
        'content/bulletins/2024-q1.mdx': bulletin(
          many(n, (i) => `第${i}行，共${i}个，合格率9${i % 10}.5%。\n`),
        ),
      }),
  },
  {
    title: 'bold words of a bulletin',
    codes: '',
    size: 20000,
    files: (n) =>
      round('', { 'content/bulletins/2024-q1.mdx': bulletin('甲**乙**丙\n'.repeat(n)) }),
  },
  {
    title: 'identity-card numbers of a bulletin',
    codes: 'more-alike personal-data',
    size: 10000,
    files: (n) =>
      round('', { 'content/bulletins/2024-q1.mdx': bulletin('11010519491231002X，\n'.repeat(n)) }),
  },
  {
    title: 'digits of a bulletin',
    codes: '',
    size: 50,
    files: (n) =>
      round('', { 'content/bulletins/2024-q1.mdx': bulletin(`${'1'.repeat(19000)}\n`.repeat(n)) }),
  },
  {
    title: 'letters of a bulletin that has an at-sign elsewhere',
    codes: '',
    size: 12,
    files: (n) =>
      round('', {
        'content/bulletins/2024-q1.mdx': bulletin(`甲@乙\n${`${'a'.repeat(15000)}\n`.repeat(n)}`),
      }),
  },
  {
    title: 'digits of remarks',
    codes: '',
    size: 50,
    files: (n) => round(`remarks:\n${many(n, () => `  - 第${'1'.repeat(19000)}号\n`)}`),
  },
  {
    title: 'commas and digits of remarks',
    codes: '',
    size: 50,
    files: (n) => round(`remarks:\n${many(n, () => `  - 第${'1,'.repeat(9000)}号\n`)}`),
  },
  {
    title: 'Chinese numerals of remarks',
    codes: '',
    size: 50,
    files: (n) => round(`remarks:\n${many(n, () => `  - 第${'一二百'.repeat(6000)}号\n`)}`),
  },
  {
    title: 'letters of remarks',
    codes: '',
    size: 50,
    files: (n) => round(`remarks:\n${many(n, () => `  - ${'ab'.repeat(9000)}\n`)}`),
  },
  {
    title: 'dots and letters of remarks',
    codes: '',
    size: 50,
    files: (n) => round(`remarks:\n${many(n, () => `  - ${'a.'.repeat(9000)}\n`)}`),
  },
  {
    title: 'at-signs of remarks',
    codes: '',
    size: 50,
    files: (n) => round(`remarks:\n${many(n, () => `  - ${'a@'.repeat(9000)}\n`)}`),
  },
  {
    title: 'spaces inside remarks',
    codes: '',
    size: 50,
    files: (n) => round(`remarks:\n${many(n, () => `  - 甲${' '.repeat(19000)}乙\n`)}`),
  },
  {
    title: 'quotes of remarks',
    codes: '',
    size: 50,
    files: (n) => round(`remarks:\n${many(n, () => `  - 甲${'“《（'.repeat(6000)}乙\n`)}`),
  },
  {
    title: 'dates of remarks',
    codes: '',
    size: 50,
    files: (n) => round(`remarks:\n${many(n, () => `  - 甲${'2024年3月1日、'.repeat(1800)}乙\n`)}`),
  },
  {
    title: 'digits and dashes of remarks',
    codes: '',
    size: 50,
    files: (n) => round(`remarks:\n${many(n, () => `  - 甲${'1-'.repeat(9000)}乙\n`)}`),
  },
  {
    title: 'addresses of remarks',
    codes: '',
    size: 50,
    files: (n) =>
      round(`remarks:\n${many(n, () => `  - 甲${'https://a.b.cn/'.repeat(1200)}乙\n`)}`),
  },
]

/** All shapes. */
export const shapes: readonly Shape[] = [
  ...hostileTexts,
  ...joinedLines,
  ...separateLines,
  ...hostileBulletins,
  ...largeData,
]
