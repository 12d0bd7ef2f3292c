import { globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type ESTree, parseSync, Visitor } from 'vite'

const root = join(import.meta.dirname, '../../..')

/** What the window and main are made of, without the tables of texts. */
const files = globSync(['renderer/**/*.{ts,tsx}', 'electron/**/*.ts'], { cwd: root })
  .filter((file) => !file.startsWith(join('renderer', 'languages')))
  .map((file) => join(root, file))

/** Text inside of which a word is, in any script. */
export const hasLetters = (text: string): boolean => /\p{L}/u.test(text)

/**
 * The texts that the sources read by `t(…)` or `i18n.exists(…)`: their names, with `*` for a part that is computed, such
 * as `reason.*`.
 */
export function textsRead(): Set<string> {
  const names = new Set<string>()
  for (const file of files)
    visit(file, {
      CallExpression({ callee, arguments: [name] }) {
        const reads = callee.type === 'Identifier' ? callee.name === 't' : isProperty(callee, 'exists')
        if (reads && name) for (const found of stringsIn(name)) names.add(found)
      },
    })
  return names
}

/** Words in a language that stand where a person reads them, each with its file and line. */
export function hardCodedWords(): string[] {
  const found: string[] = []
  for (const file of files) {
    const source = readFileSync(file, 'utf8')
    const add = (text: string, { start }: ESTree.Node) => {
      if (!hasLetters(text)) return
      found.push(`${relative(root, file)}:${source.slice(0, start).split('\n').length} ${text.trim()}`)
    }
    const addStrings = (node: ESTree.Node | null) => {
      if (node) for (const text of stringsIn(node)) add(text.replaceAll('*', ''), node)
    }
    visit(file, {
      JSXText: (node) => add(node.value, node),
      JSXExpressionContainer(node) {
        if (node.expression.type === 'Literal') addStrings(node.expression)
      },
      JSXAttribute({ name, value }) {
        if (name.type === 'JSXIdentifier' && shown.has(name.name) && value?.type === 'Literal') addStrings(value)
      },
      Property({ key, value }) {
        if (key.type === 'Identifier' && shown.has(key.name) && isWritten(value)) addStrings(value)
      },
      CallExpression({ callee, arguments: given }) {
        if (isProperty(callee, 'showErrorBox')) for (const text of given) if (isWritten(text)) addStrings(text)
      },
    })
  }
  return found
}

/** Attributes of components, items of menus and fields of boxes that are shown or read aloud. */
const shown = new Set([
  ...['aria-label', 'aria-description', 'alt', 'title', 'label', 'hint', 'placeholder', 'empty', 'emptyHint'],
  ...['noMatch', 'nothing', 'confirm', 'header', 'detail', 'buttonLabel', 'sublabel', 'toolTip'],
])

const isWritten = ({ type }: ESTree.Node): boolean => type === 'Literal' || type === 'TemplateLiteral'

const isProperty = (callee: ESTree.Node, name: string): boolean =>
  callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && callee.property.name === name

/** The strings that an expression may come to, with `*` for what is computed. */
function stringsIn(node: ESTree.Node): string[] {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : []
    case 'TemplateLiteral':
      return [node.quasis.map(({ value }) => value.cooked ?? '').join('*')]
    case 'ConditionalExpression':
      return [...stringsIn(node.consequent), ...stringsIn(node.alternate)]
    case 'TSAsExpression':
      return stringsIn(node.expression)
    default:
      return []
  }
}

const visit = (file: string, visitor: ConstructorParameters<typeof Visitor>[0]): void =>
  new Visitor(visitor).visit(parseSync(file, readFileSync(file, 'utf8')).program)
