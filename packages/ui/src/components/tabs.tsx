import { type ReactNode, useId } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'

export interface TabItem {
  readonly id: string
  readonly label: string
  /** How many wait behind it. */
  readonly count?: number
  readonly content: ReactNode
}

export interface TabsProps {
  readonly label: string
  readonly items: readonly TabItem[]
  readonly value?: string
  readonly onChange?: (id: string) => void
}

/** Parts of one subject, one shown at a time. */
export function Tabs({ label, items, value, onChange }: TabsProps) {
  return (
    <AriaTabs
      {...(value === undefined ? {} : { selectedKey: value })}
      onSelectionChange={(key) => onChange?.(String(key))}
    >
      <TabRow label={label} items={items} />
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id}>
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}

export interface TabCardProps extends TabsProps {
  readonly title: ReactNode
  /** At the right end of the head: "all of them". */
  readonly more?: ReactNode
}

/** A panel whose head carries its tabs. */
export function TabCard({ title, more, label, items, value, onChange }: TabCardProps) {
  const id = useId()
  return (
    <section className="h-card" aria-labelledby={id}>
      <AriaTabs
        {...(value === undefined ? {} : { selectedKey: value })}
        onSelectionChange={(key) => onChange?.(String(key))}
      >
        <div className="h-card-hd">
          <h2 id={id}>{title}</h2>
          <TabRow label={label} items={items} />
          {more}
        </div>
        {items.map((item) => (
          <TabPanel key={item.id} id={item.id}>
            {item.content}
          </TabPanel>
        ))}
      </AriaTabs>
    </section>
  )
}

function TabRow({ label, items }: Pick<TabsProps, 'label' | 'items'>) {
  return (
    <TabList aria-label={label} className="h-tablist">
      {items.map((item) => (
        <Tab key={item.id} id={item.id} className="h-tab">
          {item.label}
          {item.count !== undefined && <span className="q">{item.count}</span>}
        </Tab>
      ))}
    </TabList>
  )
}
