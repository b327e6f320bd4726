import "./globals.css";
import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import type { ReactNode } from "react";
import { PickMarkDrawing } from "@/components/ui/pick-mark";
import { PAGE_SCRIPT, PAPER } from "@/lib/page-script";
import { siteMetadata } from "@/lib/seo/page-metadata";

const familjen = localFont({
  src: "../node_modules/@fontsource-variable/familjen-grotesk/files/familjen-grotesk-latin-wght-normal.woff2",
  weight: "400 700",
  variable: "--font-familjen",
  display: "swap",
});

export function generateMetadata(): Metadata {
  return siteMetadata();
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: PAPER.light },
    { media: "(prefers-color-scheme: dark)", color: PAPER.dark },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // What the script sets on it, React is to leave alone.
    <html lang="en" className={familjen.variable} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, which must run before the first paint */}
        <script dangerouslySetInnerHTML={{ __html: PAGE_SCRIPT }} />
      </head>
      <body className="font-sans antialiased">
        {children}
        <PickMarkDrawing />
      </body>
    </html>
  );
}
