"use client";

import { LogOut } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { toast } from "sonner";
import { signOut } from "./useSignIn";

export function SignOutButton() {
  const router = useRouter();
  const [pending, start] = useTransition();
  const leave = () =>
    start(async () => {
      await signOut().then(
        () => router.refresh(),
        (error: Error) => toast("You are still signed in", { description: error.message }),
      );
    });
  return (
    <button
      type="button"
      onClick={leave}
      aria-busy={pending}
      className="inline-flex shrink-0 items-center gap-2 text-2 text-ink-3 hover:text-ink lg:mt-5"
    >
      <LogOut aria-hidden className="size-3.5" />
      <span className="max-[380px]:sr-only">Sign out</span>
    </button>
  );
}
