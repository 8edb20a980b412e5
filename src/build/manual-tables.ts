import type { HastPluginDefinition } from 'satteri'

/**
 * Gives each table of a chapter a caption, the heading above it with the names of its columns, and
 * each head of a column its scope. Markdown has neither. The caption is not shown: it would repeat
 * what stands around the table.
 */
export function manualTables(): HastPluginDefinition {
  let heading = ''
  return {
    name: 'manual-tables',
    element: {
      filter: ['h2', 'h3', 'h4', 'table', 'th'],
      visit(node, ctx) {
        if (node.tagName === 'th') ctx.setProperty(node, 'scope', 'col')
        else if (node.tagName !== 'table') heading = ctx.textContent(node)
        else {
          const [head] = node.children.filter((child) => child.type === 'element')
          const words = head === undefined ? '' : ctx.textContent(head).trim()
          const columns = words.split(/\s*\n\s*/).join('、')
          ctx.prependChild(node, {
            type: 'element',
            tagName: 'caption',
            properties: { className: ['visually-hidden'] },
            children: [
              { type: 'text', value: heading === '' ? columns : `${heading}：${columns}` },
            ],
          })
        }
      },
    },
  }
}
