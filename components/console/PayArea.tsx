"use client";

import { Info } from "lucide-react";
import { useSwitchChain } from "wagmi";
import { formatUsd, formatUsdc } from "@/lib/money";
import { BusyIcon } from "../ui/BusyIcon";
import { Button } from "../ui/Button";
import { Note } from "../ui/Note";
import { useMarket } from "../wallet/MarketContext";
import { useFaucet } from "../wallet/useFaucet";
import type { Block } from "./displayOf";

type Props = {
  price: bigint;
  block: Block;
  address: string | undefined;
  balance: bigint | undefined;
  /** A call that ended well stands behind this one. */
  again: boolean;
  /** The input that just had no answer. */
  spent: boolean;
  /** A conversation that can go on. */
  talking: boolean;
  onPay: () => void;
  onExample: () => void;
};

/** What can be done now: pay, or what has to be done first. */
export function PayArea({ price, block, address, balance, again, spent, talking, onPay, onExample }: Props) {
  const pay = `Pay ${formatUsd(price)} and run`;
  if (block?.kind === "network") return <OtherNetwork line={block.line} />;
  if (block?.kind === "funds" && address) return <NotEnough address={address} missing={price - (balance ?? 0n)} />;
  if (block?.kind === "closed" || block?.kind === "refused") return <NotNow block={block} />;
  if (block?.kind === "price") return <BusyPay word="Reading the price" />;
  if (block?.kind === "wallet") {
    return (
      <Button size="lg" disabled className="w-full">
        Choose how to pay first
      </Button>
    );
  }
  if (block?.kind === "input") {
    return (
      <div>
        <Button size="lg" disabled className="w-full">
          {pay}
        </Button>
        {talking ? <p className="mt-3 text-2 text-ink-3">Write your next message. What was said so far goes with it.</p> : null}
        <p className={talking ? "hidden" : "mt-3 text-2 text-ink-3"}>
          The input is checked before money is asked for.{" "}
          <button type="button" className="link" onClick={onExample}>
            Put the example back
          </button>
        </p>
      </div>
    );
  }
  if (spent) {
    return (
      <div>
        <p className="mb-3 flex items-center gap-1.5 text-2 text-ink-3">
          <Info aria-hidden className="size-3.5 shrink-0" />
          The same input would end the same way.
        </p>
        <Button size="lg" disabled className="w-full">
          Change the input to run again
        </Button>
      </div>
    );
  }
  return (
    <div>
      <Button variant="pay" size="lg" className="w-full" onClick={onPay}>
        {pay}
        {again ? " again" : ""}
      </Button>
      {again ? null : (
        <p className="mt-3 text-2 text-ink-3">You sign once and pay no gas. If the tool gives no answer, the payment is never sent.</p>
      )}
    </div>
  );
}

/** The tool is out of order, or would not take this input: there is nothing to pay. */
function NotNow({ block }: { block: { kind: "closed" | "refused"; line: string } }) {
  return (
    <>
      <Note tone="warn">
        <b className="block text-3 leading-5.5 font-strong">
          {block.kind === "closed" ? "This tool can serve nobody now." : "The market would not take this call."}
        </b>
        <span className="text-3 leading-5.5">{block.line} Nothing can be charged.</span>
      </Note>
      <Button size="lg" disabled className="w-full">
        Nothing to pay
      </Button>
    </>
  );
}

/** Greyed, while a payment is under way. */
export function BusyPay({ word }: { word: string }) {
  return (
    <Button size="lg" disabled className="w-full" aria-busy>
      <BusyIcon className="size-4" />
      {word}
    </Button>
  );
}

function OtherNetwork({ line }: { line: string }) {
  const market = useMarket();
  const { mutate, isPending, error } = useSwitchChain();
  return (
    <>
      <Note tone="warn">
        <b className="block text-3 leading-5.5 font-strong">Your wallet is on another network.</b>
        <span className="text-3 leading-5.5">
          It says {line.replace("your wallet is on ", "")}; this market is paid on {market.networkName}. Nothing was asked of it yet.
        </span>
      </Note>
      <Button variant="ink" size="md" className="h-10 w-full" busy={isPending} onClick={() => mutate({ chainId: market.chainId })}>
        Switch to {market.networkName}
      </Button>
      {error ? (
        <p role="alert" className="text-2 text-failed">
          The wallet did not switch. Choose {market.networkName} (chain {market.chainId}) in it by hand.
        </p>
      ) : null}
    </>
  );
}

function NotEnough({ address, missing }: { address: string; missing: bigint }) {
  const market = useMarket();
  const faucet = useFaucet();
  return (
    <>
      <Note tone="warn">
        <b className="block text-3 leading-5.5 font-strong">{formatUsdc(missing)} USDC are missing.</b>
        <span className="text-3 leading-5.5">
          Nothing was asked of your wallet.{" "}
          {market.local
            ? "On this local chain it fills up for free."
            : `Send USDC on ${market.networkName} to this wallet, or pay with another one.`}
        </span>
      </Note>
      {market.local ? (
        <Button variant="ink" className="h-10 w-full" busy={faucet.isPending} onClick={() => faucet.mutate(address)}>
          Get 25 test USDC
        </Button>
      ) : null}
    </>
  );
}
