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
  // It reads files of its own beside its code.
  serverExternalPackages: ["graphile-worker"],
  // `npm test` checks the types; a start on a small machine need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Whoever has a preview's address can read it: it goes into no index and to no other site.
  headers: async () => [
    {
      source: "/preview/:path*",
      headers: [
        { key: "X-Robots-Tag", value: "noindex, nofollow" },
        { key: "Referrer-Policy", value: "no-referrer" },
      ],
    },
    // The reader's own page says nothing of itself to others, and its forms still say where they come from.
    {
      source: "/feedback/status/:path*",
      headers: [
        { key: "X-Robots-Tag", value: "noindex, nofollow" },
        { key: "Referrer-Policy", value: "same-origin" },
      ],
    },
  ],
};

export default config;
