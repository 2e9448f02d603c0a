import { Card, DataTable, Tag, useText, useWords } from '@harmony/ui'
import { layoutProcess } from '../lib/layout.ts'
import { flowsOf, type Release, type ServiceProcess } from '../lib/model.ts'
import { releaseWords } from '../words.ts'
import { ProcessDiagram } from './process-diagram.tsx'

/** A process: who uses it, its drawing, its steps as a table. */
export function ProcessCard({ release, process }: { readonly release: Release; readonly process: ServiceProcess }) {
  const t = useWords(releaseWords)
  const text = useText()
  const name = text(process.name)
  const users = release.customer.services.filter((service) => service.process === process.key)
  const { nodes, lanes } = process.compiled
  const inOrder = layoutProcess(process.compiled, '')
    .nodes.toSorted((a, b) => a.x - b.x)
    .map((place) => [place.id, place.node] as const)
  const laneName = (lane: string | undefined) => lanes.find((one) => one.id === lane)?.name ?? t('nobodyLane')
  return (
    <Card title={name} aside={<Tag>{process.version}</Tag>}>
      <div className="h-card-body">
        <p className="h-xs h-muted">
          {users.length > 0
            ? t('usedBy', { names: users.map((service) => text(service.name)).join(', ') })
            : t('nobody')}
        </p>
        <ProcessDiagram process={process} name={name} />
      </div>
      <DataTable
        caption={t('steps', { name })}
        rows={inOrder}
        rowKey={([id]) => id}
        stack
        columns={[
          {
            id: 'step',
            header: t('step'),
            rowHeader: true,
            cell: ([, node]) => node.name || t(node.kind),
          },
          { id: 'kind', header: t('kind'), cell: ([, node]) => t(node.kind) },
          { id: 'who', header: t('who'), cell: ([, node]) => laneName(node.lane) },
          {
            id: 'next',
            header: t('next'),
            cell: ([, node]) =>
              flowsOf(node)
                .flatMap((flow) => nodes[flow.to] ?? [])
                .map((next) => next.name || t(next.kind))
                .join(', ') || '—',
          },
        ]}
      />
    </Card>
  )
}
