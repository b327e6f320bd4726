/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // proxy.ts sends a trailing slash on together with whatever else is not canonical, in one step.
  skipTrailingSlashRedirect: true,

  reactStrictMode: true,
  // The whole head comes with the page, for every reader: nothing of it waits for a script.
  htmlLimitedBots: /./,
  experimental: { globalNotFound: true },
  // No image is resized here, so the optimiser's endpoint stays closed.
  images: { unoptimized: true },
  // `npm test` checks the types; a start on a small machine need not do it again.
  typescript: { ignoreBuildErrors: true },
};

export default config;
