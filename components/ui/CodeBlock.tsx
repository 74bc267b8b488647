"use client";

import { Tabs } from "@base-ui/react/tabs";
import { useState } from "react";
import { CodeText } from "./CodeText";
import { CopyButton } from "./CopyButton";
import { Panel } from "./Panel";

export type CodeTab = { name: string; code: string };

/** Code in one or more languages, with one copy button for the chosen one. */
export function CodeBlock({ tabs, label = "Code" }: { tabs: readonly CodeTab[]; label?: string }) {
  const [chosen, setChosen] = useState(tabs[0]?.name ?? "");
  const current = tabs.find((tab) => tab.name === chosen) ?? tabs[0];
  if (!current) return null;
  return (
    <Panel className="min-w-0 overflow-hidden">
      <Tabs.Root value={current.name} onValueChange={(next) => setChosen(String(next))}>
        <div className="flex h-10.5 items-stretch justify-between gap-2 border-b border-line pr-3 pl-4">
          <Tabs.List aria-label={label} className="flex min-w-0 gap-5 overflow-x-auto">
            {tabs.map((tab) => (
              <Tabs.Tab
                key={tab.name}
                value={tab.name}
                className="-mb-px shrink-0 border-b-2 border-transparent text-2 font-label text-ink-2 hover:text-ink focus-visible:-outline-offset-2 data-active:border-ink data-active:font-strong data-active:text-ink"
              >
                {tab.name}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <CopyButton text={current.code} what={`${current.name} code`} label="Copy" className="self-center" />
        </div>
        {tabs.map((tab) => (
          <Tabs.Panel key={tab.name} value={tab.name} tabIndex={-1}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and keys must reach them. */}
            <pre tabIndex={0} className="num overflow-x-auto px-5 py-4.5 text-2 leading-5.25 focus-visible:-outline-offset-2">
              <code>
                <CodeText code={tab.code} />
              </code>
            </pre>
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </Panel>
  );
}
