import type { Page } from "@playwright/test";
import { type Hex, hexToString, isHex, numberToHex } from "viem";
import type { PrivateKeyAccount } from "viem/accounts";

export type Behaviour = { chainId: number; rejects: boolean };
type Rpc = { method: string; params?: unknown[] };
type Answer = { result?: unknown; error?: { code: number; message: string } };

const REJECTED = { code: 4001, message: "User rejected the request." };

/** A wallet that announces itself to pages by EIP-6963, as a browser extension does; its key stays out of the page. */
export class TestWallet {
  readonly account: PrivateKeyAccount;
  readonly behaviour: Behaviour;
  /** What the page asked the wallet to sign, newest last. */
  readonly signed: string[] = [];
  /** A page sees no account before its person allowed it. */
  #allowed = false;

  constructor(account: PrivateKeyAccount, behaviour: Partial<Behaviour> = {}) {
    this.account = account;
    this.behaviour = { chainId: 84_532, rejects: false, ...behaviour };
  }

  async install(page: Page): Promise<void> {
    await page.exposeFunction("__testWallet", (rpc: Rpc) => this.#answer(rpc));
    await page.addInitScript(announce);
  }

  async #answer({ method, params = [] }: Rpc): Promise<Answer> {
    const { behaviour, account } = this;
    switch (method) {
      case "eth_requestAccounts":
        this.#allowed = true;
        return { result: [account.address] };
      case "eth_accounts":
        return { result: this.#allowed ? [account.address] : [] };
      case "wallet_requestPermissions":
        this.#allowed = true;
        return { result: [{ parentCapability: "eth_accounts" }] };
      case "wallet_getPermissions":
        return { result: this.#allowed ? [{ parentCapability: "eth_accounts" }] : [] };
      case "wallet_revokePermissions":
        this.#allowed = false;
        return { result: null };
      case "eth_chainId":
        return { result: numberToHex(behaviour.chainId) };
      case "wallet_switchEthereumChain": {
        if (behaviour.rejects) return { error: REJECTED };
        behaviour.chainId = Number((params[0] as { chainId: Hex }).chainId);
        return { result: null };
      }
      case "personal_sign":
        return this.#sign(async () => {
          const message = String(params[0]);
          const text = isHex(message) ? hexToString(message) : message;
          return account.signMessage({ message: text });
        }, method);
      case "eth_signTypedData_v4":
        return this.#sign(async () => account.signTypedData(JSON.parse(String(params[1]))), method);
      default:
        return { error: { code: 4200, message: `${method} is not supported.` } };
    }
  }

  async #sign(sign: () => Promise<Hex>, method: string): Promise<Answer> {
    if (this.behaviour.rejects) return { error: REJECTED };
    this.signed.push(method);
    return { result: await sign() };
  }
}

/** Runs in the page. */
function announce(): void {
  type Listener = (value: unknown) => void;
  const listeners = new Map<string, Set<Listener>>();
  // The page's window has what `exposeFunction` put there; its type can't know.
  const call = (window as unknown as { __testWallet: (rpc: { method: string; params?: unknown[] }) => Promise<Answer> }).__testWallet;
  const provider = {
    isTestWallet: true,
    async request(rpc: { method: string; params?: { chainId?: string }[] }) {
      const { result, error } = await call(rpc);
      if (error) throw Object.assign(new Error(error.message), { code: error.code });
      if (rpc.method === "wallet_switchEthereumChain") for (const l of listeners.get("chainChanged") ?? []) l(rpc.params?.[0]?.chainId);
      return result;
    },
    on(event: string, listener: Listener) {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
    },
    removeListener(event: string, listener: Listener) {
      listeners.get(event)?.delete(listener);
    },
  };
  const info = {
    uuid: "7f3a20be-2f0a-4a57-9a6c-7790cdc41e00",
    name: "Rabbit Wallet",
    rdns: "test.rabbit",
    icon: "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>",
  };
  const say = () => window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail: Object.freeze({ info, provider }) }));
  window.addEventListener("eip6963:requestProvider", say);
  say();
}
