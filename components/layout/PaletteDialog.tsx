"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Command } from "cmdk";
import { BookOpen, ChartColumn, LayoutDashboard, LayoutGrid, LogOut, Moon, Search, Sun, Wallet } from "lucide-react";
import { useRouter } from "next/navigation";
import { useConnection, useDisconnect } from "wagmi";
import { CodeTag } from "../ui/CodeTag";
import { Kbd } from "../ui/Kbd";
import { useConnectWallet } from "../wallet/useConnectWallet";
import { paletteTools } from "./paletteTools";
import { chooseTheme, currentTheme } from "./theme";
import { useShelf } from "./useShelf";

const ITEM = "flex h-9 cursor-default items-center gap-3 px-4 text-3 aria-selected:bg-selected";
const GROUP =
  "[&_[cmdk-group-heading]]:px-4 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-1 [&_[cmdk-group-heading]]:text-ink-3";

const PAGES = [
  { href: "/", label: "All tools", icon: LayoutGrid },
  { href: "/explorer", label: "Explorer", icon: ChartColumn },
  { href: "/docs", label: "Docs", icon: BookOpen },
  { href: "/dashboard", label: "Dashboard", icon: LayoutDashboard },
] as const;

/** What was typed stands in the name, best at its beginning, or each word of it somewhere; letters that happen to be there count for nothing. */
function rank(value: string, typed: string, keywords: string[] = []): number {
  const name = value.toLowerCase();
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (name.startsWith(words.join(" "))) return 1;
  if (words.every((word) => name.includes(word))) return 0.8;
  const all = `${name} ${keywords.join(" ").toLowerCase()}`;
  return words.every((word) => all.includes(word)) ? 0.5 : 0;
}

/** Every tool by code, name or question, every page, and the few things to do. */
export function PaletteDialog({ open, setOpen }: { open: boolean; setOpen: (open: boolean) => void }) {
  const router = useRouter();
  const wallets = useConnectWallet();
  const { isConnected } = useConnection();
  const disconnect = useDisconnect();
  const tools = paletteTools(useShelf(open));

  const run = (act: () => void) => () => {
    setOpen(false);
    act();
  };
  const connectors = wallets.test ? [wallets.test, ...wallets.injected] : wallets.injected;

  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-ink/25 dark:bg-paper/70" />
        <Dialog.Popup
          aria-label="Search and commands"
          className="fixed top-[12vh] left-1/2 z-50 w-[min(520px,calc(100vw-32px))] -translate-x-1/2 overflow-hidden rounded-panel border border-line bg-surface shadow-float"
        >
          <Command label="Search and commands" loop filter={rank}>
            <div className="flex h-12 items-center gap-3 border-b border-line px-4">
              <Search aria-hidden className="size-4 shrink-0" />
              <Command.Input
                autoFocus
                placeholder="A tool, a code such as A1, or a page"
                className="h-full min-w-0 flex-1 bg-transparent text-3 outline-none placeholder:text-ink-3"
              />
              <Kbd>Esc</Kbd>
            </div>
            <Command.List className="max-h-[60vh] overflow-y-auto pb-2">
              <Command.Empty className="px-4 py-5 text-2 text-ink-3">Nothing here is called that.</Command.Empty>
              <Command.Group heading="Tools" className={GROUP}>
                {tools.map((tool) => (
                  <Command.Item
                    key={tool.key}
                    value={`${tool.code} ${tool.name}`}
                    keywords={tool.keywords}
                    onSelect={run(() => router.push(tool.href))}
                    className={ITEM}
                  >
                    <CodeTag code={tool.code} />
                    <span className="min-w-0 truncate">{tool.name}</span>
                    <span className="num ml-auto shrink-0 text-2">{tool.price}</span>
                  </Command.Item>
                ))}
              </Command.Group>
              <Command.Group heading="Go to" className={GROUP}>
                {PAGES.map(({ href, label, icon: Icon }) => (
                  <Command.Item key={href} value={label} onSelect={run(() => router.push(href))} className={ITEM}>
                    <Icon aria-hidden className="size-4 text-ink-2" />
                    {label}
                  </Command.Item>
                ))}
              </Command.Group>
              <Command.Group heading="Do" className={GROUP}>
                {isConnected ? (
                  <Command.Item value="Disconnect wallet" onSelect={run(() => disconnect.mutate())} className={ITEM}>
                    <LogOut aria-hidden className="size-4 text-ink-2" />
                    Disconnect wallet
                  </Command.Item>
                ) : (
                  connectors.map((connector) => (
                    <Command.Item
                      key={connector.uid}
                      value={`Connect ${connector.name}`}
                      keywords={["wallet"]}
                      onSelect={run(() => wallets.connect(connector))}
                      className={ITEM}
                    >
                      <Wallet aria-hidden className="size-4 text-ink-2" />
                      Connect {connector.name}
                    </Command.Item>
                  ))
                )}
                <Command.Item
                  value="Theme: light or dark"
                  onSelect={run(() => chooseTheme(currentTheme() === "dark" ? "light" : "dark"))}
                  className={ITEM}
                >
                  <Moon aria-hidden className="size-4 text-ink-2 dark:hidden" />
                  <Sun aria-hidden className="hidden size-4 text-ink-2 dark:block" />
                  <span className="dark:hidden">Dark theme</span>
                  <span className="hidden dark:inline">Light theme</span>
                </Command.Item>
              </Command.Group>
            </Command.List>
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
