import { Icon, useWords } from '@harmony/ui'
import { Button, type Selection, Tree, TreeItem, TreeItemContent } from 'react-aria-components'
import type { Branch } from '../lib/tree.ts'
import { functionWords } from '../words.ts'
import { Marked } from './marked.tsx'

interface FunctionTreeProps {
  readonly branches: readonly Branch[]
  readonly open: ReadonlySet<string>
  readonly onOpen: (open: Set<string>) => void
  readonly selected: string
  readonly onSelect: (nodeId: string) => void
  readonly query: string
}

/** The five levels above the unit tasks: arrows open, close and move, Enter or Space shows a branch's tasks. */
export function FunctionTreeView({ branches, open, onOpen, selected, onSelect, query }: FunctionTreeProps) {
  const t = useWords(functionWords)
  return (
    <Tree
      className="f-tree"
      aria-label={t('tree')}
      selectionMode="single"
      selectionBehavior="toggle"
      selectedKeys={selected === '' ? [] : [selected]}
      onSelectionChange={(keys: Selection) => onSelect(keys === 'all' ? '' : String([...keys][0] ?? ''))}
      expandedKeys={open}
      onExpandedChange={(keys) => onOpen(new Set([...keys].map(String)))}
    >
      {branches.map((branch) => (
        <BranchItem key={branch.node.id} branch={branch} query={query} />
      ))}
    </Tree>
  )
}

function BranchItem({ branch, query }: { readonly branch: Branch; readonly query: string }) {
  const t = useWords(functionWords)
  const { node, count, children } = branch
  return (
    <TreeItem id={node.id} textValue={node.name} className="f-item">
      <TreeItemContent>
        {({ level, hasChildItems }) => (
          <div className="f-node" data-level={level}>
            {hasChildItems ? (
              <Button slot="chevron" className="f-chevron">
                <Icon name="right" size={16} />
              </Button>
            ) : (
              <span className="f-chevron" />
            )}
            <span className="nm">
              <Marked text={node.name} query={query} />
              <span className="lv">{t(node.level)}</span>
            </span>
            <span className="ct">{t('count', { n: count })}</span>
          </div>
        )}
      </TreeItemContent>
      {children.map((child) => (
        <BranchItem key={child.node.id} branch={child} query={query} />
      ))}
    </TreeItem>
  )
}
