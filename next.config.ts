import type { NextConfig } from "next";

const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
];

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR || ".next",
  poweredByHeader: false,
  // `npm run dev` is reached at the loopback address, which is not the name that Next expects.
  allowedDevOrigins: ["127.0.0.1", "localhost"],
  // `npm start` builds for whoever wants to run it; types are proved by `npm test`.
  typescript: { ignoreBuildErrors: process.env.COINSLOT_SKIP_TYPES === "1" },
  serverExternalPackages: ["postgres", "evmole", "secp256k1", "keccak", "piscina"],
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};

export default config;
