import "@fontsource-variable/schibsted-grotesk";
import "@fontsource-variable/spline-sans-mono";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Footer } from "@/components/layout/Footer";
import { Header } from "@/components/layout/Header";
import { Palette } from "@/components/layout/Palette";
import { readMarketFacts } from "@/components/layout/readMarketFacts";
import { ThemeScript } from "@/components/layout/ThemeScript";
import { Toaster } from "@/components/ui/Toaster";
import { Providers } from "@/components/wallet/Providers";

// The network, the wallet's cookie and the ledger are known at request time only.
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { default: "Coinslot: tools your software pays for, one call at a time", template: "%s, Coinslot" },
  description:
    "Tools that software pays for per call, in USDC over HTTP 402. No account, no key, no minimum. When there is no answer, the coin comes back.",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const market = readMarketFacts();
  const cookie = (await headers()).get("cookie");
  return (
    // The theme script sets data-theme before React looks.
    <html lang="en" data-scroll-behavior="smooth" suppressHydrationWarning>
      <body className="flex min-h-dvh flex-col antialiased">
        <a
          href="#main"
          className="sr-only z-50 rounded-control bg-ink px-3 py-2 text-on-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          Skip to the page
        </a>
        <ThemeScript />
        <Providers market={market} cookie={cookie}>
          <Header market={market} />
          <main id="main" className="flex-1">
            {children}
          </main>
          <Footer />
          <Palette />
          <Toaster />
        </Providers>
      </body>
    </html>
  );
}
