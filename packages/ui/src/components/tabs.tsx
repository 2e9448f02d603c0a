import type { ReactNode } from 'react'
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
      className="h-tabs"
      {...(value === undefined ? {} : { selectedKey: value })}
      onSelectionChange={(key) => onChange?.(String(key))}
    >
      <TabList aria-label={label}>
        {items.map((item) => (
          <Tab key={item.id} id={item.id} className="h-tab">
            {item.label}
            {item.count !== undefined && <span className="q">{item.count}</span>}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id}>
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
