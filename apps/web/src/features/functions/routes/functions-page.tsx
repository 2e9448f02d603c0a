import { Button, Card, EmptyState, FilteredEmpty, Note, PageHead, useFormat, useWords } from '@harmony/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { OfficerOnly } from '../../../lib/officer-only.tsx'
import { paths } from '../../../lib/paths.ts'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { usePageTitle } from '../../../lib/title.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { FunctionBar } from '../components/function-bar.tsx'
import { FunctionTreeView } from '../components/function-tree.tsx'
import { TaskTable } from '../components/task-table.tsx'
import { VersionsCard } from '../components/versions-card.tsx'
import '../functions.css'
import {
  branchesOf,
  type FunctionFilter,
  type FunctionTree,
  filterTasks,
  openAtFirst,
  readFilter,
  taskRows,
  tasksBelow,
  writeFilter,
} from '../lib/tree.ts'
import { functionWords } from '../words.ts'

const ImportDialog = lazy(() =>
  import('../components/import-dialog.tsx').then((module) => ({ default: module.ImportDialog })),
)

/** `/<agency>/functions`: the agency's functions in six levels (R2); the filter is in the address. */
export function FunctionsPage() {
  return (
    <OfficerOnly>
      <FunctionsScreen />
    </OfficerOnly>
  )
}

function FunctionsScreen() {
  const t = useWords(functionWords)
  const trpc = useTRPC()
  const agency = useAgency()
  const { history } = useRouter()
  const filter = readFilter(useSearch({ strict: false }))
  const [importing, setImporting] = useState(false)
  const versions = useQuery(trpc.brm.versions.queryOptions())
  const asked = filter.versionId === '' ? {} : { versionId: filter.versionId }
  const tree = useQuery(trpc.brm.tree.queryOptions(asked, { placeholderData: keepPreviousData, staleTime: 60_000 }))
  const set = (change: Partial<FunctionFilter>) =>
    history.replace(paths.functions(agency, writeFilter({ ...filter, ...change })))
  usePageTitle(t('title'))
  return (
    <>
      <PageHead
        title={<Headline tree={tree.data} filter={filter} />}
        above={<p className="h-muted h-xs">{t('title')}</p>}
        actions={
          versions.data?.mayImport && (
            <Button icon="excel" onPress={() => setImporting(true)}>
              {t('import')}
            </Button>
          )
        }
      />
      <div className="h-stack">
        <Card>
          <FunctionBar
            filter={filter}
            set={set}
            units={performing(tree.data)}
            versions={versions.data?.versions ?? []}
          />
          <QueryPanel query={tree} what={t('title')} lines={10}>
            {(data) => <Browser tree={data} filter={filter} set={set} />}
          </QueryPanel>
        </Card>
        <QueryPanel query={versions} what={t('versions')}>
          {(data) => (data.versions.length > 0 ? <VersionsCard versions={data.versions} /> : null)}
        </QueryPanel>
      </div>
      {importing && (
        <Suspense>
          <ImportDialog onClose={() => setImporting(false)} />
        </Suspense>
      )}
    </>
  )
}

/** The units that do any task. */
function performing(tree: FunctionTree | undefined): FunctionTree['units'] {
  if (tree === undefined) return []
  const named = new Set(tree.nodes.flatMap(({ unitIds }) => unitIds))
  return tree.units.filter(({ id }) => named.has(id))
}

function Headline({ tree, filter }: { readonly tree: FunctionTree | undefined; readonly filter: FunctionFilter }) {
  const t = useWords(functionWords)
  const format = useFormat()
  if (tree === undefined) return t('title')
  const rows = taskRows(tree)
  const tasks = format.number(rows.length)
  if (filter.query !== '' || filter.unitId !== '') {
    return t('headlineFound', { found: format.number(filterTasks(rows, filter).length), tasks })
  }
  const minor = tree.nodes.filter(({ level }) => level === 'minor-function').length
  return t('headline', { tasks, minor: format.number(minor) })
}

interface BrowserProps {
  readonly tree: FunctionTree
  readonly filter: FunctionFilter
  readonly set: (change: Partial<FunctionFilter>) => void
}

function Browser({ tree, filter, set }: BrowserProps) {
  const t = useWords(functionWords)
  const format = useFormat()
  const all = useMemo(() => taskRows(tree), [tree])
  const { query, unitId } = filter
  const found = useMemo(() => filterTasks(all, { query, unitId }), [all, query, unitId])
  const branches = useMemo(() => branchesOf(tree, found), [tree, found])
  const [opened, setOpened] = useState<Set<string> | null>(null)
  const open = opened ?? openAtFirst(branches, found.length)
  const rows = tasksBelow(found, filter.nodeId)
  if (tree.nodes.length === 0)
    return (
      <EmptyState icon="layers" title={t('none')}>
        {t('noneNext')}
      </EmptyState>
    )
  const node = tree.nodes.find(({ id }) => id === filter.nodeId)
  return (
    <>
      {tree.version && !tree.version.current && (
        <div className="f-note">
          <Note tone="amber">
            {t('oldVersion', { label: tree.version.label, date: format.date(tree.version.validFrom) })}{' '}
            <Button size="sm" onPress={() => set({ versionId: '', nodeId: '' })}>
              {t('toCurrent')}
            </Button>
          </Note>
        </div>
      )}
      {found.length === 0 ? (
        <FilteredEmpty onClear={() => set({ query: '', unitId: '', nodeId: '' })} />
      ) : (
        <div className="f-lay">
          <div className="f-side h-noprint">
            <div className="f-side-hd">
              <Button
                size="sm"
                variant={filter.nodeId === '' ? 'sec' : 'ter'}
                aria-pressed={filter.nodeId === ''}
                onPress={() => set({ nodeId: '' })}
              >
                {t('all')} {t('count', { n: format.number(found.length) })}
              </Button>
              <span className="r">
                <Button size="sm" variant="txt" onPress={() => setOpened(new Set(tree.nodes.map(({ id }) => id)))}>
                  {t('expand')}
                </Button>
                <Button size="sm" variant="txt" onPress={() => setOpened(new Set())}>
                  {t('collapse')}
                </Button>
              </span>
            </div>
            <FunctionTreeView
              branches={branches}
              open={open}
              onOpen={setOpened}
              selected={filter.nodeId}
              onSelect={(nodeId) => set({ nodeId })}
              query={query}
            />
          </div>
          <section className="f-main" aria-label={t('tasks')}>
            <div className="f-main-hd" aria-live="polite">
              <h2>{node?.name ?? t('all')}</h2>
              <span className="h-muted h-xs">
                {node && `${t(node.level)} · `}
                {t('count', { n: format.number(rows.length) })}
              </span>
            </div>
            <TaskTable tree={tree} rows={rows} query={query} onClearFilter={() => set({ nodeId: '' })} />
          </section>
        </div>
      )}
    </>
  )
}
